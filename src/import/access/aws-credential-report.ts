import { Buffer } from 'node:buffer'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { failed, type Result } from '../../model/result.ts'
import type { Position } from '../../text/positions.ts'
import type { Cell } from '../csv/reader.ts'
import { type Entry, readTable } from '../csv/table.ts'
import type { ForeignFile } from '../importer.ts'
import { problemAt } from '../place.ts'
import { awsAccountOf } from './aws/arn.ts'
import { account, type Evidence, evidence, latest, momentOf } from './evidence.ts'
import { isJsonHead, readPages } from './json.ts'

/** The columns of a credential that one can come in with. All of them have to be off for an account that is not active. */
const keys = ['access_key_1_active', 'access_key_2_active', 'cert_1_active', 'cert_2_active']
const uses = ['password_last_used', 'access_key_1_last_used_date', 'access_key_2_last_used_date']
const truths = ['password_enabled', 'mfa_active', ...keys]
const moments = [
  ...uses,
  'user_creation_time',
  'password_last_changed',
  'password_next_rotation',
  'access_key_1_last_rotated',
  'access_key_2_last_rotated',
  'cert_1_last_rotated',
  'cert_2_last_rotated',
]
const unsaid = new Set(['N/A', 'no_information', 'not_supported'])

const start: Position = { line: 1, column: 1 }
const again = 'Export it again with `aws iam get-credential-report`.'

type Report = Pick<Evidence, 'collectedOn'> & {
  readonly source: Pick<ForeignFile, 'path' | 'chunks'>
  /** Where the whole report stands, if it is a part of the file. */
  readonly at?: Position
}

/** Reads a credential report of AWS IAM: its CSV, or the answer of the API that holds it in Base64. */
export async function read(file: ForeignFile): Promise<Result<Evidence, Diagnostic>> {
  if (!isJsonHead(file)) return readReport(file.path, { source: file })
  let [content, at, moment]: [string, Position, string] = ['', start, '']
  const unreadable = await readPages(file, {
    members: (key) => {
      if (key === 'GeneratedTime') return { whole: (value) => (moment = String(value)) }
      if (key !== 'Content') return 'nothing'
      return { whole: (value, place) => ([content, at] = [String(value), place]) }
    },
  })
  if (unreadable.length > 0) return failed(unreadable)
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(content))
    return failed([problemAt(file.path, at, 'IMPORT_MALFORMED', '`Content` is not in Base64', again)])
  const bytes = Buffer.from(content, 'base64')
  async function* chunks() {
    yield bytes
  }
  const collectedOn = momentOf(moment)
  return readReport(file.path, {
    source: { path: file.path, chunks },
    at,
    ...(collectedOn !== undefined && { collectedOn }),
  })
}

async function readReport(path: string, { source, at, collectedOn }: Report): Promise<Result<Evidence, Diagnostic>> {
  const accounts: ReturnType<typeof accountOf>[] = []
  const systems = new Set<string>()
  let newer = false
  const problems = await readTable(source, {
    endsWithBreak: false,
    columns: (names) => {
      newer = names.some(({ text }) => /_(active|enabled)$/.test(text) && !truths.includes(text))
      return names.some(({ text }) => text === 'user') ? [] : [noUser(path)]
    },
    row: (entry) => {
      const wrong = wrongCells(path, entry)
      if (wrong.length > 0) return wrong
      const id = awsAccountOf(entry.cell('arn')?.text)
      if (id !== undefined) systems.add(id)
      const found = accountOf(entry, newer)
      accounts.push(at === undefined ? found : { ...found, at })
      return []
    },
  })
  const placed = at === undefined ? problems : problems.map((problem) => inContent(problem, at))
  const mixed = systems.size > 1 ? [severalAccounts(path)] : []
  const [id] = systems
  return evidence(path, [...placed, ...mixed], {
    format: 'aws-credential-report',
    system: id === undefined ? undefined : `aws/${id}`,
    collectedOn,
    complete: true,
    accounts,
  })
}

/** `newer`: the report has columns of credentials that are not known here, and that somebody may come in with. */
function accountOf({ line, cell }: Entry, newer: boolean) {
  const login = cell('user')
  const root = login?.text === '<root_account>'
  const password = passwordOf(cell('password_enabled'), root)
  const credentials = [password, ...keys.map((column) => truthOf(cell(column)))]
  const off = credentials.every((one) => one === false) && !newer
  const active = credentials.includes(true) || (off ? false : undefined)
  const mfa = truthOf(cell('mfa_active'))
  return account({
    at: { line: login?.line ?? line, column: login?.column ?? 1 },
    login: login?.text ?? '',
    kind: password === true ? 'interactive' : password === false && active === true ? 'service' : undefined,
    root: login === undefined ? undefined : root,
    active,
    administrative: root || undefined,
    mfa: mfa === undefined ? undefined : mfa ? 'some' : 'none',
    lastUsedOn: lastUseOf(uses.map(cell)),
  })
}

/** The root user has a password, unless the report says that it has none: older reports say of nobody's root that it has. */
function passwordOf(cell: Cell | undefined, root: boolean): boolean | undefined {
  return root && cell?.text === 'not_supported' ? true : truthOf(cell)
}

function truthOf(cell: Cell | undefined): boolean | undefined {
  const text = cell?.text.toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : undefined
}

/** The latest use of any credential; not known where a column is missing. */
function lastUseOf(cells: readonly (Cell | undefined)[]): string | undefined {
  if (cells.some((cell) => cell === undefined)) return undefined
  return latest(cells.map((cell) => momentOf(cell?.text ?? '')))
}

function wrongCells(path: string, { cell }: Entry): readonly Diagnostic[] {
  const wrong = (columns: readonly string[], isRight: (text: string) => boolean, expected: string) =>
    columns.flatMap((column) => {
      const at = cell(column)
      if (at === undefined || unsaid.has(at.text) || isRight(at.text)) return []
      const message = `\`${column}\` is neither ${expected} nor N/A, no_information or not_supported`
      return [problemAt(path, at, 'IMPORT_MALFORMED', message, again)]
    })
  const user = cell('user')
  const nobody = user?.text === '' ? [problemAt(path, user, 'IMPORT_MALFORMED', 'The row names no user', again)] : []
  return [
    ...nobody,
    ...wrong(['arn'], (text) => awsAccountOf(text) !== undefined, 'the name of a user'),
    ...wrong(truths, (text) => /^(true|false)$/i.test(text), 'TRUE, FALSE'),
    ...wrong(moments, (text) => text.includes('T') && momentOf(text) !== undefined, 'a time'),
  ]
}

const noUser = (path: string): Diagnostic =>
  problemAt(path, start, 'IMPORT_MALFORMED', 'The report has no column `user`', again)

function severalAccounts(path: string): Diagnostic {
  const hint = 'Give each AWS account a file and an `--evidence` of its own.'
  return problemAt(path, start, 'IMPORT_MALFORMED', 'The report is of several AWS accounts', hint)
}

/** Lines of what is in Base64 are none of the file: they are told in words. */
function inContent({ code, message, hint, at }: Diagnostic, place: Position): Diagnostic {
  const line = at === undefined ? '' : ` (line ${at.line} of the decoded report)`
  return problemAt(at?.file ?? '', place, code, `${message}${line}`, hint)
}
