import type { Diagnostic } from '../../model/diagnostic.ts'
import { failed, type Result } from '../../model/result.ts'
import { type Entry, readTable } from '../csv/table.ts'
import type { ForeignFile } from '../importer.ts'
import type { Want } from '../json-stream.ts'
import { problemAt } from '../place.ts'
import { account, type Evidence, evidence, momentOf } from './evidence.ts'
import { headOf, type Item, isJsonHead, readPages, textOf, truthOf } from './json.ts'

const start = { line: 1, column: 1 }
const again = 'Export it again; docs/access-evidence.md has the commands.'

/** Reads the users of a Google Workspace: `users.list` of the Directory API, or the CSV that the admin console gives. */
export const read = (file: ForeignFile): Promise<Result<Evidence, Diagnostic>> =>
  isJsonHead(file) ? readList(file) : readDownload(file)

async function readList(file: ForeignFile): Promise<Result<Evidence, Diagnostic>> {
  const users: Item[] = []
  let [pages, pagesWithNext] = [0, 0]
  const user: Want = { whole: (value, at) => users.push({ value, at }) }
  const page: Want = {
    members: (key) => {
      if (key === 'users') pages += 1
      if (key === 'users') return { items: user }
      return key === 'nextPageToken' ? { whole: () => (pagesWithNext += 1) } : 'nothing'
    },
  }
  const bare = /^[\s[]*\[\s*\{(?!.{0,200}"admin#directory#users")(?!\s*"users")/s.test(headOf(file))
  const unreadable = await readPages(file, bare ? user : page)
  if (unreadable.length > 0) return failed(unreadable)
  const customers = new Set(users.map(({ value }) => textOf(value, 'customerId')).filter((id) => id !== undefined))
  const malformed = (message: string, at = start) => problemAt(file.path, at, 'IMPORT_MALFORMED', message, again)
  const problems = [
    ...users
      .filter(({ value }) => textOf(value, 'primaryEmail') === undefined)
      .map(({ at }) => malformed('A user has no `primaryEmail`', at)),
    ...(customers.size > 1 ? [malformed('The users are of several customers (`customerId`)')] : []),
  ]
  const [customer] = customers
  return evidence(file.path, problems, {
    format: 'google-workspace-users',
    formatVersion: 'directory_v1',
    system: customer === undefined ? undefined : `google-workspace/${customer}`,
    complete: bare ? undefined : pagesWithNext < pages,
    accounts: users.map(accountOf),
  })
}

function accountOf({ value, at }: Item) {
  const roles = [
    ...(truthOf(value, 'isAdmin') === true ? ['super administrator'] : []),
    ...(truthOf(value, 'isDelegatedAdmin') === true ? ['delegated administrator'] : []),
  ]
  const none = truthOf(value, 'isAdmin') === false && truthOf(value, 'isDelegatedAdmin') === false
  return account({
    at,
    login: textOf(value, 'primaryEmail') ?? '',
    title: textOf(value, 'name', 'fullName'),
    kind: 'interactive',
    active: activeOf(value),
    administrative: roles.length > 0 ? true : none ? false : undefined,
    administrativeThrough: roles.length > 0 ? roles : undefined,
    mfa: factorOf(truthOf(value, 'isEnrolledIn2Sv')),
    lastUsedOn: momentOf(textOf(value, 'lastLoginTime') ?? ''),
  })
}

function activeOf(user: unknown): boolean | undefined {
  const off = [truthOf(user, 'suspended'), truthOf(user, 'archived')]
  if (off.includes(true) || textOf(user, 'deletionTime') !== undefined) return false
  return off.includes(undefined) ? undefined : true
}

const factorOf = (enrolled: boolean | undefined) => (enrolled === undefined ? undefined : enrolled ? 'some' : 'none')

/** The columns are in English whatever the language of the console, with a remark in brackets behind some. */
const address = 'Email Address'
const states: ReadonlyMap<string, boolean> = new Map([
  ['active', true],
  ['suspended', false],
  ['archived', false],
])

async function readDownload(file: ForeignFile): Promise<Result<Evidence, Diagnostic>> {
  const accounts: ReturnType<typeof account>[] = []
  const written = new Map<string, string>()
  const problems = await readTable(file, {
    endsWithBreak: false,
    columns: (names) => {
      for (const { text } of names) written.set(text.trim().replace(/ *\[[^\]]*\]$/, ''), text.trim())
      const message = `There is no column \`${address} [Required]\``
      return written.has(address) ? [] : [problemAt(file.path, start, 'IMPORT_MALFORMED', message, again)]
    },
    row: (entry) => {
      const cell = (column: string) => entry.cell(written.get(column) ?? column)
      const wrong = wrongCells(file.path, cell)
      if (wrong.length === 0) accounts.push(rowOf(entry.line, cell))
      return wrong
    },
  })
  return evidence(file.path, problems, { format: 'google-workspace-users', formatVersion: 'csv', accounts })
}

type Cells = Entry['cell']

function wrongCells(path: string, cell: Cells): readonly Diagnostic[] {
  const [email, enrolled] = [cell(address), cell('2sv Enrolled')]
  const wrong = (at: typeof start, message: string) => problemAt(path, at, 'IMPORT_MALFORMED', message, again)
  return [
    ...(email?.text.includes('@') ? [] : [wrong(email ?? start, `\`${address}\` is no address`)]),
    ...(enrolled === undefined || /^(true|false)?$/i.test(enrolled.text)
      ? []
      : [wrong(enrolled, '`2sv Enrolled` is neither True nor False')]),
  ]
}

function rowOf(line: number, cell: Cells) {
  const email = cell(address)
  const enrolled = cell('2sv Enrolled')?.text.toLowerCase()
  const name = [cell('First Name'), cell('Last Name')].map((part) => part?.text.trim()).filter(Boolean)
  return account({
    at: { line: email?.line ?? line, column: email?.column ?? 1 },
    login: email?.text.trim() ?? '',
    title: name.join(' ') || undefined,
    kind: 'interactive',
    active: states.get(cell('Status')?.text.trim().toLowerCase() ?? ''),
    mfa: factorOf(enrolled === 'true' ? true : enrolled === 'false' ? false : undefined),
  })
}
