import type { Baseline } from './generated/baseline.ts'
import type { Waivers } from './generated/waivers.ts'
import type { Location } from './location.ts'

/** One entry of a waivers document, with the places at which it is told what is wrong with it. */
export type GivenWaiver = Waivers['waivers'][number] & {
  readonly at: { readonly [key in 'engagement' | 'rule' | 'subject' | 'expires' | 'factsDigest']: Location }
}

/** A baseline as it was read: no two entries of it are about one finding. */
export type GivenBaseline = { readonly file: string; readonly entries: readonly BaselineEntry[] }

export type BaselineEntry = Baseline['findings'][number] & { readonly at: Location }

/** What a waiver or an entry of a baseline names. */
type Named = { readonly rule: string; readonly subject: { readonly kind: string; readonly id: string } }

/** What each key names, where it names one thing and no other. */
export function byNamed<T extends Named>(things: readonly T[]): ReadonlyMap<string, T | 'several'> {
  const found = new Map<string, T | 'several'>()
  for (const thing of things) {
    const key = keyOfNamed(thing)
    found.set(key, found.has(key) ? 'several' : thing)
  }
  return found
}

/** One text for a rule and a subject, whatever stands in them. */
export const keyOfNamed = ({ rule, subject }: Named): string => JSON.stringify([rule, subject.kind, subject.id])
