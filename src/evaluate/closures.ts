import type { FactValue } from '../model/fact.ts'
import type { Moment } from '../model/instant.ts'
import type { Subject } from '../model/subject.ts'
import { compare } from './compare.ts'
import { FALSE, fromTruth, not, TRUE, UNDECIDED, UNKNOWN, verdicts } from './kleene.ts'
import { type LeafStates, putState, stateOf } from './leaf-states.ts'
import type { LeafNode, Program, Row } from './program.ts'

/** A program that can be run. */
export type Runnable = {
  /** A subject's facts, read once, as this form and no other wants them. */
  readonly read: (facts: Subject['facts'], now: Moment) => Row
  /** Whether its rows are the values of the facts, in the order of the program. */
  readonly readsValues: boolean
  /** Writes the code of each rule's outcome into `codes` from `start` on, and gives the states of the leaves. */
  readonly decide: (row: Row, codes: Uint8Array, start: number) => number[]
  /** The codes alone. */
  readonly decideCodes: (row: Row, codes: Uint8Array, start: number) => void
}

/** Decides one node; what was decided before is in `truths`, and so is, afterwards, what this took. */
export type NodeDecider = (node: number, row: Row, truths: Uint8Array) => number

type Decide = (row: Row, truths: Uint8Array) => number

/** Nodes as closures, made when they are first needed. */
export function nodeDecider({ nodes }: Program): NodeDecider {
  const deciders: (Decide | undefined)[] = nodes.map(() => undefined)
  const decided: NodeDecider = (node, row, truths) => {
    const before = truths[node] as number
    if (before !== UNDECIDED) return before
    const decider = deciders[node] ?? make(node)
    deciders[node] = decider
    const truth = decider(row, truths)
    truths[node] = truth
    return truth
  }
  const make = (number: number): Decide => {
    const node = nodes[number] as Program['nodes'][number]
    if (node.kind === 'leaf') return leafDecider(node)
    const { kind, parts } = node
    if (kind === 'not') return (row, truths) => not(decided(parts[0] as number, row, truths))
    // What the first part to say it decides for all of them.
    const decisive = kind === 'all' ? FALSE : TRUE
    return (row, truths) => {
      let truth: number = TRUE - decisive
      for (let place = 0; place < parts.length; place++) {
        const part = decided(parts[place] as number, row, truths)
        if (part === decisive) return decisive
        if (part === UNKNOWN) truth = UNKNOWN
      }
      return truth
    }
  }
  return decided
}

function leafDecider({ leaf, left, right }: LeafNode): Decide {
  const test = compare[leaf.operator]
  const truthOf = (one: FactValue | undefined, other: Parameters<typeof test>[1] | undefined, row: Row): number =>
    one === undefined || other === undefined ? UNKNOWN : fromTruth(test(one, other, (row[0] as Moment).from))
  if ('slot' in right) return (row) => truthOf(row[left], row[right.slot], row)
  return (row) => truthOf(row[left], right.literal, row)
}

/** The form of a program that needs no code to be generated: for few subjects, and where generating is forbidden. */
export function closuresOf(program: Program, states: LeafStates, decided: NodeDecider): Runnable {
  const { roots, nodes } = program
  const scratch = new Uint8Array(nodes.length)
  const decideCodes: Runnable['decideCodes'] = (row, codes, start) => {
    scratch.fill(UNDECIDED)
    for (let place = 0; place < roots.length; place++) {
      const { when, require } = roots[place] as (typeof roots)[number]
      const applies = when === undefined ? TRUE : decided(when, row, scratch)
      const required = applies === FALSE ? FALSE : decided(require, row, scratch)
      codes[start + place] = verdicts[(applies << 2) | required] as number
    }
  }
  return {
    read: valuesOf(program),
    readsValues: true,
    decide: (row, codes, start) => {
      decideCodes(row, codes, start)
      return packed(program, states, scratch, row)
    },
    decideCodes,
  }
}

/** Reads the values of a subject's facts. */
export const valuesOf =
  ({ facts }: Program): Runnable['read'] =>
  (stated, now) =>
    facts.map((name, slot) => (slot === 0 ? now : stated[name]?.value))

/** The states of the leaves that were decided. */
export function packed({ nodes }: Program, states: LeafStates, truths: Uint8Array, values: Row): number[] {
  const words = [...states.initial]
  for (let number = 0; number < nodes.length; number++) {
    const truth = truths[number] as number
    const place = states.places[number]
    if (place === undefined || truth === UNDECIDED) continue
    putState(words, place, stateOf(nodes[number] as LeafNode, truth, values))
  }
  return words
}
