import type { Condition, Leaf } from '../model/condition.ts'
import { parseSpan } from '../model/duration.ts'
import { parseMoment } from '../model/moment.ts'
import { asOfFact } from '../model/operators.ts'
import { type Choice, definiteMoments, definiteSpan } from './fills.ts'

/** A condition as json-rules-engine reads it. */
export type Translated = { readonly [key: string]: unknown }

type Register = (name: string, condition: Translated) => void

/** A root for json-rules-engine, which wants one of all, any, not and condition there. Registers named conditions. */
export function translateRoot(condition: Condition, pack: string, register: Register): Translated {
  const translated = translate(condition, pack, register)
  return condition.kind === 'leaf' ? { all: [translated] } : translated
}

function translate(condition: Condition, pack: string, register: Register): Translated {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { [condition.kind]: condition.of.map((part) => translate(part, pack, register)) }
    case 'not':
      return { not: translate(condition.of, pack, register) }
    case 'named': {
      const name = `${pack}/${condition.name}`
      register(name, translateRoot(condition.of, pack, register))
      return { condition: name }
    }
    case 'leaf':
      return { fact: condition.fact, operator: condition.operator, value: translateOperand(condition) }
  }
}

function translateOperand(leaf: Leaf): unknown {
  if (leaf.value.kind === 'as-of') return { fact: asOfFact }
  if (leaf.value.kind === 'fact') return { fact: leaf.value.fact }
  return literalChoice(leaf) === undefined ? leaf.value.value : { fact: literalFact(leaf.value.value) }
}

/** The name of the fact that stands for a literal date or length of time: it may be vague, so it is filled like one. */
export const literalFact = (value: unknown): string => `literal ${value}`

/** What a literal date or length of time may be; `undefined` for other literals, which mean one thing. */
export function literalChoice({ operator, value }: Leaf): Choice | undefined {
  if (value.kind !== 'literal') return undefined
  const text = String(value.value)
  if (operator === 'before' || operator === 'after') {
    const moment = parseMoment(text)
    return moment && { values: definiteMoments(moment), linked: false }
  }
  const span = operator === 'atMost' || operator === 'moreThan' ? parseSpan(text) : undefined
  return span && definiteSpan(span)
}
