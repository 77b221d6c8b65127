import type { Explanation as Reported } from '../model/generated/report.ts'
import type { Explanation, Outcome, Truth } from '../model/outcome.ts'
import type { Subject } from '../model/subject.ts'
import type { RuleExplanation } from './deciding.ts'
import { inWords } from './words.ts'

/** Why a rule says what it says, as the Report shows it: the tree of its conditions with their truth and values. */
export function explanationOf({ when, require }: RuleExplanation, subject: Subject, outcome: Outcome): Reported {
  const part = (kind: 'when' | 'require', root: Explanation): Reported => ({
    kind,
    truth: truthInWords(root.truth),
    of: [reported(root, subject)],
  })
  const of = [...(when === undefined ? [] : [part('when', when)]), part('require', require)]
  return {
    kind: 'rule',
    truth: outcome.kind === 'unknown' ? 'unknown' : outcome.kind === 'fail' ? 'false' : 'true',
    of,
  }
}

function reported({ kind, truth, name, fact, operator, value, of }: Explanation, subject: Subject): Reported {
  const head = { kind, truth: truthInWords(truth), ...(name === undefined ? {} : { name }) }
  if (kind !== 'leaf' || fact === undefined || operator === undefined) {
    return { ...head, of: (of ?? []).map((part) => reported(part, subject)) }
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
