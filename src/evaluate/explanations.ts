import type { Condition, Operand } from '../model/condition.ts'
import type { Explanation, Truth } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { RuleExplanation } from './explain.ts'
import type { Program } from './program.ts'

/** Explains the rules of one subject. */
export type Explain = (rule: Rule) => RuleExplanation

/** A condition as it will be explained, with all explanations of it that were written. */
type Sketch = {
  readonly node: number
  readonly parts: readonly Sketch[]
  readonly write: (truth: Truth, parts: readonly Explanation[]) => Explanation
  /** By its truth and the numbers of its parts' explanations. */
  readonly written: Map<string, Written>
}

type Written = { readonly number: number; readonly explanation: Explanation }

/**
 * Explanations from what a plan decided: one walk over a rule's conditions, in which nothing is evaluated. An
 * explanation holds no value of a subject, so that one that was written serves wherever the same is to be said.
 */
export function explanationsOf({ nodeOf }: Program): (rule: Rule, truthOf: (node: number) => Truth) => RuleExplanation {
  const sketches = new Map<Condition, Sketch>()
  let count = 0
  const sketch = (condition: Condition): Sketch => {
    const known = sketches.get(condition)
    if (known !== undefined) return known
    const parts = partsOf(condition).map(sketch)
    const made = { node: nodeOf(condition), parts, write: explainedAs(condition), written: new Map() }
    sketches.set(condition, made)
    return made
  }
  const explained = ({ node, parts, write, written }: Sketch, truthOf: (node: number) => Truth): Written => {
    const of = parts.map((part) => explained(part, truthOf))
    const truth = truthOf(node)
    const key = `${truth} ${of.map(({ number }) => number).join(' ')}`
    const known = written.get(key)
    if (known !== undefined) return known
    const made = {
      number: count++,
      explanation: write(
        truth,
        of.map(({ explanation }) => explanation),
      ),
    }
    if (written.size < mostWritten) written.set(key, made)
    return made
  }
  return ({ when, require }, truthOf) => {
    const required = explained(sketch(require), truthOf).explanation
    return when === undefined
      ? { require: required }
      : { when: explained(sketch(when), truthOf).explanation, require: required }
  }
}

/** Of one condition; beyond that, each is written anew. */
const mostWritten = 1000

function explainedAs(condition: Condition): Sketch['write'] {
  const { kind } = condition
  if (kind === 'named') {
    const { name } = condition
    return (truth, of) => ({ kind, truth, name, of })
  }
  if (kind !== 'leaf') return (truth, of) => ({ kind, truth, of })
  const { fact, operator } = condition
  const value = shown(condition.value)
  return (truth) => ({ kind, truth, fact, operator, value })
}

function partsOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'leaf') return []
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of : [condition.of]
}

function shown(operand: Operand): unknown {
  if (operand.kind === 'literal') return operand.value
  return operand.kind === 'fact' ? operand.fact : 'as-of'
}
