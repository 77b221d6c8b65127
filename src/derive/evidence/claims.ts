import type { Origin } from '../../model/fact.ts'
import { openLike, unknown, type Value } from '../value.ts'
import { isUndated, type Judging } from './judging.ts'
import { restingOn } from './shown.ts'

/**
 * What a descriptor claims of an account, against what evidence shows. Evidence is believed: a claim that differs never
 * changes what is known from it. Where the claim is the graver one, neither is believed.
 */
export function against<T>(
  claim: Value<T>,
  evidence: Value<T>,
  { grave, same, outweighs = (one, other) => grave(one) || !grave(other) }: Judging<T>,
  differ: () => Origin,
): Value<T> {
  if (isUndated(evidence)) return openLike(evidence)
  if (evidence.value === undefined) {
    return claim.value !== undefined ? claim : unknown(...claim.from, ...evidence.from)
  }
  if (claim.value === undefined) return evidence
  const { value } = evidence
  const from = restingOn([...claim.from, ...evidence.from])
  if (same(value, claim.value) || outweighs(value, claim.value)) return { value, from }
  return unknown(differ(), ...from)
}
