import { retentions } from '../model/facts/values.ts'
import type { ProcessingTerms } from '../model/generated/common.ts'
import type { ProcessingAgreement, Term } from './agreements.ts'
import { chain, likewise, map, unknown, type Value } from './value.ts'
import { hoursOf } from './window.ts'

/** What the terms of a sub-processor are compared in. What a controller alone needs is not in it. */
const compared: Readonly<Partial<Record<Term, string>>> = {
  'documented-instructions': 'documented instructions',
  'instructions-on-transfers': 'instructions for transfers',
  'notice-of-legal-requirement': 'notice of what the law requires',
  confidentiality: 'confidentiality',
  security: 'security',
  'sub-processor-changes': 'notice of new sub-processors',
  'sub-processor-obligations': 'the same obligations for sub-processors',
  'assistance-with-rights': 'help with requests of data subjects',
  'assistance-with-security': 'help with security',
  'breach-notice': 'notice of breaches',
  'assistance-with-impact-assessments': 'help with impact assessments',
  'deletion-or-return': 'deletion or return',
  'information-on-compliance': 'information on compliance',
  audits: 'audits',
  'warning-of-unlawful-instructions': 'warning of unlawful instructions',
}

type Compared = { readonly what: string; readonly weaker: Value<boolean> }

/**
 * The terms in which one agreement gives less than the one above it, term by term. A term that either leaves open is
 * open; one that the agreement above does not have cannot be weaker.
 */
export function compareTerms(below: ProcessingAgreement, above: ProcessingAgreement): readonly Compared[] {
  const terms = Object.entries(compared).map(([term, what]) => ({
    what,
    weaker: less(states(above, term as Term), states(below, term as Term), (up, down) => up && !down),
  }))
  const of = <T>(
    what: string,
    pick: (terms: ProcessingTerms) => T | undefined,
    path: readonly string[],
    isLess: (up: T, down: T) => boolean,
  ): Compared => ({ what, weaker: less(above.says(pick, ...path), below.says(pick, ...path), isLess) })
  return [
    ...terms,
    of(
      'the time for notice of a breach',
      (one) => one.breachNotice?.within,
      ['breachNotice', 'within'],
      (up, down) => (hoursOf(down) ?? Number.POSITIVE_INFINITY) > (hoursOf(up) ?? Number.POSITIVE_INFINITY),
    ),
    of(
      'from when that time counts',
      (one) => one.breachNotice?.startsAt,
      ['breachNotice', 'startsAt'],
      (up, down) => up === 'awareness' && down !== 'awareness',
    ),
    of(
      'who chooses between deletion and return',
      (one) => one.deletion?.choice,
      ['deletion', 'choice'],
      (up, down) => up === 'controller' && down !== 'controller',
    ),
    of(
      'deletion of copies',
      (one) => one.deletion?.copies,
      ['deletion', 'copies'],
      (up, down) => up && !down,
    ),
    of(
      'what may keep data longer',
      (one) => one.deletion?.retention,
      ['deletion', 'retention'],
      (up, down) => retentions.indexOf(down) > retentions.indexOf(up),
    ),
    of(
      'the rights that help covers',
      (one) => one.rights?.covers,
      ['rights', 'covers'],
      (up, down) => up.some((right) => !down.includes(right)),
    ),
  ]
}

export const states = (agreement: ProcessingAgreement, term: Term): Value<boolean> =>
  map(agreement.place(term), (place) => place !== 'not-in-document')

/** Nothing is less than what neither has to be: where the one above has it not at all, or the one below has all of it. */
function less<T>(up: Value<T>, down: Value<T>, isLess: (up: T, down: T) => boolean): Value<boolean> {
  if (up.value === false) return likewise(false, up)
  if (down.value === true) return likewise(false, down)
  if (up.value === undefined || down.value === undefined)
    return unknown(...(up.value === undefined ? up.from : []), ...(down.value === undefined ? down.from : []))
  return chain(up, (one) => map(down, (other) => isLess(one, other)))
}
