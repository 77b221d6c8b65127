import type { Explanation as Reported } from '../model/generated/report.ts'
import type { Explanation, Outcome, Truth } from '../model/outcome.ts'
import type { Subject } from '../model/subject.ts'
import type { RuleExplanation } from './deciding.ts'
import { inWords } from './words.ts'

/** Explains what the rules say of one subject. */
export type Reporter = (explanation: RuleExplanation, outcome: Outcome) => Reported

/**
 * Why rules say what they say of a subject, as the Report shows it: the tree of conditions with their truth and values.
 * Only the parts that decided, which have the truth of what they are part of; or `all` of them.
 *
 * Conditions that rules share are explained once, and the parts of the Report are shared as well.
 */
export function reporterFor(subject: Subject, all: boolean): Reporter {
  const known = new Map<Explanation, Reported>()
  const reported = (explanation: Explanation): Reported => {
    const before = known.get(explanation)
    if (before !== undefined) return before
    const made = explanation.kind === 'leaf' ? leaf(explanation, subject) : parent(explanation, partsOf(explanation))
    known.set(explanation, made)
    return made
  }
  const partsOf = ({ kind, truth, of = [] }: Explanation): readonly Reported[] => {
    const parts: Reported[] = []
    for (const part of of) if (all || kind === 'not' || part.truth === truth) parts.push(reported(part))
    return parts
  }
  const part = (kind: 'when' | 'require', root: Explanation): Reported => ({
    kind,
    truth: truthInWords(root.truth),
    of: [reported(root)],
  })
  return ({ when, require }, outcome) => {
    const truth = outcome.kind === 'unknown' ? 'unknown' : outcome.kind === 'fail' ? 'false' : 'true'
    return { kind: 'rule', truth, of: [...(when === undefined ? [] : [part('when', when)]), part('require', require)] }
  }
}

// There are thousands of parts, so that neither puts its object together from others.

function parent({ kind, truth, name }: Explanation, of: readonly Reported[]): Reported {
  const said = truthInWords(truth)
  return name === undefined ? { kind, truth: said, of } : { kind, truth: said, name, of }
}

function leaf({ kind, truth, fact = '', operator = '', value }: Explanation, subject: Subject): Reported {
  const actual = subject.facts[fact]?.value
  const asked = value as NonNullable<Reported['value']>
  const said = truthInWords(truth)
  return actual === undefined
    ? { kind, truth: said, fact, operator, value: asked }
    : { kind, truth: said, fact, operator, value: asked, actual: inWords(actual) }
}

function truthInWords(truth: Truth): Reported['truth'] {
  return truth === undefined ? 'unknown' : truth ? 'true' : 'false'
}
