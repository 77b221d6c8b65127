import type { Diagnostic } from '../../model/diagnostic.ts'
import type { EvidencedAccount } from '../../model/generated/access-evidence.ts'
import { parseMoment } from '../../model/moment.ts'
import type { Result } from '../../model/result.ts'
import { shortened } from '../../text/harmless.ts'
import { suggest } from '../../text/nearest.ts'
import type { Cell } from '../csv/reader.ts'
import { type Entry, readTable } from '../csv/table.ts'
import type { ForeignFile } from '../importer.ts'
import { problemAt } from '../place.ts'
import { account, type Evidence, evidence } from './evidence.ts'

/** The columns, in the order of docs/access-evidence.md. */
export const columns = [
  'system',
  'login',
  'name',
  'kind',
  'active',
  'administrative',
  'mfa',
  'holders',
  'owner',
  'holder_left_on',
  'revoked_on',
  'last_used_on',
  'collected_on',
] as const
type Column = (typeof columns)[number]

const kinds = ['interactive', 'service'] as const
const factors = [
  'none',
  'some',
  'one-time-password',
  'push',
  'hardware-key',
  'passkey',
  'enforced-by-identity-provider',
] as const satisfies readonly NonNullable<EvidencedAccount['mfa']>[]

const longest = 400

/** Reads the CSV of accounts that anybody can write: docs/access-evidence.md has its columns. */
export async function read(file: ForeignFile): Promise<Result<Evidence, Diagnostic>> {
  const accounts: ReturnType<typeof account>[] = []
  const shared = { system: new Shared('system'), collected_on: new Shared('collected_on') }
  const problems = await readTable(file, {
    endsWithBreak: true,
    columns: (names) => wrongColumns(file.path, names),
    row: (entry) => {
      const row = new RowReader(file.path, entry)
      const found = accountOf(row)
      row.share(shared.system, row.text('system', 200))
      row.share(shared.collected_on, row.moment('collected_on'))
      if (row.problems.length === 0) accounts.push(found)
      return row.problems
    },
  })
  return evidence(file.path, problems, {
    format: 'accounts-csv',
    system: shared.system.value,
    collectedOn: shared.collected_on.value,
    accounts,
  })
}

function accountOf(row: RowReader) {
  const at = row.at('login')
  return account({
    at: { line: at.line, column: at.column },
    login: row.login(),
    title: row.text('name'),
    kind: row.choice('kind', kinds),
    active: row.truth('active'),
    administrative: row.truth('administrative'),
    mfa: row.choice('mfa', factors),
    holders: row.list('holders'),
    owner: row.text('owner'),
    holderLeftOn: row.momentOrNone('holder_left_on'),
    revokedOn: row.momentOrNone('revoked_on'),
    lastUsedOn: row.moment('last_used_on'),
  })
}

/** What is stated in each row and has to be the same in all: a file is of one system. */
class Shared {
  value: string | undefined
  line = 0
  readonly column: Column

  constructor(column: Column) {
    this.column = column
  }
}

class RowReader {
  readonly problems: Diagnostic[] = []
  readonly #path: string
  readonly #entry: Entry

  constructor(path: string, entry: Entry) {
    this.#path = path
    this.#entry = entry
  }

  at(column: Column): Cell {
    return this.#entry.cell(column) ?? { text: '', line: this.#entry.line, column: 1 }
  }

  /** Nothing for an empty cell: it states nothing. */
  text(column: Column, most = longest): string | undefined {
    const text = this.at(column).text.trim()
    if (text.length > most) this.#wrong(column, `is longer than ${most} characters`, 'Shorten it.')
    else if (/\p{Cc}/u.test(text)) this.#wrong(column, 'has a line break or control character', 'Take it out.')
    return text === '' ? undefined : text
  }

  login(): string {
    const login = this.text('login')
    if (login === undefined) this.#wrong('login', 'is empty', 'Give the name that the account logs in with.')
    return login ?? ''
  }

  choice<T extends string>(column: Column, values: readonly T[]): T | undefined {
    const text = this.text(column)?.toLowerCase()
    const found = values.find((value) => value === text)
    if (text !== undefined && found === undefined)
      this.#wrong(column, 'is none of its values', suggest(text, values), text)
    return found
  }

  truth(column: Column): boolean | undefined {
    const text = this.text(column)?.toLowerCase()
    if (text === undefined) return undefined
    if (text === 'yes' || text === 'true') return true
    if (text !== 'no' && text !== 'false')
      this.#wrong(column, 'is neither yes nor no', 'Write yes or no, or leave it empty.', text)
    return false
  }

  /** Names with semicolons between them; `none` states that there are none. */
  list(column: Column): readonly string[] | undefined {
    const text = this.text(column)
    if (text === undefined) return undefined
    if (text.toLowerCase() === 'none') return []
    const names = text.split(';').map((name) => name.trim())
    if (names.includes(''))
      this.#wrong(column, 'has an empty name', 'Put one semicolon between two names, and none at the end.')
    if (new Set(names).size < names.length) this.#wrong(column, 'has a name twice', 'Name each person once.')
    return names
  }

  moment(column: Column): string | undefined {
    const text = this.text(column)
    if (text !== undefined && !isMoment(text)) this.#wrong(column, 'is no date', dateHint, text)
    return text
  }

  momentOrNone(column: Column): string | undefined {
    const text = this.text(column)
    if (text === undefined) return undefined
    if (text.toLowerCase() === 'none') return 'none'
    if (!isMoment(text)) this.#wrong(column, 'is no date', `${dateHint} Write none if there is none.`, text)
    return text
  }

  share(shared: Shared, value: string | undefined): void {
    if (shared.line === 0) {
      shared.line = this.#entry.line
      shared.value = value
    } else if (value !== shared.value) {
      const hint = `Give each system, and each day of collection, a file of its own; line ${shared.line} has another.`
      this.#wrong(shared.column, 'is not the same in all rows', hint)
    }
  }

  #wrong(column: Column, what: string, hint: string, seen?: string): void {
    const subject = seen === undefined ? `\`${column}\`` : `\`${column}\` "${shortened(seen)}"`
    this.problems.push(problemAt(this.#path, this.at(column), 'IMPORT_MALFORMED', `${subject} ${what}`, hint))
  }
}

const dateHint = 'Write 2026-03-01, or 2026-03-01T18:00:00+01:00 with a time.'

const isMoment = (text: string): boolean => /^(19|20)/.test(text) && parseMoment(text) !== undefined

function wrongColumns(path: string, names: readonly Cell[]): readonly Diagnostic[] {
  const unknown = names.filter(({ text }) => !(columns as readonly string[]).includes(text.trim()))
  const problems = unknown.map((cell) => {
    const hint = `${suggest(cell.text.trim(), columns)} docs/access-evidence.md has all columns.`
    return problemAt(path, cell, 'IMPORT_MALFORMED', `There is no column "${shortened(cell.text, 40)}"`, hint)
  })
  if (names.some(({ text }) => text.trim() === 'login')) return problems
  const at = { line: 1, column: 1 }
  return [
    ...problems,
    problemAt(path, at, 'IMPORT_MALFORMED', 'The column `login` is missing', 'It names each account.'),
  ]
}
