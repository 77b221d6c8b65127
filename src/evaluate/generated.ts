/**
 * Rules as code: one function for each kind of subject, in which each condition that rules share is decided once, and
 * what is required only where some rule that requires it may apply.
 *
 * The code comes from the type-checked program alone. Names in it are letters and numbers; text of rules stands in it
 * only as literals, in ASCII. What is no plain literal, such as a date, is handed over as a value.
 */
import type { Literal } from '../model/condition.ts'
import type { FactValue } from '../model/fact.ts'
import type { Instant } from '../model/instant.ts'
import type { Truth } from '../model/outcome.ts'
import type { Runnable } from './closures.ts'
import { compare, type Right } from './compare.ts'
import { type Level, levelsOf } from './guards.ts'
import { FALSE, TRUE, UNKNOWN, verdicts } from './kleene.ts'
import { canBeVague, comparesFacts, type LeafStates, NO_LEFT, NO_RIGHT, VAGUE } from './leaf-states.ts'
import type { LeafNode, Program } from './program.ts'
import { type Coded, containsOf, equalOf, type RowLayout, rowLayoutOf } from './row-layout.ts'

/** What the code is given beside rows: how to compare, and the literals that have no spelling in it. */
type Given = {
  readonly tests: Readonly<Record<string, Test>>
  readonly literals: readonly Right[]
}

type Test = (left: FactValue, right: Right, asOf: Instant) => number

/** The state of a leaf whose facts are there. */
const stateFrom = (truth: Truth): number => (truth === undefined ? UNKNOWN | VAGUE : truth ? TRUE : FALSE)

const tests: Given['tests'] = {
  contains: (left, right) => {
    const list = left as readonly unknown[]
    for (let place = 0; place < list.length; place++) if (list[place] === right) return 3
    return 0
  },
  before: (left, right, asOf) => stateFrom(compare.before(left, right, asOf)),
  after: (left, right, asOf) => stateFrom(compare.after(left, right, asOf)),
  withinLast: (left, right, asOf) => stateFrom(compare.withinLast(left, right, asOf)),
  longerAgoThan: (left, right, asOf) => stateFrom(compare.longerAgoThan(left, right, asOf)),
  atMost: (left, right, asOf) => stateFrom(compare.atMost(left, right, asOf)),
}

/** The table of verdicts in one number, two bits for each: nothing is looked up. */
const packedVerdicts = verdicts.reduce((packed, code, index) => packed | (code << (index * 2)), 0)

/** The code for a program, and the literals that it refers to. */
export type Source = { readonly text: string; readonly literals: readonly Right[] }

/** `undefined` where the process may not generate code, as with `--disallow-code-generation-from-strings`. */
export function generatedFrom(program: Program, states: LeafStates): Runnable | undefined {
  const { text, literals } = sourceOf(program, states)
  let make: (given: Given) => Runnable
  try {
    make = new Function('given', text) as typeof make
  } catch (error) {
    if (error instanceof EvalError) return undefined
    throw error
  }
  return make({ tests, literals })
}

export function sourceOf(program: Program, states: LeafStates): Source {
  const literals: Right[] = []
  const { nodes, roots } = program
  const levels = levelsOf(program)
  const layout = rowLayoutOf(program, levels)
  const values = nodes.map((node) => {
    if (node.kind === 'leaf') return leafText(node, layout, literals)
    const parts = node.parts.map((part) => `n${part}`)
    if (node.kind === 'not') return `(${parts[0]}>>1|(${parts[0]}&1)<<1)^3`
    return parts.join(node.kind === 'all' ? '&' : '|')
  })
  const isWide = nodes.map((node) => node.kind === 'leaf' && (canBeVague(node) || comparesFacts(node)))
  /** What a node comes to and, for those who ask, the state of a leaf. */
  const assigned = (number: number, keep: boolean): string => {
    const place = keep ? states.places[number] : undefined
    const value = values[number] as string
    if (place === undefined) return isWide[number] ? `n${number}=(${value})&3;` : `n${number}=${value};`
    const { word, shift, mask } = place
    const kept = (state: string) => `s${word}=s${word}&${~(mask << shift)}|${state}<<${shift};`
    return isWide[number] ? `m=${value};n${number}=m&3;${kept('m')}` : `n${number}=${value};${kept(`n${number}`)}`
  }
  const outcome = (place: number): string => {
    const { when, require } = roots[place] as (typeof roots)[number]
    return `out[start+${place}]=${packedVerdicts}>>>((${when === undefined ? 12 : `n${when}<<2`}|n${require})<<1)&3;`
  }
  const decidedText = (numbers: readonly number[], read: ReadonlySet<number>, keep: boolean): string => {
    const words = wordsFor(numbers, program, layout).filter((word) => !read.has(word))
    return [
      ...words.map((word) => `w${word}=row[${word + 1}];`),
      ...numbers.map((number) => assigned(number, keep)),
    ].join('')
  }
  const levelText = (level: Level, before: ReadonlySet<number>, keep: boolean): string => {
    const read = new Set([...before, ...wordsFor(level.nodes, program, layout)])
    return [
      decidedText(level.nodes, before, keep),
      ...level.shared.map(
        ({ gates, nodes }) => `if(${gates.map((gate) => `n${gate}`).join('|')}){${decidedText(nodes, read, keep)}}`,
      ),
      ...level.rules.map(outcome),
      ...level.blocks.map(({ gate, behind }) => `if(n${gate}){${levelText(behind, read, keep)}}`),
    ].join('\n')
  }
  const usesAsOf = values.some((value) => value.includes(',asOf)'))
  const words = Array.from({ length: layout.words }, (_, word) => `w${word}=0`)
  const body = (keep: boolean): readonly string[] => [
    `${usesAsOf ? 'const asOf=row[0].from;' : ''}let ${['v', 'u', 'm', ...words, ...nodes.map((_, number) => `n${number}=0`)].join(',')};`,
    levelText(levels, new Set(), keep),
  ]
  const functions = [
    ...readText(program, layout, literals),
    'readsValues:false,decide:(row,out,start)=>{',
    `let ${states.initial.map((initial, word) => `s${word}=${initial}`).join(',')};`,
    ...body(true),
    `return[${states.initial.map((_, word) => `s${word}`).join(',')}]},decideCodes:(row,out,start)=>{`,
    ...body(false),
    '}}',
  ]
  const text = [
    '"use strict";const {literals,tests}=given;',
    `const {${Object.keys(tests).join(',')}}=tests;`,
    ...literals.map((_, place) => `const k${place}=literals[${place}];`),
    ...functions,
  ]
  return { text: text.join('\n'), literals }
}

/** The words of a row that some nodes are decided from. */
function wordsFor(numbers: readonly number[], { nodes }: Program, layout: RowLayout): readonly number[] {
  const words = new Set<number>()
  for (const number of numbers) {
    const node = nodes[number]
    const coded = node?.kind === 'leaf' ? codedFor(node, layout) : undefined
    if (coded !== undefined) words.add(coded.word)
  }
  return [...words]
}

function codedFor(leaf: LeafNode, { codes, members }: RowLayout): Coded | undefined {
  if (equalOf(leaf) !== undefined) return codes.get(leaf.left)
  return containsOf(leaf) === undefined ? undefined : members.get(leaf.left)
}

/** How a row is made of facts. */
function readText(
  { facts }: Program,
  { codes, members, kept, words }: RowLayout,
  literals: Right[],
): readonly string[] {
  const lists = [...members].map(([slot, { shift, values }]) => {
    const bits = values.map((value, at) => `v===${spelled(value, literals)}?${TRUE << (shift + at * 2)}:`).join('')
    return `const c${slot}=(list)=>{let m=0;for(let at=0;at<list.length;at++){const v=list[at];m|=${bits}0}return m};`
  })
  const reads = facts.map((name, slot) => {
    if (slot === 0) return ''
    const [code, member] = [codes.get(slot), members.get(slot)]
    const to = kept.has(slot) ? `v${slot}` : 'v'
    const coded = code?.values.map((value, at) => `${to}===${spelled(value, literals)}?${(at + 1) << code.shift}:`)
    return [
      `${to}=facts[${literalText(name)}]?.value;`,
      code && `w${code.word}|=${to}===undefined?0:${coded?.join('')}${(code.values.length + 1) << code.shift};`,
      member &&
        `w${member.word}|=${to}===undefined?${member.values.reduce((bits: number, _, at) => bits | (UNKNOWN << (member.shift + at * 2)), 0)}:c${slot}(${to});`,
    ].join('')
  })
  const keptNames = [...kept.keys()].filter((slot) => slot !== 0).map((slot) => `v${slot}`)
  const wordNames = Array.from({ length: words }, (_, word) => `w${word}`)
  return [
    ...lists,
    `return{read:(facts,now)=>{let ${['v', ...keptNames, ...wordNames.map((name) => `${name}=0`)].join(',')};`,
    ...reads,
    `return[${['now', ...wordNames, ...keptNames].join(',')}]},`,
  ]
}

/** An expression for the state of a leaf. */
function leafText(node: LeafNode, layout: RowLayout, literals: Right[]): string {
  const { leaf, left, right } = node
  const coded = codedFor(node, layout)
  const equal = equalOf(node)
  const member = containsOf(node)
  if (coded !== undefined && equal !== undefined) return codeText(coded, equal)
  if (coded !== undefined && member !== undefined) {
    return `w${coded.word}>>>${coded.shift + coded.values.indexOf(member) * 2}&3`
  }
  const absent = `(v=row[${layout.kept.get(left)}])===undefined`
  if ('slot' in right) {
    if (right.slot === 0) return `${absent}?1:${comparison(leaf.operator, 'v', 'row[0]')}`
    return `${absent}|(u=row[${layout.kept.get(right.slot)}])===undefined?1|(v===undefined?${NO_LEFT}:0)|(u===undefined?${NO_RIGHT}:0):${comparison(leaf.operator, 'v', 'u')}`
  }
  if (equal !== undefined)
    return `${absent}?1:${equal.map((value) => `v===${spelled(value, literals)}`).join('||')}?3:0`
  const { literal } = right
  const other = typeof literal === 'object' ? `k${literals.push(literal) - 1}` : spelled(literal, literals)
  return `${absent}?1:${comparison(leaf.operator, 'v', other)}`
}

/** The truth by the code of the fact: two bits for each in one number, which is shifted by twice the code. */
function codeText({ word, shift, bits, values }: Coded, wanted: readonly Literal[]): string {
  const truths = values.reduce<number>(
    (all, value, at) => all | ((wanted.includes(value) ? TRUE : FALSE) << ((at + 1) * 2)),
    UNKNOWN,
  )
  return `${truths}>>>(w${word}>>>${shift - 1}&${((1 << bits) - 1) << 1})&3`
}

function comparison(operator: string, left: string, right: string): string {
  switch (operator) {
    case 'equal':
      return `${left}===${right}?3:0`
    case 'lessThan':
      return `${left}<${right}?3:0`
    case 'lessThanInclusive':
      return `${left}<=${right}?3:0`
    case 'greaterThan':
      return `${left}>${right}?3:0`
    case 'greaterThanInclusive':
      return `${left}>=${right}?3:0`
    default:
      if (!Object.hasOwn(tests, operator)) throw new Error(`no code for ${operator}`)
      return `${operator}(${left},${right},asOf)`
  }
}

/** A plain literal as code; what has no spelling in JSON is handed over. */
function spelled(literal: Literal, literals: Right[]): string {
  const hasSpelling = typeof literal !== 'number' || Number.isFinite(literal)
  return hasSpelling ? literalText(literal) : `k${literals.push(literal) - 1}`
}

/** A literal in ASCII that means the same in code as in JSON, and can neither end a string nor a comment. */
function literalText(literal: unknown): string {
  return JSON.stringify(literal).replace(
    /[^ -~]|[<>/*`$]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
