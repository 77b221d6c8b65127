import type { Origin } from '../../model/fact.ts'
import type { Infrastructure, Resource } from '../../model/generated/infrastructure.ts'
import type { Document, Location, Pointer } from '../../model/location.ts'
import { Missing } from '../origins.ts'
import type { Scene } from '../scene.ts'
import { known, unknown, type Value } from '../value.ts'

/** The keys of a resource that are settings, with the type of what they are set to. */
type Settings = {
  readonly [K in keyof Resource as NonNullable<Resource[K]> extends { readonly attribute: string }
    ? K
    : never]-?: NonNullable<Resource[K]> extends { readonly is?: infer T } ? NonNullable<T> : never
}
export type SettingKey = keyof Settings & string

/** A setting as documents have it. */
type Setting<T> = {
  readonly attribute: string
  readonly is?: T
  readonly open?: NonNullable<NonNullable<Resource['region']>['open']>
}

/** One resource that infrastructure code is about to deploy, of a type that is known or not. */
export type Planned = {
  /** Its address; with its file in front where the address occurs more than once. */
  readonly id: string
  readonly address: string
  readonly type: string
  readonly document: Document<Infrastructure>
  readonly pointer: Pointer
  /** What was read of it; undefined for a type that is not known. */
  readonly value: Resource | undefined
  readonly provider: Value<string>
  /** `aws/rds`, or `none`. */
  readonly service: Value<string>
  /** The reason to give for what the plan says of it. */
  readonly origin: Origin
}

/** What a plan says: of a resource, by its address and the attribute that says so. */
export class InPlan {
  readonly kind = 'stated'
  readonly pointer: string
  private readonly document: Document
  private readonly path: Pointer

  constructor(document: Document, path: Pointer, text: string) {
    this.document = document
    this.path = path
    this.pointer = text
  }

  get at(): Location {
    return this.document.at(this.path)
  }
}

/** The resources of every plan, in the order of the plans. */
export function resourcesOf({ plans, reader }: Scene): readonly Planned[] {
  const seen = new Map<string, number>()
  for (const { value } of plans)
    for (const { address } of [...value.resources, ...(value.unmapped ?? [])])
      seen.set(address, (seen.get(address) ?? 0) + 1)
  const taken = new Map<string, number>()
  const idOf = (file: string, address: string): string => {
    const id = seen.get(address) === 1 ? address : `${file} ${address}`
    const before = taken.get(id) ?? 0
    taken.set(id, before + 1)
    return before === 0 ? id : `${id} #${before + 1}`
  }
  return plans.flatMap((document) => [
    ...document.value.resources.map((value, at) => mapped(document, value, at, idOf)),
    ...(document.value.unmapped ?? []).map((value, at): Planned => {
      const { address, type } = value
      const pointer = ['unmapped', at]
      const origin = new InPlan(document, pointer, address)
      const ask = `The type ${type} is not known here: name its resources under \`source\` of the components that they belong to.`
      const open = unknown(reader.missing(['components'], 'source', ask), origin)
      return {
        id: idOf(document.file, address),
        address,
        type,
        document,
        pointer,
        value: undefined,
        provider: value.provider === undefined ? open : known(value.provider, origin),
        service: open,
        origin,
      }
    }),
  ])
}

function mapped(
  document: Document<Infrastructure>,
  value: Resource,
  at: number,
  idOf: (file: string, address: string) => string,
): Planned {
  const { address, type } = value
  const pointer = ['resources', at]
  const origin = new InPlan(document, pointer, address)
  return {
    id: idOf(document.file, address),
    address,
    type,
    document,
    pointer,
    value,
    provider: known(value.provider, origin),
    service: known(value.service, origin),
    origin,
  }
}

/** Whether the plan says anything of a setting, be it that it is not known yet. */
export const says = ({ value }: Planned, key: SettingKey): boolean => value?.[key] !== undefined

/** What a setting of a resource is; where it is not set, the provider's default, if the registry records it. */
export function settingOf<K extends SettingKey>(planned: Planned, key: K, scene: Scene): Value<Settings[K]> {
  const setting = planned.value?.[key] as Setting<Settings[K]> | undefined
  const { document, pointer, address } = planned
  if (setting === undefined) {
    const ask = `Nothing that is read of ${address} tells this: look at what is deployed, and record it with a waiver.`
    return unknown(new Missing(document, pointer, key, ask), planned.origin)
  }
  const { attribute } = setting
  const origin = new InPlan(document, [...pointer, key], `${address}: ${attribute}`)
  if (setting.open === undefined) return known(setting.is as Settings[K], origin)
  const usual = setting.open === 'not-set' ? defaultOf<Settings[K]>(planned, key, attribute, scene) : undefined
  if (usual !== undefined) return known(usual.is, origin, usual.origin)
  const ask = openWords[setting.open](`\`${attribute}\``, address)
  return unknown(new Missing(document, [...pointer, key], attribute, ask), origin)
}

const openWords: Readonly<Record<NonNullable<Setting<unknown>['open']>, (what: string, of: string) => string>> = {
  'not-set': (what, of) =>
    `${what} of ${of} is not set, and the registry records no default for it: set it in the infrastructure code.`,
  'after-apply': (what, of) =>
    `${what} of ${of} is known only after apply: set it in the infrastructure code to what a plan can show.`,
  sensitive: (what, of) =>
    `${what} of ${of} is hidden as sensitive: set it in the infrastructure code to a value that is not marked so.`,
  'not-in-file': (what, of) => `${what} of ${of} is not in the file: set it in the infrastructure code.`,
  'not-understood': (what, of) =>
    `${what} of ${of} is set to something that is not understood here: write it as a plain value.`,
}

/** What counts where an attribute is not set, by the registry. */
function defaultOf<T>({ provider, type }: Planned, key: string, attribute: string, { index }: Scene) {
  const entry = index
    .resourceDefaults(provider.value ?? '')
    .find(({ value }) => value.setting === key && isOf(attribute, type, value) && fits(key, value.is))
  return entry === undefined ? undefined : { is: entry.value.is as T, origin: entry.origin }
}

type Default = { readonly type: string; readonly attribute: string }

/** Whether an attribute is the one of a default: of the resource itself, or of one with its address in front. */
function isOf(attribute: string, type: string, wanted: Default): boolean {
  if (attribute === wanted.attribute) return type === wanted.type
  return attribute.endsWith(`.${wanted.attribute}`) && attribute.split(/[.[]/).includes(wanted.type)
}

/** Whether a default is of the type of its setting: what does not fit is no default. */
function fits(key: string, is: unknown): boolean {
  if (key === 'copiesTo') return Array.isArray(is)
  if (key === 'keyManagedBy') return is === 'provider' || is === 'customer' || is === 'customer-outside'
  return typeof is === 'boolean'
}
