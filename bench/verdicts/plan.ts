import { NOT_APPLICABLE } from '../../src/evaluate/kleene.ts'
import { compile } from '../../src/evaluate/plan.ts'
import type { Form, KindPlan } from '../../src/evaluate/plan-kind.ts'
import type { Row } from '../../src/evaluate/program.ts'
import { pointAt } from '../../src/model/moment.ts'
import { type Contender, everything } from './contender.ts'
import type { KindSample } from './subjects.ts'

const planned = ({ kind, rules }: KindSample, form: Form): KindPlan => {
  const plan = compile(rules, form).ofKind(kind)
  if (plan === undefined) throw new Error(`no rules for ${kind}`)
  return plan
}

/** From values in rows, as the others have them in objects. */
export const planOnValues = (form: Form): Contender => ({
  name: `the plan, ${form === 'generated' ? 'generated code' : 'closures'}`,
  oneOf: 1,
  expresses: everything,
  prepare: (sample, asOf) => {
    const { rules, running } = planned(sample, form)
    const { read, decideCodes } = running()
    const rows = sample.subjects.map(({ facts }) => read(facts, pointAt(asOf)))
    return (codes) => {
      codes.fill(NOT_APPLICABLE)
      for (let at = 0, to = 0; at < rows.length; at++, to += rules.length) decideCodes(rows[at] as Row, codes, to)
    }
  },
})

/** From subjects as they are derived: reading their facts is in the time. */
export const planOnSubjects: Contender = {
  name: 'the plan, reading subjects as well',
  oneOf: 1,
  expresses: everything,
  prepare: (sample, asOf) => {
    const { rules, running } = planned(sample, 'generated')
    const { read, decideCodes } = running()
    const now = pointAt(asOf)
    return (codes) => {
      codes.fill(NOT_APPLICABLE)
      let to = 0
      for (const { facts } of sample.subjects) {
        decideCodes(read(facts, now), codes, to)
        to += rules.length
      }
    }
  },
}

/** What the product does: outcomes with what is missing, and an explanation for all that is open. */
export const planWithFindings: Contender = {
  name: 'the plan, with findings and explanations',
  oneOf: 1,
  expresses: everything,
  prepare: (sample, asOf) => {
    const plan = compile(sample.rules, 'generated')
    const kinds = ['pass', 'fail', 'unknown', 'not-applicable'] as const
    return (codes) => {
      let to = 0
      for (const subject of sample.subjects) {
        const decided = plan.decide(subject, asOf)
        decided?.visit((rule, outcome) => {
          codes[to++] = kinds.indexOf(outcome.kind)
          if (outcome.kind === 'fail' || outcome.kind === 'unknown') decided.explain(rule)
        })
      }
    }
  },
}
