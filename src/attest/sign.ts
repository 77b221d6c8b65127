import type { Sources } from '../load/workspace.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Report } from '../model/generated/report.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { type CheckOptions, check } from '../pipeline.ts'
import { type Statement, statementOf } from '../render/intoto.ts'
import { withoutBaseline } from '../settle/baseline.ts'
import { boundStatement } from './statement.ts'

/** A Report and what is to be signed of it. */
export type Signable = { readonly report: Report; readonly statement: Statement }

/**
 * Checks one engagement, with the second opinion, for signing. No baseline plays a part in it.
 *
 * Errors: those of a check; NOT_SIGNABLE, for more than one engagement.
 */
export async function signableOf(
  sources: Sources,
  options: Pick<CheckOptions, 'asOf' | 'failLevel'>,
): Promise<Result<Signable, Diagnostic>> {
  const { reports, problems } = await check(sources, { ...options, secondOpinion: true })
  const [report, second] = reports
  if (problems.length > 0 || report === undefined) return failed(problems)
  if (second !== undefined) return failed([notOne(reports.length)])
  return ok({ report, statement: boundStatement(report, sources) })
}

/** Errors: NOT_SIGNABLE, for several Reports, or one that was reduced for an audience. */
export function signableReport(reports: readonly Report[]): Result<Signable, Diagnostic> {
  const [given, second] = reports
  if (given === undefined || second !== undefined) return failed([notOne(reports.length)])
  if (given.reduced !== undefined) {
    const message = `This Report was reduced for ${given.reduced.audience}, so that nobody could verify it`
    return failed([{ code: 'NOT_SIGNABLE', message, hint: 'Sign the whole Report, or the descriptor.' }])
  }
  const report = withoutBaseline(given)
  return ok({ report, statement: statementOf(report) })
}

function notOne(count: number): Diagnostic {
  const message = `There are ${count} engagements; a signature is for one`
  return { code: 'NOT_SIGNABLE', message, hint: 'Sign each in a file of its own.' }
}
