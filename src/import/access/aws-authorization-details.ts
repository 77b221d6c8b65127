import type { Diagnostic } from '../../model/diagnostic.ts'
import { failed, type Result } from '../../model/result.ts'
import type { ForeignFile } from '../importer.ts'
import { isList, isObject, listOf, partOf, textOf } from '../json/parts.ts'
import { type Json, type JsonObject, type JsonText, readJson } from '../json/read.ts'
import { problemAt } from '../place.ts'
import { wholeText } from '../whole-text.ts'
import { Administrators, type Role } from './aws/administrators.ts'
import { arnOf, awsAccountOf } from './aws/arn.ts'
import { Policies, type Principal } from './aws/principals.ts'
import { trustOf } from './aws/trust.ts'
import { account, type Evidence, evidence, known } from './evidence.ts'

const lists = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'] as const
type List = (typeof lists)[number]

const start = { line: 1, column: 1 }
const again = 'Export it again with `aws iam get-account-authorization-details`, which reads all pages.'

/** Reads who is in an AWS account and may do what: the answer of `get-account-authorization-details`. */
export async function read(file: ForeignFile): Promise<Result<Evidence, Diagnostic>> {
  const text = await wholeText(file)
  if (!text.ok) return text
  const json = readJson(file.path, text.value)
  if (!json.ok) return json
  const pages = json.value.roots.flatMap((root) => (isList(root) ? root : [root]))
  const problems = wrongWith(file.path, pages, json.value)
  return problems.length > 0 ? failed(problems) : detailsOf(file.path, pages, json.value)
}

function wrongWith(path: string, pages: readonly Json[], { placeOf }: JsonText): readonly Diagnostic[] {
  const malformed = (at: typeof start, message: string): Diagnostic =>
    problemAt(path, at, 'IMPORT_MALFORMED', message, again)
  if (!pages.every((page) => isObject(page) && lists.every((key) => isListOfObjects(page.get(key)))))
    return [malformed(start, 'One of the lists is no list of objects')]
  if (!pages.every((page) => isList(partOf(page, 'UserDetailList'))))
    return [malformed(start, 'There is no list of users (`UserDetailList`)')]
  const [users, roles] = [ofPages(pages, 'UserDetailList'), ofPages(pages, 'RoleDetailList')]
  const nameless = [
    ...users.filter((user) => textOf(user, 'UserName') === undefined),
    ...[...users, ...roles].filter((one) => awsAccountOf(textOf(one, 'Arn')) === undefined),
  ]
  if (nameless.length > 0)
    return nameless.map((one) => malformed(placeOf(one), 'A user or a role has no name (`UserName`, `Arn`)'))
  const ids = new Set([...users, ...roles].map((one) => awsAccountOf(textOf(one, 'Arn'))))
  return ids.size > 1 ? [malformed(start, 'The file is of several AWS accounts')] : []
}

const isListOfObjects = (part: Json | undefined): boolean =>
  part === undefined || (isList(part) && part.every(isObject))

const ofPages = (pages: readonly Json[], key: List): readonly JsonObject[] =>
  pages.flatMap((page) => listOf(page, key)).filter(isObject)

function detailsOf(path: string, pages: readonly Json[], { placeOf }: JsonText): Result<Evidence, Diagnostic> {
  const users = ofPages(pages, 'UserDetailList')
  const roleParts = ofPages(pages, 'RoleDetailList')
  const arn = arnOf(textOf(users[0] ?? roleParts[0], 'Arn') ?? '')
  const { partition, account: id } = arn ?? { partition: 'aws', account: '' }
  const policies = new Policies(ofPages(pages, 'Policies'), ofPages(pages, 'GroupDetailList'))
  const roles = roleParts.map((part): Role => ({ ...policies.principalOf(part, 'Role'), trust: trustOf(part, id) }))
  const administrators = new Administrators(roles, partition, id)
  const complete = !pages.some(hasMore)
  // Every account has roles, which AWS makes. Without them, and all of them, nobody is known to have no way to one.
  const rolesKnown = complete && roles.length > 0
  return evidence(path, [], {
    format: 'aws-authorization-details',
    system: id === '' ? undefined : `aws/${id}`,
    complete,
    accounts: users.map((part) =>
      accountOf(policies.principalOf(part, 'User'), placeOf(part), administrators, rolesKnown),
    ),
    unlisted:
      rolesKnown && roles.every(({ trust }) => trust.understood)
        ? unlistedOf(roles, placeOf, administrators)
        : undefined,
  })
}

function accountOf(user: Principal, at: typeof start, administrators: Administrators, rolesKnown: boolean) {
  const { administrative, through } = administrators.of(user)
  return account({
    at,
    login: user.name,
    administrative: administrative === false && !rolesKnown ? undefined : administrative,
    administrativeThrough: administrative === true ? through : undefined,
  })
}

/** The roles that people and machines take on whose accounts are elsewhere. */
function unlistedOf(roles: readonly Role[], placeOf: JsonText['placeOf'], administrators: Administrators) {
  return roles
    .filter(({ trust }) => trust.outside.length > 0)
    .map((role) =>
      known<NonNullable<Evidence['unlisted']>[number]>({
        at: placeOf(role.part),
        through: `role ${role.name}`,
        from: role.trust.outside,
        administrative: administrators.ofRole(role),
      }),
    )
}

const hasMore = (page: Json): boolean =>
  partOf(page, 'IsTruncated') === true || ['Marker', 'NextToken'].some((key) => textOf(page, key) !== undefined)
