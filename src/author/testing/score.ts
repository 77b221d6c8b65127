import type { RuleCoverage, RuleMutation } from './measure.ts'

/** How much of something is as it should be. */
export type Score = { readonly good: number; readonly of: number }

export const coverageScore = ({ leaves, uncovered }: RuleCoverage): Score => ({
  good: leaves - uncovered.length,
  of: leaves,
})

/** Of the mutants that can be told from the rule. */
export const mutationScore = ({ mutants, killed, equivalent }: RuleMutation): Score => ({
  good: killed,
  of: mutants - equivalent,
})

export function total(scores: readonly Score[]): Score {
  return scores.reduce((sum, { good, of }) => ({ good: sum.good + good, of: sum.of + of }), { good: 0, of: 0 })
}

/** In percent, rounded down to a tenth: 100 means all. Of nothing, all is as it should be. */
export function percent({ good, of }: Score): number {
  return of === 0 ? 100 : Math.floor((good * 1000) / of) / 10
}

/** What is enough, in percent, unless somebody wants another share. */
export const wanted = { coverage: 100, mutation: 95 } as const

/** Exactly, so that nothing is rounded up to what is wanted. */
export const reaches = ({ good, of }: Score, least: number): boolean => good * 100 >= of * least
