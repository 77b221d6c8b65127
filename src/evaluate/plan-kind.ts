import type { Moment } from '../model/instant.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Rule } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import { closuresOf, nodeDecider, type Runnable } from './closures.ts'
import { lacking } from './compare.ts'
import { type Explain, explanationsOf } from './explanations.ts'
import { generatedFrom } from './generated.ts'
import { FALSE, outcomeKinds, TRUE, toTruth, UNDECIDED, UNKNOWN, UNKNOWN_OUTCOME, verdicts } from './kleene.ts'
import { type LeafNode, programOf, type Row } from './program.ts'

/** Closures, or generated code where the process may generate it; `by-need`: generated once it pays. */
export type Form = 'closures' | 'generated' | 'by-need'

/** The rules of one kind of subject, compiled. */
export type KindPlan = {
  readonly rules: readonly Rule[]
  /** The facts that the rules read, in the order of a row. */
  readonly facts: readonly string[]
  readonly read: (facts: Subject['facts'], now: Moment) => Row
  /** The code of each rule's outcome, and the truth of what was decided for it. */
  readonly decide: (row: Row) => { readonly codes: Uint8Array; readonly truths: Uint8Array }
  /** The codes alone, written from `start` on: for many rows. */
  readonly decideInto: (row: Row, codes: Uint8Array, start: number) => void
  readonly outcome: (place: number, code: number, row: Row, truths: Uint8Array) => Outcome
  /** The outcome of one rule alone. */
  readonly outcomeOf: (place: number, row: Row) => Outcome
  readonly explain: (row: Row, truths: Uint8Array) => Explain
}

/**
 * How many subjects of a kind are decided by closures before code is generated: a single check never makes any, as
 * making it would take longer than it saves. docs/decisions/0022-compiled-plan.md.
 */
const generateAfter = 2000

/** Of a program so large, V8 would not optimise the code. */
const mostNodes = 2500

const decidedOutcomes: readonly Outcome[] = outcomeKinds.map((kind) => Object.freeze({ kind }) as Outcome)

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

  const explanations = explanationsOf(program)
  const scratch = new Uint8Array(nodes.length)

  /** The facts that a leaf lacks. Mostly its fact is absent, and then it is clear which. */
  function lackedBy({ leaf, left, right }: LeafNode, row: Row): readonly string[] {
    if ('literal' in right && row[left] === undefined) return [leaf.fact]
    return lacking(leaf, (fact) => row[facts.indexOf(fact)])
  }

  /** Collects what the unknown leaves lack whose ancestors are all unknown; `visited` is not looked at again. */
  function collectMissing(node: number, row: Row, truths: Uint8Array, names: string[], visited: Uint8Array): void {
    if (visited[node] === 1 || decided(node, row, truths) !== UNKNOWN) return
    visited[node] = 1
    const of = nodes[node] as (typeof nodes)[number]
    if (of.kind !== 'leaf') for (const part of of.parts) collectMissing(part, row, truths, names, visited)
    else for (const name of lackedBy(of, row)) if (!names.includes(name)) names.push(name)
  }

  function outcome(place: number, code: number, row: Row, truths: Uint8Array): Outcome {
    if (code !== UNKNOWN_OUTCOME) return decidedOutcomes[code] as Outcome
    const { when, require } = roots[place] as (typeof roots)[number]
    const names: string[] = []
    const visited = new Uint8Array(nodes.length)
    if (when !== undefined) collectMissing(when, row, truths, names, visited)
    collectMissing(require, row, truths, names, visited)
    return { kind: 'unknown', missing: names.sort() }
  }

  return {
    rules,
    facts,
    read: (stated, now) => running.read(stated, now),
    decide: (row) => {
      count()
      const truths = new Uint8Array(nodes.length).fill(UNDECIDED)
      const codes = new Uint8Array(rules.length)
      running.decide(row, truths, codes, 0)
      return { codes, truths }
    },
    decideInto: (row, codes, start) => {
      count()
      running.decide(row, scratch.fill(UNDECIDED), codes, start)
    },
    outcome,
    outcomeOf: (place, row) => {
      const { when, require } = roots[place] as (typeof roots)[number]
      const truths = new Uint8Array(nodes.length).fill(UNDECIDED)
      const applies = when === undefined ? TRUE : decided(when, row, truths)
      const required = applies === FALSE ? FALSE : decided(require, row, truths)
      return outcome(place, verdicts[(applies << 2) | required] as number, row, truths)
    },
    explain: (row, truths) => explanations((node) => toTruth(decided(node, row, truths))),
  }
}
