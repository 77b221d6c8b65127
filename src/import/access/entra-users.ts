import type { Diagnostic } from '../../model/diagnostic.ts'
import { failed, type Result } from '../../model/result.ts'
import { readTable } from '../csv/table.ts'
import type { ForeignFile } from '../importer.ts'
import { problemAt } from '../place.ts'
import { isReadOnly, writingRole } from './entra-roles.ts'
import { account, type Evidence, evidence, known, momentOf } from './evidence.ts'
import { headOf, type Item, isJsonHead, isObject, listOf, partOf, readPages, textOf, truthOf } from './json.ts'

const start = { line: 1, column: 1 }
const again = 'Export it again; docs/access-evidence.md has the addresses and their `$expand`.'

/**
 * Reads what Microsoft Graph says of the users of an Entra tenant: users, what they have registered to log in with, who
 * has which role; or the CSV of users that the portal gives.
 */
export const read = (file: ForeignFile): Promise<Result<Evidence, Diagnostic>> =>
  isJsonHead(file) ? readGraph(file) : readDownload(file)

async function readGraph(file: ForeignFile): Promise<Result<Evidence, Diagnostic>> {
  const items: Item[] = []
  let [pages, pagesWithNext] = [0, 0]
  const bare = /^[\s[]*\[\s*\{(?!\s*"@odata)/.test(headOf(file))
  const item = { whole: (value: unknown, at: Item['at']) => items.push({ value: plain(value), at }) }
  const unreadable = await readPages(
    file,
    bare
      ? item
      : {
          members: (key) => {
            if (key === 'value') pages += 1
            if (key === 'value') return { items: item }
            return key === '@odata.nextLink' ? { whole: () => (pagesWithNext += 1) } : 'nothing'
          },
        },
  )
  if (unreadable.length > 0) return failed(unreadable)
  const given = items.map((one) => givenBy(one))
  const problems = given.flatMap(({ problem }, place) =>
    problem === undefined ? [] : [problemAt(file.path, items[place]?.at ?? start, 'IMPORT_MALFORMED', problem, again)],
  )
  const roles = items.some(({ value }) => isRole(value))
  const unlisted = given.flatMap((one) => one.unlisted ?? [])
  return evidence(file.path, problems, {
    format: 'entra-users',
    formatVersion: 'graph',
    complete: roles || (!bare && pagesWithNext === pages) ? false : bare ? undefined : true,
    accounts: [...given.flatMap((one) => one.accounts ?? []), ...merged(given.flatMap((one) => one.holders ?? []))],
    unlisted: unlisted.length > 0 ? unlisted : undefined,
  })
}

/** Cmdlets of PowerShell write the first letter of each key as a capital. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key.charAt(0).toLowerCase() + key.slice(1), plain(part)]),
  )
}

type Account = ReturnType<typeof account>
type Unlisted = NonNullable<Evidence['unlisted']>[number]
type Given = {
  readonly accounts?: readonly Account[]
  /** Whoever has a role, once for each. */
  readonly holders?: readonly Account[]
  readonly unlisted?: readonly Unlisted[]
  readonly problem?: string
}

const isAssignment = (value: unknown): boolean => textOf(value, 'principalId') !== undefined
const isRole = (value: unknown): boolean => isAssignment(value) || textOf(value, 'roleTemplateId') !== undefined

function givenBy(item: Item): Given {
  const { value, at } = item
  if (isAssignment(value)) {
    const principal = partOf(value, 'principal')
    if (!isObject(principal)) return { problem: 'A role assignment does not name who has it (`principal`)' }
    return ofMember(principal, textOf(value, 'roleDefinition', 'displayName'), textOf(value, 'roleDefinitionId'), item)
  }
  if (isRole(value)) {
    if (!Array.isArray(partOf(value, 'members'))) return { problem: 'A role does not list who has it (`members`)' }
    const each = listOf(value, 'members').map((member) =>
      ofMember(member, textOf(value, 'displayName'), textOf(value, 'roleTemplateId'), item),
    )
    return { holders: each.flatMap((one) => one.holders ?? []), unlisted: each.flatMap((one) => one.unlisted ?? []) }
  }
  const login = textOf(value, 'userPrincipalName')
  if (login === undefined) return { problem: 'A user has no `userPrincipalName`' }
  return {
    accounts: [
      partOf(value, 'isMfaRegistered') === undefined ? userOf(value, login, at) : registrationOf(value, login, at),
    ],
  }
}

function userOf(value: unknown, login: string, at: Item['at']): Account {
  return account({
    at,
    login,
    title: textOf(value, 'displayName'),
    kind: 'interactive',
    active: truthOf(value, 'accountEnabled'),
    lastUsedOn: momentOf(textOf(value, 'signInActivity', 'lastSignInDateTime') ?? ''),
  })
}

/**
 * Who has registered no second factor has none; a guest may have registered where their account is. Whether one that is
 * registered is asked for, Conditional Access decides, which is not in the file.
 */
function registrationOf(value: unknown, login: string, at: Item['at']): Account {
  const none = truthOf(value, 'isMfaRegistered') === false && textOf(value, 'userType')?.toLowerCase() === 'member'
  const admin = truthOf(value, 'isAdmin') === true
  return account({
    at,
    login,
    title: textOf(value, 'userDisplayName'),
    kind: 'interactive',
    administrative: admin || undefined,
    administrativeThrough: admin ? ['directory role'] : undefined,
    mfa: none ? 'none' : undefined,
  })
}

/** Whoever has a role by a group is not listed; applications are no accounts that people log in with. */
function ofMember(member: unknown, name: string | undefined, id: string | undefined, { value, at }: Item): Given {
  if (isReadOnly(name, id)) return {}
  // Roles of one's own may only read; `directoryRoles` has none of those.
  const ofTenant = isAssignment(value) && truthOf(value, 'roleDefinition', 'isBuiltIn') !== true
  const writing = !ofTenant || writingRole(id) !== undefined ? true : undefined
  const through = `role ${name ?? writingRole(id) ?? id ?? 'of the directory'}`
  const login = textOf(member, 'userPrincipalName')
  if (login !== undefined) {
    const administrativeThrough = writing && [through]
    const title = textOf(member, 'displayName')
    return {
      holders: [account({ at, login, title, kind: 'interactive', administrative: writing, administrativeThrough })],
    }
  }
  const group = textOf(member, '@odata.type') === '#microsoft.graph.group'
  if (!group) return {}
  const from = [`group ${textOf(member, 'displayName') ?? textOf(member, 'id') ?? 'without a name'}`]
  return { unlisted: [known<Unlisted>({ at, through, from, administrative: writing })] }
}

/** Somebody with several roles is one account, with all that makes them an administrator. */
function merged(holders: readonly Account[]): readonly Account[] {
  const found = new Map<string, Account>()
  for (const holder of holders) {
    const before = found.get(holder.login)
    const roles = [...(before?.administrativeThrough ?? []), ...(holder.administrativeThrough ?? [])]
    const role = roles.length > 0 && { administrative: true, administrativeThrough: [...new Set(roles)].sort() }
    found.set(holder.login, { ...(before ?? holder), ...role })
  }
  return [...found.values()]
}

async function readDownload(file: ForeignFile): Promise<Result<Evidence, Diagnostic>> {
  const accounts: Account[] = []
  const problems = await readTable(file, {
    endsWithBreak: false,
    columns: () => [],
    row: ({ line, cell }) => {
      const login = cell('userPrincipalName')
      const enabled = cell('accountEnabled')
      const text = enabled?.text.trim().toLowerCase() ?? ''
      if (login === undefined || login.text.trim() === '')
        return [problemAt(file.path, login ?? { line, column: 1 }, 'IMPORT_MALFORMED', 'The row names no user', again)]
      if (enabled !== undefined && !['true', 'false', ''].includes(text))
        return [problemAt(file.path, enabled, 'IMPORT_MALFORMED', '`accountEnabled` is neither True nor False', again)]
      accounts.push(
        account({
          at: { line: login.line, column: login.column },
          login: login.text.trim(),
          title: cell('displayName')?.text.trim(),
          kind: 'interactive',
          active: text === '' ? undefined : text === 'true',
        }),
      )
      return []
    },
  })
  return evidence(file.path, problems, { format: 'entra-users', formatVersion: 'csv', accounts })
}
