/** Rules as JavaScript, a function for each, as one would write them for speed: named conditions are functions too. */
import { compare, readLiteral } from '../../src/evaluate/compare.ts'
import type { Condition, Leaf } from '../../src/model/condition.ts'
import { pointAt } from '../../src/model/moment.ts'
import { asOfFact } from '../../src/model/operators.ts'
import type { Rule } from '../../src/model/rule.ts'
import { rules as written } from './baseline.js'
import { type Contender, everything } from './contender.ts'
import type { Values } from './subjects.ts'

const dated = ['before', 'after', 'withinLast', 'longerAgoThan', 'atMost', 'moreThan'] as const

type RuleFunction = (f: Values) => number

/** The text of `baseline.js`. */
export function baselineOf(rules: readonly Rule[]): string {
  const named = new Map<string, string>()
  const names: string[] = []
  const expression = (condition: Condition, pack: string): string => {
    switch (condition.kind) {
      case 'named': {
        const key = `${pack} ${condition.name} ${JSON.stringify(condition.of)}`
        const name = named.get(key) ?? `${condition.name}${named.size}`
        if (!named.has(key)) {
          named.set(key, name)
          names.push(`const ${name} = ${arrow(expression(condition.of, pack))}`)
        }
        return `${name}(f)`
      }
      case 'not':
        return `!(${expression(condition.of, pack)})`
      case 'leaf':
        return leafText(condition)
      default:
        return `(${condition.of.map((part) => expression(part, pack)).join(condition.kind === 'all' ? ' && ' : ' || ')})`
    }
  }
  const functions = rules.map(({ id, pack, when, require }) => {
    const required = `${expression(require, pack)} ? 0 : 1`
    const body = when === undefined ? required : `!${expression(when, pack)} ? 3 : ${required}`
    return `  '${id}': ${arrow(`(${body})`)},`
  })
  const given = [...dated, 'now']
  const all = [...names, ...functions].join()
  return [
    '// Every shipped rule as a function of its own. Written by `BENCH_WRITE_BASELINE=1 npm run bench -- verdicts`.',
    `export function rules({ ${given.filter((name) => all.includes(`${name}(`) || all.includes(`(${name},`)).join(', ')} }) {`,
    names.join('\n'),
    `return {\n${functions.join('\n')}\n}\n}\n`,
  ].join('\n')
}

const arrow = (body: string): string => (/\bf\b/.test(body) ? `(f) => ${body}` : `() => ${body}`)

function leafText({ fact, operator, value }: Leaf): string {
  const left = fact === asOfFact ? 'now' : `f.${fact}`
  const literal =
    value.kind === 'literal' ? JSON.stringify(value.value) : value.kind === 'fact' ? `f.${value.fact}` : 'now'
  const list = value.kind === 'literal' && Array.isArray(value.value) ? value.value : []
  switch (operator) {
    case 'equal':
      return `${left} === ${literal}`
    case 'notEqual':
      return `${left} !== ${literal}`
    case 'in':
      return `(${list.map((one) => `${left} === ${JSON.stringify(one)}`).join(' || ')})`
    case 'notIn':
      return `(${list.map((one) => `${left} !== ${JSON.stringify(one)}`).join(' && ')})`
    case 'contains':
      return `${left}?.includes(${literal})`
    case 'doesNotContain':
      return `!${left}?.includes(${literal})`
    case 'lessThan':
      return `${left} < ${literal}`
    case 'lessThanInclusive':
      return `${left} <= ${literal}`
    case 'greaterThan':
      return `${left} > ${literal}`
    case 'greaterThanInclusive':
      return `${left} >= ${literal}`
    default:
      return `${operator}(${left}, ${literal})`
  }
}

/** Dates and lengths are compared by the product's own functions; literals are read once. */
function comparisons(asOf: number): Record<string, unknown> {
  const entries = dated.map((operator) => {
    const known = new Map<string, ReturnType<typeof readLiteral>>()
    const read = (text: string) => {
      const right = known.get(text) ?? readLiteral(operator, text)
      known.set(text, right)
      return right
    }
    const test = compare[operator]
    return [
      operator,
      (left: Values[string], right: Values[string]) =>
        left !== undefined &&
        right !== undefined &&
        test(left, typeof right === 'string' ? read(right) : right, asOf) === true,
    ]
  })
  return { ...Object.fromEntries(entries), now: pointAt(asOf) }
}

const contender = (name: string, order: 'subject' | 'rule'): Contender => ({
  name,
  oneOf: 1,
  expresses: everything,
  prepare: ({ rules, values }, asOf) => {
    const all = written(comparisons(asOf))
    const functions = rules.map(({ id }) => all[id] as RuleFunction)
    const count = functions.length
    if (order === 'rule')
      return (codes) => {
        for (let place = 0; place < count; place++) {
          const decide = functions[place] as RuleFunction
          for (let at = 0, to = place; at < values.length; at++, to += count) codes[to] = decide(values[at] as Values)
        }
      }
    return (codes) => {
      let to = 0
      for (let at = 0; at < values.length; at++) {
        const subject = values[at] as Values
        for (let place = 0; place < count; place++) codes[to++] = (functions[place] as RuleFunction)(subject)
      }
    }
  },
})

export const bySubject = contender('JavaScript, a function a rule', 'subject')
export const byRule = contender('JavaScript, a function a rule, rule after rule', 'rule')
