import type { Moment } from '../model/instant.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { type Cases, casesOf, type Met, type Seen } from './cases.ts'
import { closuresOf, nodeDecider, packed, type Runnable, valuesOf } from './closures.ts'
import type { RuleExplanation } from './explain.ts'
import { generatedFrom } from './generated.ts'
import { FALSE, NOT_APPLICABLE, outcomeKinds, TRUE, UNDECIDED, UNKNOWN_OUTCOME, verdicts } from './kleene.ts'
import { leafStatesOf } from './leaf-states.ts'
import { type Program, programOf, type Row } from './program.ts'

/** Closures, or generated code where the process may generate it; `by-need`: generated once it pays. */
export type Form = 'closures' | 'generated' | 'by-need'

/** The rules of one kind of subject, compiled. */
export type KindPlan = {
  readonly rules: readonly Rule[]
  readonly program: Program
  readonly decide: (facts: Subject['facts'], now: Moment) => Decided
  /**
   * The form that decides now, for those who want codes alone. A row is for the form that read it, and for no other.
   * Codes that it does not write are not applicable.
   */
  readonly running: () => Runnable
  /** The outcome of one rule alone. */
  readonly outcomeOf: (place: number, facts: Subject['facts'], now: Moment) => Outcome
}

/** What the rules of its kind say of one subject. */
export type Decided = {
  /** Gives the outcome of every rule, in the order of the rules. */
  visit(found: (rule: Rule, outcome: Outcome) => void): void
  /** The outcome of the rule at a place, in that order. */
  outcomeAt(place: number): Outcome
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
  const states = leafStatesOf(program)
  const { nodes, roots } = program
  const decided = nodeDecider(program)
  const generated = (): Runnable | undefined => (nodes.length > mostNodes ? undefined : generatedFrom(program, states))
  let seen = 0
  let runnable = (form === 'generated' ? generated() : undefined) ?? closuresOf(program, states, decided)
  const values = valuesOf(program)
  const cases = casesOf(program, states, decided)
  const kind: Kind = { rules, cases, values }

  function running(): Runnable {
    seen++
    if (seen === generateAfter && form === 'by-need') runnable = generated() ?? runnable
    return runnable
  }

  return {
    rules,
    program,
    decide: (facts, now) => {
      const { read, readsValues, decide } = running()
      const codes = new Uint8Array(rules.length).fill(NOT_APPLICABLE)
      const row = read(facts, now)
      return new Decision(kind, facts, now, codes, decide(row, codes, 0), readsValues ? row : undefined)
    },
    running,
    outcomeOf: (place, facts, now) => {
      const { when, require } = roots[place] as (typeof roots)[number]
      const row = values(facts, now)
      const truths = new Uint8Array(nodes.length).fill(UNDECIDED)
      const applies = when === undefined ? TRUE : decided(when, row, truths)
      const required = applies === FALSE ? FALSE : decided(require, row, truths)
      const code = verdicts[(applies << 2) | required] as number
      if (code !== UNKNOWN_OUTCOME) return settled[code] as Outcome
      const found = packed(program, states, truths, row)
      return cases.missing(place, { states: found, met: cases.met(found), values: () => row })
    },
  }
}

/** What the subjects of a kind share. */
type Kind = { readonly rules: readonly Rule[]; readonly cases: Cases; readonly values: Runnable['read'] }

/** A class, since there is one for each subject. */
class Decision implements Decided, Seen {
  private readonly kind: Kind
  private readonly facts: Subject['facts']
  private readonly now: Moment
  private readonly codes: Uint8Array
  readonly states: readonly number[]
  completed: number[] | undefined
  readonly met: Met
  private row: Row | undefined

  constructor(
    kind: Kind,
    facts: Subject['facts'],
    now: Moment,
    codes: Uint8Array,
    states: readonly number[],
    row: Row | undefined,
  ) {
    this.kind = kind
    this.facts = facts
    this.now = now
    this.codes = codes
    this.states = states
    this.completed = undefined
    this.row = row
    this.met = kind.cases.met(states)
  }

  values(): Row {
    this.row ??= this.kind.values(this.facts, this.now)
    return this.row
  }

  visit(found: (rule: Rule, outcome: Outcome) => void): void {
    const { rules } = this.kind
    for (let place = 0; place < rules.length; place++) found(rules[place] as Rule, this.outcomeAt(place))
  }

  outcomeAt(place: number): Outcome {
    const code = this.codes[place] as number
    return code === UNKNOWN_OUTCOME ? this.kind.cases.missing(place, this) : (settled[code] as Outcome)
  }

  explain(rule: Rule): RuleExplanation {
    const place = this.kind.rules.indexOf(rule)
    if (place < 0) throw new Error(`${rule.id} is not part of this plan`)
    return this.kind.cases.explanation(place, this)
  }
}
