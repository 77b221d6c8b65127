import type { Outcome, Truth } from '../model/outcome.ts'

/** Kleene's three truths as two bits, 'is true' and 'may be true': then `all` is `&` of its parts, and `any` is `|`. */
export const FALSE = 0
export const UNKNOWN = 1
export const TRUE = 3
/** Not decided yet: none of the three. */
export const UNDECIDED = 2

export const not = (truth: number): number => ((truth >> 1) | ((truth & 1) << 1)) ^ 3

export const fromTruth = (truth: Truth): number => (truth === undefined ? UNKNOWN : truth ? TRUE : FALSE)

export const toTruth = (truth: number): Truth => (truth === UNKNOWN ? undefined : truth === TRUE)

/** Outcomes by their codes. */
export const outcomeKinds = ['pass', 'fail', 'unknown', 'not-applicable'] as const satisfies readonly Outcome['kind'][]

const PASS = 0
export const UNKNOWN_OUTCOME = 2
export const NOT_APPLICABLE = 3

/** The code of an outcome by `when << 2 | require`: the table of verdicts. */
export const verdicts: Uint8Array = Uint8Array.from({ length: 16 }, (_, index) => {
  const [when, require] = [index >> 2, index & 3]
  if (when === FALSE) return NOT_APPLICABLE
  if (require === TRUE) return PASS
  return when === TRUE && require === FALSE ? 1 : UNKNOWN_OUTCOME
})
