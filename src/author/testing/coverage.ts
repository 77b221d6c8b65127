/**
 * Condition coverage to the standard of masking MC/DC, with a third truth.
 *
 * A case **shows** a leaf, in one of three ways:
 *
 * - as *true* or as *false*: the leaf has that truth, and with the other one, everything else being as it is, the outcome
 *   would be another. For that, what stands beside it on the way to its root must not decide: true in every `all`, false
 *   in every `any`. A leaf of `when` then decides whether the rule applies; a leaf of `require`, where `when` is true,
 *   whether the subject passes or fails.
 * - as *unknown*: the leaf and the outcome are unknown, and the facts that the leaf lacks, if they were stated, would
 *   settle the outcome, with a say of this leaf in it. Other leaves may lack the same facts; nothing that the leaf does
 *   not read is in doubt.
 *
 * Each leaf has to be shown in all three ways; a leaf is an occurrence, so that a named condition is covered anew in each
 * rule and place that names it. A leaf that compares as-of with an instant is never unknown, and needs only the first two.
 * Every leaf that can decide anything can be shown: one that cannot says nothing, and is a fault of the rule.
 */
import { lacking } from '../../evaluate/compare.ts'
import { combined, truth, valueAt } from '../../evaluate/reference.ts'
import type { Instant } from '../../model/instant.ts'
import { parseMoment } from '../../model/moment.ts'
import { asOfFact } from '../../model/operators.ts'
import type { Truth } from '../../model/outcome.ts'
import type { Subject } from '../../model/subject.ts'
import { isLeafPart, type LeafPart, leafPartsOf, type Part, type PlacedRule } from './placed.ts'

export type Need = 'true' | 'false' | 'unknown'

/** A leaf and what no case shows of it. */
export type LeafCoverage = {
  readonly part: LeafPart
  readonly root: 'when' | 'require'
  readonly lacks: readonly Need[]
}

/** What a case is about. */
export type Situation = { readonly subject: Subject; readonly asOf: Instant }

/** Every leaf of a rule, with what the situations do not show of it. */
export function coverageOf(placed: PlacedRule, situations: readonly Situation[]): readonly LeafCoverage[] {
  const shown = situations.map((one) => shownBy(placed, one))
  return (['when', 'require'] as const).flatMap((root) => {
    const part = placed[root]
    const leaves = part === undefined ? [] : leafPartsOf(part)
    return leaves.map((leaf) => ({
      part: leaf,
      root,
      lacks: needsOf(leaf).filter((need) => !shown.some((map) => map.get(leaf) === need)),
    }))
  })
}

function needsOf({ condition: { fact, value } }: LeafPart): readonly Need[] {
  const literal = value.kind === 'literal' ? parseMoment(String(value.value)) : undefined
  const alwaysKnown = fact === asOfFact && literal !== undefined && !literal.dateOnly
  return alwaysKnown ? ['true', 'false'] : ['true', 'false', 'unknown']
}

/** The leaves that a situation shows, each with the truth as which it shows it. */
export function shownBy({ when, require }: PlacedRule, situation: Situation): ReadonlyMap<LeafPart, Need> {
  const applies = when === undefined ? undefined : stateOf(when, situation)
  const required = stateOf(require, situation)
  const shown = new Map<LeafPart, Need>()
  if (applies !== undefined) {
    collect(applies, undefined, shown, (leaf) => leaf.truth !== undefined || required.truth !== true)
    if (applies.truth === false) return shown
  }
  const states = applies === undefined ? [] : [applies]
  collect(required, { states, neutral: true, above: undefined }, shown, () => true)
  return shown
}

/** A part with its truth in one situation. */
type State = {
  readonly part: Part
  readonly truth: Truth
  readonly of: readonly State[]
  /** The facts that an unknown leaf lacks. */
  readonly lacks: readonly string[]
}

function stateOf(part: Part, situation: Situation): State {
  const { condition } = part
  const { subject, asOf } = situation
  if (condition.kind === 'leaf') {
    const known = truth(condition, subject, asOf)
    const lacks = known === undefined ? lacking(condition, (fact) => valueAt(fact, subject, asOf)) : []
    return { part, truth: known, of: [], lacks }
  }
  const of = part.parts.map((one) => stateOf(one, situation))
  const parts = of.map((one) => one.truth)
  return { part, truth: combined(condition.kind, parts), of, lacks: [] }
}

/** What stands beside the way from a leaf to its root, and the truth with which it leaves the decision to the leaf. */
type Beside = { readonly states: readonly State[]; readonly neutral: boolean; readonly above: Beside | undefined }

function collect(
  state: State,
  beside: Beside | undefined,
  shown: Map<LeafPart, Need>,
  counts: (leaf: State) => boolean,
): void {
  const { part, of } = state
  if (isLeafPart(part)) {
    const facts = new Set(state.lacks)
    for (let way = beside; way !== undefined; way = way.above) {
      const { states, neutral } = way
      if (!states.every((other) => canBe(other, neutral, facts))) return
    }
    if (counts(state)) shown.set(part, state.truth === undefined ? 'unknown' : state.truth ? 'true' : 'false')
    return
  }
  const neutral = part.condition.kind === 'all'
  for (const one of of) {
    const states = of.filter((other) => other !== one)
    // What is decided beside it decides for all that is in it.
    if (states.some(({ truth }) => truth === !neutral)) continue
    collect(one, { states, neutral, above: beside }, shown, counts)
  }
}

/** Whether a part has a truth, or could have it once the given facts are stated. */
function canBe({ part: { condition }, truth, of, lacks }: State, wanted: boolean, facts: ReadonlySet<string>): boolean {
  if (truth !== undefined) return truth === wanted
  if (condition.kind === 'leaf') return lacks.every((fact) => facts.has(fact))
  if (condition.kind === 'not') return of.every((one) => canBe(one, !wanted, facts))
  const decisive = condition.kind === 'any'
  return wanted === decisive && condition.kind !== 'named'
    ? of.some((one) => canBe(one, wanted, facts))
    : of.every((one) => canBe(one, wanted, facts))
}
