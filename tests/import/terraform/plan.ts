import { importInfrastructure } from '../../../src/import/index.ts'
import { parseAddress } from '../../../src/import/terraform/address.ts'
import type { Infrastructure } from '../../../src/model/generated/infrastructure.ts'
import { foreign } from '../foreign.ts'

type Values = Readonly<Record<string, unknown>>

/** A resource of a plan. Everything that is set in `after` counts as written in the code as a constant, but for `refs`. */
export type Wanted = {
  readonly address: string
  readonly after?: Values | null
  readonly unknown?: unknown
  readonly sensitive?: unknown
  /** What attributes refer to: `{ bucket: ['aws_s3_bucket.a.id'] }`. The beginnings of each are added as plans have them. */
  readonly refs?: Readonly<Record<string, readonly string[]>>
  /** What its code is repeated for. */
  readonly forEach?: readonly string[]
  /** The expressions of the code as they are, instead of those that are made up. */
  readonly expressions?: Values
  readonly actions?: readonly string[]
  /** The source of the provider; by the beginning of the type otherwise. */
  readonly source?: string
  /** The key of its provider's configuration; the default one otherwise. */
  readonly providerKey?: string
  readonly previousAddress?: string
  readonly deposed?: string
}

export type Around = {
  /** Values of the root's variables; each is declared, and those in `sensitive` as sensitive. */
  readonly variables?: Values
  readonly sensitive?: readonly string[]
  /** By key (`aws`, `aws.eu`, `module.a:aws`): the region, as a constant or as references. */
  readonly providers?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** By path of the module (`module.a`): what it is called with, as constants or references. */
  readonly calls?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
  /** By path of the module: what its outputs refer to. */
  readonly outputs?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** More keys of the plan, such as `errored`. */
  readonly also?: Values
}

const sources: Readonly<Record<string, string>> = {
  aws: 'hashicorp/aws',
  google: 'hashicorp/google',
  azurerm: 'hashicorp/azurerm',
  azuread: 'hashicorp/azuread',
  azapi: 'azure/azapi',
  digitalocean: 'digitalocean/digitalocean',
  cloudflare: 'cloudflare/cloudflare',
  hcloud: 'hetznercloud/hcloud',
  ovh: 'ovh/ovh',
  scaleway: 'scaleway/scaleway',
  exoscale: 'exoscale/exoscale',
  datadog: 'datadog/datadog',
  github: 'integrations/github',
  random: 'hashicorp/random',
}

/** A plan as `terraform show -json` writes it. */
export function plan(resources: readonly Wanted[], around: Around = {}): Values {
  const variables = around.variables ?? {}
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    variables: mapped(variables, (value) => ({ value })),
    planned_values: { root_module: plannedModule(resources, []) },
    resource_changes: resources.map(change),
    configuration: {
      provider_config: mapped(around.providers ?? {}, providerConfig),
      root_module: {
        ...moduleCode(resources, around, ''),
        variables: mapped(variables, (value, name) => ({
          default: value,
          ...(around.sensitive?.includes(name) && { sensitive: true }),
        })),
      },
    },
    timestamp: '2026-11-23T06:00:00Z',
    applyable: true,
    complete: true,
    errored: false,
    ...around.also,
  }
}

/** Reads a plan through the importer, from bytes; fails if it is not readable. */
export async function readPlan(resources: readonly Wanted[], around: Around = {}): Promise<Infrastructure> {
  const result = await readText(JSON.stringify(plan(resources, around)))
  if (!result.ok) throw new Error(result.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'))
  return result.value.value
}

/** What is said of the resource at an address. */
export async function readOne(resources: readonly Wanted[], address: string, around: Around = {}) {
  const found = (await readPlan(resources, around)).resources.find((one) => one.address === address)
  if (found === undefined) throw new Error(`${address} is not among the resources`)
  return found
}

export const readText = (text: string | Uint8Array, chunkLength?: number) =>
  importInfrastructure(foreign('plan.json', text, chunkLength))

function change(wanted: Wanted): Values {
  const { address, after = {}, unknown = {}, sensitive = {}, actions = ['create'] } = wanted
  return {
    ...identity(wanted),
    ...(parseAddress(address).modules.steps.length > 0 && { module_address: moduleAddress(address) }),
    ...(wanted.previousAddress !== undefined && { previous_address: wanted.previousAddress }),
    ...(wanted.deposed !== undefined && { deposed: wanted.deposed }),
    change: {
      actions,
      before: null,
      after,
      after_unknown: unknown,
      before_sensitive: false,
      after_sensitive: sensitive,
    },
  }
}

function identity({ address, source }: Wanted): Values {
  const { block, key } = parseAddress(address)
  const data = block.startsWith('data.')
  const [type = '', name = ''] = (data ? block.slice('data.'.length) : block).split('.')
  const provider = source ?? sources[type.split('_')[0] ?? ''] ?? 'example/unknown'
  return {
    address,
    mode: data ? 'data' : 'managed',
    type,
    name,
    ...(key !== undefined && { index: key }),
    provider_name: `registry.terraform.io/${provider}`,
  }
}

function moduleAddress(address: string): string {
  return address.slice(0, address.indexOf(parseAddress(address).block.split('.')[0] ?? '') - 1)
}

function plannedModule(resources: readonly Wanted[], path: readonly string[]): Values {
  const inside = resources.filter((one) => !(one.actions ?? []).every((action) => action === 'delete') || !one.actions)
  const at = (one: Wanted): readonly string[] =>
    parseAddress(one.address).modules.steps.map(
      ({ name, key }) => `${name}${key === undefined ? '' : JSON.stringify(key)}`,
    )
  const below = inside.filter((one) => at(one).length > path.length && path.every((step, i) => at(one)[i] === step))
  const children = [...new Set(below.map((one) => at(one)[path.length] as string))]
  return {
    resources: inside
      .filter((one) => at(one).join() === path.join())
      .map((one) => ({
        ...identity(one),
        schema_version: 0,
        values: one.after ?? {},
        sensitive_values: one.sensitive ?? {},
      })),
    ...(children.length > 0 && { child_modules: children.map((child) => plannedModule(below, [...path, child])) }),
  }
}

/** A module of the code, with those in it. */
function moduleCode(resources: readonly Wanted[], around: Around, path: string): Values {
  const pathOf = (one: Wanted): string =>
    parseAddress(one.address)
      .modules.steps.map(({ name }) => `module.${name}`)
      .join('.')
  const own = resources.filter((one) => pathOf(one) === path)
  const blocks = new Map(own.map((one) => [parseAddress(one.address).block, one]))
  const prefix = path === '' ? 'module.' : `${path}.module.`
  const paths = [...resources.map(pathOf), ...Object.keys(around.calls ?? {}), ...Object.keys(around.outputs ?? {})]
  const calls = new Set(
    paths.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length).split('.')[0] as string),
  )
  return {
    outputs: mapped(around.outputs?.[path] ?? {}, (references) => ({
      expression: { references: withBeginnings(references) },
    })),
    resources: [...blocks.values()].map((one) => block(one)),
    module_calls: Object.fromEntries(
      [...calls].map((call) => {
        const inputs = around.calls?.[prefix + call] ?? {}
        const module = { ...moduleCode(resources, around, prefix + call), variables: mapped(inputs, () => ({})) }
        return [call, { source: `./${call}`, expressions: mapped(inputs, expression), module }]
      }),
    ),
  }
}

function block(wanted: Wanted): Values {
  const { mode, type, name } = identity(wanted)
  const local = String(type).split('_')[0] as string
  const constants = Object.entries(wanted.after ?? {}).flatMap(([attribute, value]) =>
    value === null || value === ('' as unknown) ? [] : [[attribute, { constant_value: value }] as const],
  )
  return {
    address: `${type}.${name}`,
    mode,
    type,
    name,
    provider_config_key: wanted.providerKey ?? local,
    expressions: wanted.expressions ?? { ...Object.fromEntries(constants), ...mapped(wanted.refs ?? {}, expression) },
    schema_version: 0,
    ...(wanted.forEach !== undefined && { for_each_expression: expression(wanted.forEach) }),
  }
}

function providerConfig(region: string | readonly string[] | undefined, key: string): Values {
  const [, module, local = key] = /^(.*):(.*)$/.exec(key) ?? []
  const [name = '', alias] = local.split('.')
  return {
    name,
    full_name: `registry.terraform.io/${sources[name] ?? 'example/unknown'}`,
    ...(alias !== undefined && { alias }),
    ...(module !== undefined && { module_address: module }),
    ...(region !== undefined && { expressions: { region: expression(region) } }),
  }
}

const expression = (one: string | readonly string[]): Values =>
  typeof one === 'string' ? { constant_value: one } : { references: withBeginnings(one) }

/** Plans write `a.b[0].c` as `a.b[0].c`, `a.b[0]` and `a.b`. */
const withBeginnings = (references: readonly string[]): readonly string[] =>
  references.flatMap((one) => {
    const shorter: string[] = [one]
    const shortest = one.startsWith('data.') ? 3 : 2
    for (let rest = one; ; ) {
      const cut = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('['))
      rest = rest.slice(0, cut)
      if (cut < 0 || rest.split('.').length < shortest) return shorter
      shorter.push(rest)
    }
  })

const mapped = <T, U>(
  values: Readonly<Record<string, T>>,
  f: (value: T, name: string) => U,
): Readonly<Record<string, U>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, f(value, name)]))
