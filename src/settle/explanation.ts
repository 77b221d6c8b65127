import type { Explanation as Reported } from '../model/generated/report.ts'
import type { Explanation, Outcome, Truth } from '../model/outcome.ts'
import type { Subject } from '../model/subject.ts'
import type { RuleExplanation } from './deciding.ts'
import { inWords } from './words.ts'

/**
 * Why a rule says what it says, as the Report shows it: the tree of its conditions with their truth and values. Only the
 * parts that decided, which have the truth of what they are part of; or `all` of them.
 */
export function explanationOf(
  { when, require }: RuleExplanation,
  subject: Subject,
  outcome: Outcome,
  all: boolean,
): Reported {
  const part = (kind: 'when' | 'require', root: Explanation): Reported => ({
    kind,
    truth: truthInWords(root.truth),
    of: [reported(root, subject, all)],
  })
  const of = [...(when === undefined ? [] : [part('when', when)]), part('require', require)]
  return {
    kind: 'rule',
    truth: outcome.kind === 'unknown' ? 'unknown' : outcome.kind === 'fail' ? 'false' : 'true',
    of,
  }
}

function reported(explanation: Explanation, subject: Subject, all: boolean): Reported {
  const { kind, truth, name, fact, operator, value, of = [] } = explanation
  const head = { kind, truth: truthInWords(truth), ...(name === undefined ? {} : { name }) }
  if (kind !== 'leaf' || fact === undefined || operator === undefined) {
    const parts = of.filter((part) => all || kind === 'not' || part.truth === truth)
    return { ...head, of: parts.map((part) => reported(part, subject, all)) }
  }
  const actual = subject.facts[fact]?.value
  return {
    ...head,
    fact,
    operator,
    value: value as NonNullable<Reported['value']>,
    ...(actual === undefined ? {} : { actual: inWords(actual) }),
  }
}

function truthInWords(truth: Truth): Reported['truth'] {
  return truth === undefined ? 'unknown' : truth ? 'true' : 'false'
}
