import type { Evaluated } from '../model/outcome.ts'
import type { Level } from '../model/rule.ts'
import type { Finding } from './finding.ts'
import type { ToDo } from './to-do.ts'
import { counted, listInWords } from './words.ts'

export type Verdict = { readonly result: 'pass' | 'fail'; readonly headline: string }

/** What there is to do, and how much each of its findings weighs. */
export type Remaining = { readonly toDo: readonly ToDo[]; readonly findings: readonly Pick<Finding, 'id' | 'level'>[] }

const weight: Readonly<Record<Level, number>> = { error: 2, warning: 1, note: 0 }

/** Whether what weighs so much counts at a fail level. */
export const countsAt = (level: Level, failLevel: Level): boolean => weight[level] >= weight[failLevel]

/**
 * The overall verdict. It passes only if at least one error-level rule passed, and nothing at the fail level or above
 * failed or stayed unknown. The fail level can only make it stricter: errors always count.
 */
export function verdictOf(
  evaluated: readonly Pick<Evaluated, 'rule' | 'outcome'>[],
  remaining: Remaining,
  failLevel: Level,
  packsLeftOut: readonly string[],
): Verdict {
  const counts = (level: Level): boolean => countsAt(level, failLevel)
  const open = evaluated.some(
    ({ rule, outcome }) => (outcome.kind === 'fail' || outcome.kind === 'unknown') && counts(rule.level),
  )
  const passed = evaluated.some(({ rule, outcome }) => outcome.kind === 'pass' && rule.level === 'error')
  const result = !open && passed ? 'pass' : 'fail'
  const remarks = [
    ...(packsLeftOut.length > 0 ? [`partial: ${listInWords(packsLeftOut)} not checked`] : []),
    ...(open ? remainingInWords(remaining, counts) : []),
    ...(!open && !passed ? ['no error-level requirement was shown to be met'] : []),
  ]
  return { result, headline: `${result.toUpperCase()}${remarks.length > 0 ? ` (${remarks.join('; ')})` : ''}` }
}

/**
 * What a person has to do, and how much hangs on it: `4 failed, in 8 decisions`, `9 statements missing, on which 146
 * decisions wait`. An unknown that no statement would decide is undecided.
 */
function remainingInWords({ toDo, findings }: Remaining, counts: (level: Level) => boolean): readonly string[] {
  const counting = new Set(findings.filter(({ level }) => counts(level)).map(({ id }) => id))
  const tally = (wanted: (one: ToDo) => boolean): readonly [things: number, decisions: number] => {
    const sizes = toDo.filter(wanted).map((one) => one.findings.filter((id) => counting.has(id)).length)
    return [sizes.filter((size) => size > 0).length, sizes.reduce((sum, size) => sum + size, 0)]
  }
  const [failures, failed] = tally(({ outcome }) => outcome === 'fail')
  const [statements, waiting] = tally(({ outcome, ask }) => outcome === 'unknown' && ask !== undefined)
  const [, undecided] = tally(({ outcome, ask }) => outcome === 'unknown' && ask === undefined)
  const waits = waiting === 1 ? 'waits' : 'wait'
  return [
    ...(failures > 0 ? [`${failures} failed${failed > failures ? `, in ${counted(failed, 'decision')}` : ''}`] : []),
    ...(statements > 0
      ? [`${counted(statements, 'statement')} missing, on which ${counted(waiting, 'decision')} ${waits}`]
      : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
  ]
}
