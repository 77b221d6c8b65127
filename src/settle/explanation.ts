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
    const { kind, truth, of = [] } = explanation
    const parts = of.filter((part) => all || kind === 'not' || part.truth === truth)
    const made = kind === 'leaf' ? leaf(explanation, subject) : { ...headOf(explanation), of: parts.map(reported) }
    known.set(explanation, made)
    return made
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

function headOf({ kind, truth, name }: Explanation): Pick<Reported, 'kind' | 'truth' | 'name'> {
  return { kind, truth: truthInWords(truth), ...(name === undefined ? {} : { name }) }
}

function leaf(explanation: Explanation, subject: Subject): Reported {
  const { fact = '', operator = '', value } = explanation
  const actual = subject.facts[fact]?.value
  return {
    ...headOf(explanation),
    fact,
    operator,
    value: value as NonNullable<Reported['value']>,
    ...(actual === undefined ? {} : { actual: inWords(actual) }),
  }
}

function truthInWords(truth: Truth): Reported['truth'] {
  return truth === undefined ? 'unknown' : truth ? 'true' : 'false'
}
