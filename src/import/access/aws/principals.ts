import { type Item, listOf, partOf, textOf } from '../json.ts'
import { type Arn, arnOf } from './arn.ts'
import { type Policy, policyOf } from './policy.ts'
import { readOnlyPolicies } from './powers.ts'

/** A policy that somebody has, and by what: `policy AdministratorAccess`, `group admins, policy AdministratorAccess`. */
export type Held = { readonly through: string; readonly policy: Policy }

/** A user or a role, and all that its permissions come from. */
export type Principal = {
  readonly item: Item
  readonly arn: string
  readonly name: string
  readonly held: readonly Held[]
  /** What its permissions are limited to, whatever it holds. */
  readonly boundary: Policy | undefined
}

const allOfIt = {
  allows: true,
  actions: ['*'],
  notActions: undefined,
  resources: ['*'],
  notResources: undefined,
  conditional: false,
}

/** Finds the policies that the lists of one answer refer to. */
export class Policies {
  readonly #managed = new Map<string, Policy>()
  readonly #groups = new Map<string, readonly Held[]>()
  readonly #others = new Map<string, Policy>()

  /** A managed policy, of which the version that counts is kept. All come before the groups. */
  addManaged(part: unknown): void {
    const arn = textOf(part, 'Arn')
    if (arn !== undefined) this.#managed.set(arn, policyOf(nameOf(arn), documentOf(part)))
  }

  addGroup(part: unknown): void {
    const name = textOf(part, 'GroupName')
    if (name !== undefined) this.#groups.set(name, this.#heldBy(part, 'Group', `group ${name}, `))
  }

  /** A user or a role, whose name and `Arn` the file states. */
  principalOf(item: Item, kind: 'User' | 'Role'): Principal {
    const part = item.value
    const direct = this.#heldBy(part, kind, '')
    const groups = kind === 'User' ? this.#ofGroups(partOf(part, 'GroupList')) : []
    const boundary = partOf(part, 'PermissionsBoundary') ?? null
    const arn = textOf(part, 'Arn') ?? ''
    return {
      item,
      arn,
      name: textOf(part, `${kind}Name`) ?? nameOf(arn),
      held: [...direct, ...groups],
      boundary: boundary === null ? undefined : this.#byArn(textOf(boundary, 'PermissionsBoundaryArn')),
    }
  }

  #ofGroups(groups: unknown): readonly Held[] {
    if (!Array.isArray(groups)) return [{ through: 'groups', policy: this.#unreadable('groups') }]
    return groups.flatMap((group) => {
      const name = typeof group === 'string' ? group : ''
      return this.#groups.get(name) ?? [{ through: `group ${name}`, policy: this.#unreadable(`group ${name}`) }]
    })
  }

  #heldBy(part: unknown, kind: 'User' | 'Group' | 'Role', before: string): readonly Held[] {
    const inline = `${kind}PolicyList`
    const attached = listOf(part, 'AttachedManagedPolicies').map((one) => this.#byArn(textOf(one, 'PolicyArn')))
    const own = listOf(part, inline).map((one) =>
      policyOf(textOf(one, 'PolicyName') ?? 'inline', partOf(one, 'PolicyDocument')),
    )
    // Users without inline policies do not have that list; groups and roles do.
    const complete =
      Array.isArray(partOf(part, 'AttachedManagedPolicies')) && (kind === 'User' || Array.isArray(partOf(part, inline)))
    const all = [...attached, ...own, ...(complete ? [] : [this.#unreadable('not in the file')])]
    return all.map((policy) => ({ through: `${before}policy ${policy.name}`, policy }))
  }

  #byArn(text: string | undefined): Policy {
    const name = text === undefined ? 'unknown' : nameOf(text)
    const arn = text === undefined ? undefined : arnOf(text)
    if (text === undefined || arn === undefined) return this.#unreadable(name)
    const ofAws = keptByAws(arn)
    if (ofAws !== undefined && readOnlyPolicies.has(ofAws)) return this.#once(`read ${name}`, { name, statements: [] })
    const found = this.#managed.get(text)
    if (found !== undefined) return found
    if (ofAws === 'AdministratorAccess') return this.#once(`all ${name}`, { name, statements: [allOfIt] })
    return this.#unreadable(name)
  }

  #unreadable(name: string): Policy {
    return this.#once(name, { name, statements: undefined })
  }

  /** What is asked of a policy is remembered by its identity. */
  #once(key: string, policy: Policy): Policy {
    const found = this.#others.get(key) ?? policy
    this.#others.set(key, found)
    return found
  }
}

/** `policy/AdministratorAccess` of the account `aws`. */
const keptByAws = ({ account, resource }: Arn): string | undefined =>
  account === 'aws' && resource.startsWith('policy/') ? resource.slice('policy/'.length) : undefined

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1).slice(0, 300) || 'unknown'

/** The version of a policy that counts. */
function documentOf(part: unknown): unknown {
  const version = textOf(part, 'DefaultVersionId')
  const versions = listOf(part, 'PolicyVersionList')
  const found = versions.find((one) =>
    version === undefined ? partOf(one, 'IsDefaultVersion') === true : textOf(one, 'VersionId') === version,
  )
  return partOf(found, 'Document')
}
