import type { Diagnostic } from '../../model/diagnostic.ts'
import { failed, type Result } from '../../model/result.ts'
import type { ForeignFile } from '../importer.ts'
import type { Want } from '../json-stream.ts'
import { problemAt } from '../place.ts'
import { Administrators, type Role } from './aws/administrators.ts'
import { arnOf, awsAccountOf } from './aws/arn.ts'
import { Policies, type Principal } from './aws/principals.ts'
import { trustOf } from './aws/trust.ts'
import { account, type Evidence, evidence, known } from './evidence.ts'
import { type Item, readPages, textOf } from './json.ts'

const start = { line: 1, column: 1 }
const again = 'Export it again with `aws iam get-account-authorization-details`, which reads all pages.'

/** The lists of all pages. Of managed policies, only what counts is kept: they make up most of the file. */
class Details {
  readonly users: Item[] = []
  readonly groups: Item[] = []
  readonly roles: Item[] = []
  readonly policies = new Policies()
  /** Whether there is a list of users at all, and a further page that is not in the file. */
  listsUsers = false
  hasMore = false

  readonly want: Want = {
    members: (key) => {
      if (key === 'UserDetailList') this.listsUsers = true
      if (key === 'UserDetailList') return itemsInto(this.users)
      if (key === 'GroupDetailList') return itemsInto(this.groups)
      if (key === 'RoleDetailList') return itemsInto(this.roles)
      if (key === 'Policies') return { items: { whole: (value) => this.policies.addManaged(value) } }
      if (key === 'IsTruncated') return { whole: (value) => this.#more(value === true) }
      if (key === 'Marker' || key === 'NextToken') return { whole: (value) => this.#more(typeof value === 'string') }
      return 'nothing'
    },
  }

  #more(more: boolean): void {
    this.hasMore ||= more
  }
}

const itemsInto = (items: Item[]): Want => ({ items: { whole: (value, at) => items.push({ value, at }) } })

/** Reads who is in an AWS account and may do what: the answer of `get-account-authorization-details`. */
export async function read(file: ForeignFile): Promise<Result<Evidence, Diagnostic>> {
  const details = new Details()
  const unreadable = await readPages(file, details.want)
  const problems = unreadable.length > 0 ? unreadable : wrongWith(file.path, details)
  return problems.length > 0 ? failed(problems) : detailsOf(file.path, details)
}

function wrongWith(path: string, { users, roles, listsUsers }: Details): readonly Diagnostic[] {
  const malformed = (at: Item['at'], message: string): Diagnostic =>
    problemAt(path, at, 'IMPORT_MALFORMED', message, again)
  if (!listsUsers) return [malformed(start, 'There is no list of users (`UserDetailList`)')]
  const nameless = [
    ...users.filter(({ value }) => textOf(value, 'UserName') === undefined),
    ...[...users, ...roles].filter(({ value }) => awsAccountOf(textOf(value, 'Arn')) === undefined),
  ]
  if (nameless.length > 0)
    return nameless.map(({ at }) => malformed(at, 'A user or a role has no name (`UserName`, `Arn`)'))
  const ids = new Set([...users, ...roles].map(({ value }) => awsAccountOf(textOf(value, 'Arn'))))
  return ids.size > 1 ? [malformed(start, 'The file is of several AWS accounts')] : []
}

function detailsOf(path: string, { users, groups, roles: items, policies, hasMore }: Details) {
  for (const { value } of groups) policies.addGroup(value)
  const arn = arnOf(textOf((users[0] ?? items[0])?.value, 'Arn') ?? '')
  const { partition, account: id } = arn ?? { partition: 'aws', account: '' }
  const roles = items.map((item): Role => ({ ...policies.principalOf(item, 'Role'), trust: trustOf(item.value, id) }))
  const administrators = new Administrators(roles, partition, id)
  // Every account has roles, which AWS makes. Without them, and all of them, nobody is known to have no way to one.
  const rolesKnown = !hasMore && roles.length > 0
  const trusts = roles.every(({ trust }) => trust.understood)
  return evidence(path, [], {
    format: 'aws-authorization-details',
    system: id === '' ? undefined : `aws/${id}`,
    complete: !hasMore,
    accounts: users.map((item) => accountOf(policies.principalOf(item, 'User'), administrators, rolesKnown)),
    unlisted: rolesKnown && trusts ? unlistedOf(roles, administrators) : undefined,
  })
}

function accountOf(user: Principal, administrators: Administrators, rolesKnown: boolean) {
  const { administrative, through } = administrators.of(user)
  return account({
    at: user.item.at,
    login: user.name,
    administrative: administrative === false && !rolesKnown ? undefined : administrative,
    administrativeThrough: administrative === true ? through : undefined,
  })
}

/** The roles that people and machines take on whose accounts are elsewhere. */
function unlistedOf(roles: readonly Role[], administrators: Administrators) {
  return roles
    .filter(({ trust }) => trust.outside.length > 0)
    .map((role) =>
      known<NonNullable<Evidence['unlisted']>[number]>({
        at: role.item.at,
        through: `role ${role.name}`,
        from: role.trust.outside,
        administrative: administrators.ofRole(role),
      }),
    )
}
