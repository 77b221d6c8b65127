/** Coverage, against its definition: flip one occurrence of a leaf, and see whether the outcome is another. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shownBy } from '../../src/author/testing/coverage.ts'
import { type LeafPart, leafPartsOf, placeRule } from '../../src/author/testing/placed.ts'
import { truth } from '../../src/evaluate/reference.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { Truth } from '../../src/model/outcome.ts'
import { isTrue, ruleOf, subjectWith } from '../evaluate/samples.ts'

const facts = ['a', 'b', 'c', 'd'] as const

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...facts).map(isTrue),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((of): Condition => ({ kind: 'all', of })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((of): Condition => ({ kind: 'any', of })),
    tie('condition').map((of): Condition => ({ kind: 'not', of })),
    tie('condition').map((of): Condition => ({ kind: 'named', name: 'name', of })),
  ),
}))

const values = fc.record(Object.fromEntries(facts.map((fact) => [fact, fc.constantFrom(true, false, undefined)])))

/** The leaves get facts of their own, so that each can be given a truth alone. */
function apart(root: Condition, names: string[]): Condition {
  switch (root.kind) {
    case 'leaf':
      names.push(root.fact)
      return isTrue(`leaf${names.length - 1}`)
    case 'not':
    case 'named':
      return { ...root, of: apart(root.of, names) }
    default:
      return { ...root, of: root.of.map((part) => apart(part, names)) }
  }
}

it('shows a leaf exactly where its truth makes the outcome', () => {
  fc.assert(
    fc.property(fc.option(condition, { nil: undefined }), condition, values, (when, require, stated) => {
      const names: string[] = []
      const split = { when: when && apart(when, names), require: apart(require, names) }
      fc.pre(names.length <= 9)
      const whens = when === undefined ? 0 : leafPartsOf(placeRule(ruleOf(when), () => undefined).require).length
      const placed = placeRule(ruleOf(require, when), () => undefined)
      const leaves: readonly LeafPart[] = [placed.when, placed.require].flatMap((part) =>
        part === undefined ? [] : leafPartsOf(part),
      )
      const shown = shownBy(placed, { subject: subjectWith(stated), asOf: 0 })
      const rootsWith = (truths: readonly Truth[]): readonly [Truth, Truth] => {
        const subject = subjectWith(Object.fromEntries(truths.map((one, place) => [`leaf${place}`, one])))
        return [split.when === undefined ? true : truth(split.when, subject, 0), truth(split.require, subject, 0)]
      }
      const now = names.map((fact) => stated[fact])
      for (const [place, leaf] of leaves.entries()) {
        const ofWhen = place < whens
        const decides = (truths: readonly Truth[]): boolean => {
          const [yes, no] = [true, false].map((one) => rootsWith(truths.map((old, at) => (at === place ? one : old))))
          if (yes === undefined || no === undefined) return false
          if (ofWhen) return yes[0] !== undefined && no[0] !== undefined && yes[0] !== no[0]
          return yes[0] === true && no[0] === true && yes[1] !== undefined && no[1] !== undefined && yes[1] !== no[1]
        }
        const own = now[place]
        const alike = names.flatMap((fact, at) => (own === undefined && fact === names[place] ? [at] : []))
        const settled = Array.from({ length: 2 ** alike.length }, (_, bits) =>
          now.map((old, at) => (alike.includes(at) ? (bits & (1 << alike.indexOf(at))) !== 0 : old)),
        )
        const open = own !== undefined || !ofWhen || rootsWith(now)[1] !== true
        const expected = settled.some(decides) && open ? (own === undefined ? 'unknown' : String(own)) : undefined
        expect(shown.get(leaf)).toBe(expected)
      }
    }),
    { numRuns: 2000, seed: 20260301 },
  )
})
