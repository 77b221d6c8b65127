import type { Rule, RulePack } from '../model/rule.ts'

/** What follows from packs alone is made once: the engagements of a run share them. */
export function ofPacks<T>(make: (packs: readonly RulePack[]) => T): (packs: readonly RulePack[]) => T {
  const made = new WeakMap<readonly RulePack[], { readonly value: T }>()
  return (packs) => {
    const known = made.get(packs) ?? { value: make(packs) }
    made.set(packs, known)
    return known.value
  }
}

/** The rules of all packs; one list for the same packs. */
export const rulesIn = ofPacks((packs): readonly Rule[] => packs.flatMap((pack) => pack.rules))
