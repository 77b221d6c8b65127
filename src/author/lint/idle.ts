/** Parts of rules that cannot matter: with anything in their place, every outcome is the same. */
import type { Condition } from '../../model/condition.ts'
import type { Rule } from '../../model/rule.ts'
import { type Node, TooLarge } from '../reason/diagram.ts'
import { FALSE, TRUE } from '../reason/kleene.ts'
import type { Instead } from '../reason/scope.ts'
import { leavesOfRule } from '../reason.ts'
import { type Fault, placeOf } from './fault.ts'
import { allParts, nameOf, type Part } from './parts.ts'
import { type RuleParts, scopeFor, undecided } from './single.ts'

/**
 * A part of a rule has to matter in that rule; a part of a named condition, in one of the rules that use it. It matters
 * if neither true nor false in its place leaves every outcome as it is, over facts that are stated. Where a fault was told
 * already, nothing is said of what contains it.
 */
export function idleParts(rules: readonly RuleParts[], told: ReadonlySet<string>): readonly Fault[] {
  const parts = new Map<string, { readonly part: Part; matters: boolean; certain: boolean }>()
  const faults: Fault[] = []
  // Where a named condition is nearly all that a rule says, it is told fastest what matters in it.
  const bySize = [...rules].sort((one, other) => leavesOfRule(one.rule).length - leavesOfRule(other.rule).length)
  for (const rule of bySize) {
    try {
      const isIdle = idleIn(rule.rule)
      const visit = (part: Part): void => {
        const place = keyOf(part)
        const entry = parts.get(place) ?? { part, matters: false, certain: true }
        parts.set(place, entry)
        if (!entry.matters) {
          const idle = isIdle(part.condition)
          entry.matters = idle === false
          if (idle === 'uncertain') entry.certain = false
        }
        if (entry.matters) part.of.forEach(visit)
      }
      for (const root of rule.roots) root.of.forEach(visit)
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error
      faults.push(undecided(rule.rule, 'each of its parts matters'))
    }
  }
  for (const { part, matters, certain } of parts.values()) {
    if (matters || allParts(part).some((inner) => told.has(placeOf(inner)))) continue
    faults.push(certain ? idle(part) : open(part))
  }
  return faults
}

/** A condition of a pack is the same part for every kind of subject that uses it. */
const keyOf = ({ at, condition }: Part): string => `${at.file} ${at.line} ${at.column} ${nameOf({ condition } as Part)}`

function idle(part: Part): Fault {
  const where =
    part.definedIn === undefined ? 'the rule says the same' : `no rule that uses "${part.definedIn}" says anything else`
  return {
    code: 'PART_IDLE',
    message: `${nameOf(part)} cannot matter: without it, ${where}`,
    hint: 'Remove it, or correct what stands beside it.',
    at: part.at,
  }
}

function open(part: Part): Fault {
  return {
    code: 'RULE_UNDECIDED',
    message: `It is not decided whether ${nameOf(part)} matters: dates and lengths of time stand beside it in too many ways`,
    hint: 'Compare fewer dates and lengths of time with one another, or with fewer limits.',
    at: part.at,
  }
}

function idleIn(rule: Rule): (condition: Condition) => boolean | 'uncertain' {
  const { diagrams, outcome, isComplete } = scopeFor(rule)
  const whole = outcome(rule)
  const stated = diagrams.whereStated(whole)
  return (condition) => {
    const around = containing(rule, condition)
    const same = [TRUE, FALSE].filter((truth: Node) => {
      const instead: Instead = { truths: new Map([[condition, truth]]), around }
      return diagrams.whereStated(outcome(rule, instead)) === stated
    })
    if (same.length === 0) return false
    return isComplete(whole) ? true : 'uncertain'
  }
}

/** Everything in a rule that contains a condition, wherever it stands. */
function containing({ when, require }: Rule, wanted: Condition): ReadonlySet<Condition> {
  const found = new Set<Condition>()
  const seen = new Map<Condition, boolean>()
  const visit = (condition: Condition): boolean => {
    if (condition === wanted) return true
    const known = seen.get(condition)
    if (known !== undefined) return known
    const of = condition.kind === 'leaf' ? [] : 'length' in condition.of ? condition.of : [condition.of]
    const contains = of.map(visit).includes(true)
    seen.set(condition, contains)
    if (contains) found.add(condition)
    return contains
  }
  for (const root of [when, require]) if (root !== undefined) visit(root)
  return found
}
