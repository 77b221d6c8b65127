import type { Moment } from '../model/instant.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { type Case, type Cases, casesOf } from './cases.ts'
import { closuresOf, nodeDecider, type Runnable } from './closures.ts'
import type { RuleExplanation } from './explain.ts'
import { generatedFrom } from './generated.ts'
import { FALSE, NOT_APPLICABLE, outcomeKinds, TRUE, UNDECIDED, UNKNOWN_OUTCOME, verdicts } from './kleene.ts'
import { type Program, programOf, type Row } from './program.ts'

/** Closures, or generated code where the process may generate it; `by-need`: generated once it pays. */
export type Form = 'closures' | 'generated' | 'by-need'

/** The rules of one kind of subject, compiled. */
export type KindPlan = {
  readonly rules: readonly Rule[]
  readonly program: Program
  /** The facts that the rules read, in the order of a row. */
  readonly facts: readonly string[]
  readonly read: (facts: Subject['facts'], now: Moment) => Row
  readonly decide: (row: Row) => Decided
  /** The codes alone, written from `start` on, for many rows. All that is not written is not applicable. */
  readonly decideInto: (row: Row, codes: Uint8Array, start: number) => void
  /** The outcome of one rule alone. */
  readonly outcomeOf: (place: number, row: Row) => Outcome
}

/** What the rules of its kind say of one subject. */
export type Decided = {
  /** Gives the outcome of every rule, in the order of the rules. */
  visit(found: (rule: Rule, outcome: Outcome) => void): void
  /** From what was decided; nothing is evaluated again. */
  explain(rule: Rule): RuleExplanation
}

/**
 * How many subjects of a kind are decided by closures before code is generated: a single check never makes any, as
 * making it would take longer than it saves. docs/decisions/0022-compiled-plan.md.
 */
const generateAfter = 2000

/** Of a program so large, V8 would not optimise the code. */
const mostNodes = 2500

const settled: readonly Outcome[] = outcomeKinds.map((kind) => Object.freeze({ kind }) as Outcome)

export function planKind(rules: readonly Rule[], form: Form): KindPlan {
  const program = programOf(rules)
  const { nodes, roots, facts } = program
  const decided = nodeDecider(program)
  const generated = (): Runnable | undefined => (nodes.length > mostNodes ? undefined : generatedFrom(program))
  let seen = 0
  let running = (form === 'generated' ? generated() : undefined) ?? closuresOf(program, decided)

  function count(): void {
    seen++
    if (seen === generateAfter && form === 'by-need') running = generated() ?? running
  }

  const cases = casesOf(program, decided)

  return {
    rules,
    program,
    facts,
    read: (stated, now) => running.read(stated, now),
    decide: (row) => {
      count()
      const truths = new Uint8Array(nodes.length).fill(UNDECIDED)
      const codes = new Uint8Array(rules.length).fill(NOT_APPLICABLE)
      running.decide(row, truths, codes, 0)
      return new Decision(rules, cases, row, codes, truths)
    },
    decideInto: (row, codes, start) => {
      count()
      running.decideCodes(row, codes, start)
    },
    outcomeOf: (place, row) => {
      const { when, require } = roots[place] as (typeof roots)[number]
      const truths = new Uint8Array(nodes.length).fill(UNDECIDED)
      const applies = when === undefined ? TRUE : decided(when, row, truths)
      const required = applies === FALSE ? FALSE : decided(require, row, truths)
      const code = verdicts[(applies << 2) | required] as number
      if (code !== UNKNOWN_OUTCOME) return settled[code] as Outcome
      return cases.missing(cases.of(place, row, truths), place, row, truths)
    },
  }
}

/** A class, since there is one for each subject. */
class Decision implements Decided {
  private readonly rules: readonly Rule[]
  private readonly cases: Cases
  private readonly row: Row
  private readonly codes: Uint8Array
  private readonly truths: Uint8Array
  private readonly met: (Case | undefined)[]

  constructor(rules: readonly Rule[], cases: Cases, row: Row, codes: Uint8Array, truths: Uint8Array) {
    this.rules = rules
    this.cases = cases
    this.row = row
    this.codes = codes
    this.truths = truths
    this.met = []
  }

  visit(found: (rule: Rule, outcome: Outcome) => void): void {
    const { rules, codes } = this
    for (let place = 0; place < rules.length; place++) {
      const code = codes[place] as number
      found(rules[place] as Rule, code === UNKNOWN_OUTCOME ? this.unknown(place) : (settled[code] as Outcome))
    }
  }

  explain(rule: Rule): RuleExplanation {
    const place = this.rules.indexOf(rule)
    if (place < 0) throw new Error(`${rule.id} is not part of this plan`)
    return this.cases.explanation(this.caseAt(place), place, this.row, this.truths)
  }

  private unknown(place: number): Outcome {
    return this.cases.missing(this.caseAt(place), place, this.row, this.truths)
  }

  private caseAt(place: number): Case {
    const one = this.met[place] ?? this.cases.of(place, this.row, this.truths)
    this.met[place] = one
    return one
  }
}
