import type { Diagnostic } from '../../model/diagnostic.ts'
import type { AccessEvidence, EvidencedAccount } from '../../model/generated/access-evidence.ts'
import { parseMoment } from '../../model/moment.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { Position } from '../../text/positions.ts'
import type { Read } from '../importer.ts'
import { problemAt } from '../place.ts'

export type Evidence = Read<AccessEvidence>
type Account = EvidencedAccount & { readonly at: Position }

/** Values of which some may be missing; those are then left out. */
type Perhaps<T> = { readonly [K in keyof T]: T[K] | undefined }

/** Leaves out what is undefined: it is not known. */
export const known = <T extends object>(values: Perhaps<T>): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T

/** An account with what is known of it. */
export const account = (values: Perhaps<Account>): Account => known<Account>(values)

/**
 * A moment as another tool writes it: finer than a millisecond is cut off, and an offset may be without its colon.
 * Nothing for what is no moment, or before 1900, as the date that some tools write for 'never'.
 */
export function momentOf(text: string): string | undefined {
  const written = text
    .replace(/(\.\d{3})\d+/, '$1')
    .replace(/([+-]\d\d)(\d\d)$/, (whole, hours: string, minutes: string) =>
      /T/.test(text) ? `${hours}:${minutes}` : whole,
    )
  return /^(19|20)/.test(written) && parseMoment(written) !== undefined ? written : undefined
}

/** The latest of several moments; nothing where there is none. */
export function latest(moments: readonly (string | undefined)[]): string | undefined {
  const stated = moments.filter((moment) => moment !== undefined)
  return stated.reduce<string | undefined>(
    (last, moment) => (last === undefined || instantOf(moment) > instantOf(last) ? moment : last),
    undefined,
  )
}

const instantOf = (moment: string): number => parseMoment(moment)?.from ?? 0

/** What was read, unless it has a problem, no account, or one account twice. */
export function evidence(
  file: string,
  problems: readonly Diagnostic[],
  found: Perhaps<Omit<Evidence, 'accounts'>> & { readonly accounts: readonly Account[] },
): Result<Evidence, Diagnostic> {
  const all = [...problems, ...(problems.length === 0 ? wrongWith(file, found.accounts) : [])]
  return all.length > 0 ? failed(all) : ok(known<Evidence>(found))
}

function wrongWith(file: string, accounts: readonly Account[]): readonly Diagnostic[] {
  if (accounts.length === 0) {
    const hint = 'Export it again, with an account that may read all users.'
    return [problemAt(file, { line: 1, column: 1 }, 'IMPORT_NOTHING', 'The file lists no account', hint)]
  }
  const lines = new Map<string, number>()
  const problems: Diagnostic[] = []
  for (const { login, at } of accounts) {
    const before = lines.get(login)
    if (before === undefined) lines.set(login, at.line)
    else {
      const message = `The account of line ${before} is listed a second time`
      problems.push(problemAt(file, at, 'IMPORT_MALFORMED', message, 'Keep one of the two.'))
    }
  }
  return problems
}
