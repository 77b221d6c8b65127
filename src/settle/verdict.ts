import type { Evaluated } from '../model/outcome.ts'
import type { Level } from '../model/rule.ts'
import { listInWords } from './words.ts'

export type Verdict = { readonly result: 'pass' | 'fail'; readonly headline: string }

const weight: Readonly<Record<Level, number>> = { error: 2, warning: 1, note: 0 }

/**
 * The overall verdict. It passes only if at least one error-level rule passed, and nothing at the fail level or above
 * failed or stayed unknown. The fail level can only make it stricter: errors always count.
 */
export function verdictOf(
  evaluated: readonly Pick<Evaluated, 'rule' | 'outcome'>[],
  failLevel: Level,
  packsLeftOut: readonly string[],
): Verdict {
  const open = (kind: 'fail' | 'unknown'): number =>
    evaluated.filter(({ rule, outcome }) => outcome.kind === kind && weight[rule.level] >= weight[failLevel]).length
  const [failed, unknown] = [open('fail'), open('unknown')]
  const passed = evaluated.some(({ rule, outcome }) => outcome.kind === 'pass' && rule.level === 'error')
  const remarks = [
    ...(packsLeftOut.length > 0 ? [`partial: ${listInWords(packsLeftOut)} not checked`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
    ...(failed + unknown === 0 && !passed ? ['no error-level requirement was shown to be met'] : []),
  ]
  const result = failed + unknown === 0 && passed ? 'pass' : 'fail'
  return { result, headline: `${result.toUpperCase()}${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}` }
}
