import type { Condition, Operand } from '../model/condition.ts'
import type { Explanation, Truth } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { RuleExplanation } from './explain.ts'
import type { Program } from './program.ts'

/** Writes explanations for one subject, given the truth of each node. What rules share is explained once, and shared. */
export type Explain = (rule: Rule) => RuleExplanation

/** A condition as it will be explained: everything but its truth. */
type Sketch = {
  readonly place: number
  readonly node: number
  readonly explained: (truth: Truth, parts: readonly Explanation[]) => Explanation
  readonly parts: readonly Sketch[]
}

/** Explanations from what a plan decided: one walk over a rule's conditions, in which nothing is evaluated. */
export function explanationsOf({ nodeOf }: Program): (truthOf: (node: number) => Truth) => Explain {
  const sketches = new Map<Condition, Sketch>()
  const sketch = (condition: Condition): Sketch => {
    const known = sketches.get(condition)
    if (known !== undefined) return known
    const parts = partsOf(condition).map(sketch)
    const made = { place: sketches.size, node: nodeOf(condition), explained: explainedAs(condition), parts }
    sketches.set(condition, made)
    return made
  }
  return (truthOf) => {
    const written: (Explanation | undefined)[] = []
    const write = ({ place, node, explained, parts }: Sketch): Explanation => {
      const before = written[place]
      if (before !== undefined) return before
      const explanation = explained(truthOf(node), parts.map(write))
      written[place] = explanation
      return explanation
    }
    return ({ when, require }) =>
      when === undefined
        ? { require: write(sketch(require)) }
        : { when: write(sketch(when)), require: write(sketch(require)) }
  }
}

function explainedAs(condition: Condition): Sketch['explained'] {
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
