/**
 * Rules as code: one function for each kind of subject, in which each condition that rules share is decided once, and
 * what is required only where some rule that requires it may apply.
 *
 * The code comes from the type-checked program alone. Names in it are letters and numbers; text of rules stands in it
 * only as literals, in ASCII. What is no plain literal, such as a date, is handed over as a value.
 */
import type { FactValue } from '../model/fact.ts'
import type { Instant } from '../model/instant.ts'
import type { Runnable } from './closures.ts'
import { compare, type Right } from './compare.ts'
import { type Level, levelsOf } from './guards.ts'
import { fromTruth, verdicts } from './kleene.ts'
import type { LeafNode, Program } from './program.ts'

/** What the code is given beside rows: how to compare, and the literals that have no spelling in it. */
type Given = {
  readonly tests: Readonly<Record<string, Test>>
  readonly literals: readonly Right[]
}

type Test = (left: FactValue, right: Right, asOf: Instant) => number

const tests: Given['tests'] = {
  contains: (left, right) => {
    const list = left as readonly unknown[]
    for (let place = 0; place < list.length; place++) if (list[place] === right) return 3
    return 0
  },
  before: (left, right, asOf) => fromTruth(compare.before(left, right, asOf)),
  after: (left, right, asOf) => fromTruth(compare.after(left, right, asOf)),
  withinLast: (left, right, asOf) => fromTruth(compare.withinLast(left, right, asOf)),
  longerAgoThan: (left, right, asOf) => fromTruth(compare.longerAgoThan(left, right, asOf)),
  atMost: (left, right, asOf) => fromTruth(compare.atMost(left, right, asOf)),
}

/** The table of verdicts in one number, two bits for each: nothing is looked up. */
const packedVerdicts = verdicts.reduce((packed, code, index) => packed | (code << (index * 2)), 0)

/** The code for a program, and the literals that it refers to. */
export type Source = { readonly text: string; readonly literals: readonly Right[] }

/** `undefined` where the process may not generate code, as with `--disallow-code-generation-from-strings`. */
export function generatedFrom(program: Program): Runnable | undefined {
  const { text, literals } = sourceOf(program)
  let make: (given: Given) => Runnable
  try {
    make = new Function('given', text) as typeof make
  } catch (error) {
    if (error instanceof EvalError) return undefined
    throw error
  }
  return make({ tests, literals })
}

export function sourceOf(program: Program): Source {
  const literals: Right[] = []
  const { facts, nodes, roots } = program
  const values = nodes.map((node) => {
    if (node.kind === 'leaf') return leafText(node, literals)
    const parts = node.parts.map((part) => `n${part}`)
    if (node.kind === 'not') return `(${parts[0]}>>1|(${parts[0]}&1)<<1)^3`
    return parts.join(node.kind === 'all' ? '&' : '|')
  })
  const outcome = (place: number): string => {
    const { when, require } = roots[place] as (typeof roots)[number]
    return `out[start+${place}]=${packedVerdicts}>>>((${when === undefined ? 12 : `n${when}<<2`}|n${require})<<1)&3;`
  }
  const levelText = ({ nodes, shared, rules, blocks }: Level, assign: (number: number) => string): string =>
    [
      ...nodes.map(assign),
      ...shared.map(
        ({ gates, nodes }) => `if(${gates.map((gate) => `n${gate}`).join('|')}){${nodes.map(assign).join('')}}`,
      ),
      ...rules.map(outcome),
      ...blocks.map(({ gate, behind }) => `if(n${gate}){${levelText(behind, assign)}}`),
    ].join('\n')
  const levels = levelsOf(program)
  const usesAsOf = values.some((value) => value.includes(',asOf)'))
  const body = (assign: (number: number) => string): readonly string[] => [
    `${usesAsOf ? 'const asOf=row[0].from;' : ''}let ${['v', 'u', ...nodes.map((_, number) => `n${number}=0`)].join(',')};`,
    levelText(levels, assign),
  ]
  const text = [
    '"use strict";const {literals,tests}=given;',
    `const {${Object.keys(tests).join(',')}}=tests;`,
    ...literals.map((_, place) => `const k${place}=literals[${place}];`),
    `return{read:(facts,now)=>[${facts.map((name, slot) => (slot === 0 ? 'now' : `facts[${literalText(name)}]?.value`)).join(',')}],`,
    'decide:(row,t,out,start)=>{',
    ...body((number) => `n${number}=t[${number}]=${values[number]};`),
    '},decideCodes:(row,out,start)=>{',
    ...body((number) => `n${number}=${values[number]};`),
    '}}',
  ]
  return { text: text.join('\n'), literals }
}

/** An expression for the truth of a leaf. */
function leafText({ leaf, left, right }: LeafNode, literals: Right[]): string {
  const absent = `(v=row[${left}])===undefined`
  if ('slot' in right) return `${absent}||(u=row[${right.slot}])===undefined?1:${comparison(leaf.operator, 'v', 'u')}`
  const { literal } = right
  if (leaf.operator === 'in' && Array.isArray(literal)) {
    const options = literal.map((option) => `v===${literalText(option)}`)
    return `${absent}?1:${options.join('||')}?3:0`
  }
  const plain = typeof literal === 'number' ? Number.isFinite(literal) : typeof literal !== 'object'
  const other = plain ? literalText(literal) : `k${literals.push(literal) - 1}`
  return `${absent}?1:${comparison(leaf.operator, 'v', other)}`
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

/** A literal in ASCII that means the same in code as in JSON, and can neither end a string nor a comment. */
function literalText(literal: unknown): string {
  return JSON.stringify(literal).replace(
    /[^ -~]|[<>/*`$]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
