/** Rule engines that npm serves, each as its manual says it is fastest. */
import { setFlagsFromString } from 'node:v8'
import * as cedar from '@cedar-policy/cedar-wasm/nodejs'
import { ZenEngine } from '@gorules/zen-engine'
import { Environment } from '@marcbachmann/cel-js'
import { Ajv } from 'ajv'
import { LogicEngine } from 'json-logic-engine'
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { compare, readLiteral } from '../../src/evaluate/compare.ts'
import { translateRoot } from '../../src/evaluate/translate.ts'
import type { Condition, Leaf } from '../../src/model/condition.ts'
import type { FactValue } from '../../src/model/fact.ts'
import type { Instant } from '../../src/model/instant.ts'
import { pointAt } from '../../src/model/moment.ts'
import { asOfFact } from '../../src/model/operators.ts'
import type { Rule } from '../../src/model/rule.ts'
import { type Contender, code, everything, verdict, withoutDates } from './contender.ts'
import type { KindSample, Values } from './subjects.ts'

// V8 of Node 20 can die where it gives up an optimised function with a call into WebAssembly inlined, as cedar's are.
setFlagsFromString('--no-turbo-inline-js-wasm-calls')

const dated = ['before', 'after', 'withinLast', 'longerAgoThan', 'atMost', 'moreThan'] as const

/** True or not: what two truths make of a comparison; literals are read once. */
function comparison(operator: (typeof dated)[number], asOf: Instant) {
  const literals = new Map<string, ReturnType<typeof readLiteral>>()
  return (left: unknown, right: unknown): boolean => {
    if (left === undefined || left === null || right === undefined || right === null) return false
    if (typeof right === 'string' && !literals.has(right)) literals.set(right, readLiteral(operator, right))
    const other = typeof right === 'string' ? literals.get(right) : right
    return compare[operator](left as FactValue, other as FactValue, asOf) === true
  }
}

/** Both halves of each rule, written in another language. */
type Halves<T> = readonly { readonly when: T | undefined; readonly require: T }[]
const halves = <T>(rules: readonly Rule[], write: (condition: Condition) => T): Halves<T> =>
  rules.map(({ when, require }) => ({ when: when && write(when), require: write(require) }))

export const jsonRulesEngine: Contender = {
  name: 'json-rules-engine 7.3.1',
  oneOf: 200,
  expresses: everything,
  prepare: ({ rules, values }, asOf) => {
    const engine = new Engine([], { pathResolver: () => undefined, allowUndefinedFacts: true })
    for (const operator of dated) engine.addOperator(operator, comparison(operator, asOf))
    for (const { id, pack, when, require } of rules) {
      const add = (name: string, root: Condition) =>
        engine.addRule({
          name,
          event: { type: 'holds' },
          conditions: withoutLiteralFacts(
            translateRoot(root, pack, (named, of) => engine.setCondition(named, withoutLiteralFacts(of))),
          ),
        })
      if (when !== undefined) add(`when ${id}`, when)
      add(`require ${id}`, require)
    }
    const facts = values.map((one) => ({ ...stated(one), [asOfFact]: pointAt(asOf) }))
    return async (codes) => {
      for (const [at, subject] of facts.entries()) {
        const { results } = await engine.run(subject)
        const holds = new Set(results.map(({ name }) => name))
        for (const [place, { id, when }] of rules.entries()) {
          const applies = when === undefined || holds.has(`when ${id}`)
          codes[at * rules.length + place] = verdict(applies, holds.has(`require ${id}`))
        }
      }
    }
  },
}

/** Literal dates are facts in the second opinion, which fills them; here the operators read them. */
function withoutLiteralFacts(translated: unknown): TopLevelCondition {
  const text = JSON.stringify(translated).replace(/\{"fact":"literal ([^"]*)"\}/g, '"$1"')
  return JSON.parse(text) as TopLevelCondition
}

const stated = (values: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

export const jsonLogic: Contender = {
  name: 'json-logic-engine, compiled',
  oneOf: 1,
  expresses: everything,
  prepare: ({ rules, values }, asOf) => {
    const engine = new LogicEngine()
    for (const operator of dated) {
      const test = comparison(operator, asOf)
      engine.addMethod(operator, ([left, right]: unknown[]) => test(left, right), { deterministic: true })
    }
    const now = pointAt(asOf)
    engine.addMethod('now', () => now, { deterministic: false })
    const write = (condition: Condition): unknown => {
      switch (condition.kind) {
        case 'all':
          return { and: condition.of.map(write) }
        case 'any':
          return { or: condition.of.map(write) }
        case 'leaf':
          return jsonLogicLeaf(condition)
        default:
          return condition.kind === 'not' ? { '!': [write(condition.of)] } : write(condition.of)
      }
    }
    const functions = rules.map(({ when, require }) => {
      const required = { if: [write(require), 0, 1] }
      return engine.build(when === undefined ? required : { if: [write(when), required, 3] }) as (f: Values) => number
    })
    return eachPair(values, functions.length, (subject, place) => (functions[place] as (f: Values) => number)(subject))
  },
}

function jsonLogicLeaf({ fact, operator, value }: Leaf): unknown {
  const left = fact === asOfFact ? { now: [] } : { var: fact }
  const right = value.kind === 'literal' ? value.value : value.kind === 'fact' ? { var: value.fact } : { now: [] }
  switch (operator) {
    case 'equal':
      return { '===': [left, right] }
    case 'notEqual':
      return { '!==': [left, right] }
    case 'in':
      return { in: [left, right] }
    case 'notIn':
      return { '!': [{ in: [left, right] }] }
    case 'contains':
      return { in: [right, left] }
    case 'doesNotContain':
      return { '!': [{ in: [right, left] }] }
    case 'lessThan':
      return { '<': [left, right] }
    case 'lessThanInclusive':
      return { '<=': [left, right] }
    case 'greaterThan':
      return { '>': [left, right] }
    case 'greaterThanInclusive':
      return { '>=': [left, right] }
    default:
      return { [operator]: [left, right] }
  }
}

/** Decides pair after pair; what throws is lost. */
function eachPair(values: readonly Values[], count: number, decide: (subject: Values, place: number) => number) {
  return (codes: Uint8Array): void => {
    let to = 0
    for (const subject of values) {
      for (let place = 0; place < count; place++) codes[to++] = decide(subject, place)
    }
  }
}

const symbols: Readonly<Record<string, string>> = {
  equal: '==',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
}

type Syntax = {
  readonly all: string
  readonly any: string
  readonly not: (part: string) => string
  readonly fact: (name: string) => string
  readonly contains: (list: string, item: string) => string
  readonly isIn: (item: string, list: readonly unknown[]) => string
}

/** A condition in a language with infix operators. */
function infix(condition: Condition, syntax: Syntax): string {
  const write = (part: Condition): string => infix(part, syntax)
  switch (condition.kind) {
    case 'all':
      return `(${condition.of.map(write).join(syntax.all)})`
    case 'any':
      return `(${condition.of.map(write).join(syntax.any)})`
    case 'not':
      return syntax.not(write(condition.of))
    case 'named':
      return write(condition.of)
    case 'leaf': {
      const { operator, value } = condition
      const left = syntax.fact(condition.fact)
      const literal = value.kind === 'literal' ? value.value : ''
      const list = Array.isArray(literal) ? literal : []
      const right = JSON.stringify(literal)
      if (operator === 'in') return syntax.isIn(left, list)
      if (operator === 'notIn') return syntax.not(syntax.isIn(left, list))
      if (operator === 'contains') return syntax.contains(left, right)
      if (operator === 'doesNotContain') return syntax.not(syntax.contains(left, right))
      return `(${left} ${symbols[operator]} ${right})`
    }
  }
}

export const cel: Contender = {
  name: 'cel-js',
  oneOf: 200,
  expresses: withoutDates,
  prepare: ({ rules, values }) => {
    const environment = new Environment().registerVariable('f', 'map')
    const syntax: Syntax = {
      all: ' && ',
      any: ' || ',
      not: (part) => `!(${part})`,
      fact: (name) => `f.${name}`,
      contains: (list, item) => `(${item} in ${list})`,
      isIn: (item, list) => `(${item} in ${JSON.stringify(list)})`,
    }
    const parsed = halves(rules, (condition) => environment.parse(infix(condition, syntax)))
    const facts = values.map((one) => ({ f: celValues(one) }))
    return (codes) => {
      for (const [at, subject] of facts.entries()) {
        for (const [place, { when, require }] of parsed.entries()) {
          codes[at * parsed.length + place] = attempt(
            () => when === undefined || when(subject) === true,
            () => require(subject) === true,
          )
        }
      }
    }
  },
}

/** CEL tells whole numbers from others. */
const celValues = (values: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(stated(values)).map(([name, value]) => [
      name,
      Number.isInteger(value) ? BigInt(value as number) : value,
    ]),
  )

function attempt(when: () => boolean, require: () => boolean): number {
  try {
    return verdict(when(), require())
  } catch {
    return code.lost
  }
}

export const ajvSchemas: Contender = {
  name: 'Ajv, schemas as policy',
  oneOf: 10,
  expresses: withoutDates,
  prepare: ({ rules, values }) => {
    const ajv = new Ajv({ strict: false, allErrors: false })
    const compiled = halves(rules, (condition) => ajv.compile(schemaOf(condition)))
    const facts = values.map(stated)
    return (codes) => {
      let to = 0
      for (const subject of facts) {
        for (const { when, require } of compiled) codes[to++] = when && !when(subject) ? 3 : require(subject) ? 0 : 1
      }
    }
  },
}

function schemaOf(condition: Condition): Record<string, unknown> {
  switch (condition.kind) {
    case 'all':
      return { allOf: condition.of.map(schemaOf) }
    case 'any':
      return { anyOf: condition.of.map(schemaOf) }
    case 'not':
      return { not: schemaOf(condition.of) }
    case 'named':
      return schemaOf(condition.of)
    case 'leaf': {
      const value = condition.value.kind === 'literal' ? condition.value.value : ''
      const schemas: Readonly<Record<string, unknown>> = {
        equal: { const: value },
        notEqual: { not: { const: value } },
        in: { enum: value },
        notIn: { not: { enum: value } },
        contains: { contains: { const: value } },
        doesNotContain: { not: { contains: { const: value } } },
        lessThan: { exclusiveMaximum: value },
        lessThanInclusive: { maximum: value },
        greaterThan: { exclusiveMinimum: value },
        greaterThanInclusive: { minimum: value },
      }
      return { properties: { [condition.fact]: schemas[condition.operator] } }
    }
  }
}

export const cedarWasm: Contender = {
  name: 'cedar-wasm, preparsed',
  oneOf: 200,
  // It has no fractions.
  expresses: (rule) => withoutDates(rule) && !/:\d+\.\d/.test(JSON.stringify([rule.when, rule.require])),
  prepare: ({ kind, rules, values }: KindSample) => {
    const syntax: Syntax = {
      all: ' && ',
      any: ' || ',
      not: (part) => `!(${part})`,
      fact: (name) => `context.${name}`,
      contains: (list, item) => `${list}.contains(${item})`,
      isIn: (item, list) => `${JSON.stringify(list)}.contains(${item})`,
    }
    const staticPolicies: Record<string, string> = {}
    for (const [place, { when, require }] of halves(rules, (condition) => infix(condition, syntax)).entries()) {
      if (when !== undefined) staticPolicies[`w${place}`] = `permit(principal,action,resource) when { ${when} };`
      staticPolicies[`r${place}`] = `permit(principal,action,resource) when { ${require} };`
    }
    const answer = cedar.preparsePolicySet(kind, { staticPolicies })
    if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors))
    const contexts = values.map((one) => cedarValues(one) as cedar.Context)
    return (codes) => {
      for (const [at, context] of contexts.entries()) {
        const one = { type: 'T', id: 'x' }
        const result = cedar.statefulIsAuthorized({
          principal: one,
          action: one,
          resource: one,
          context,
          preparsedPolicySetId: kind,
          entities: [],
        })
        if (result.type === 'failure') throw new Error(JSON.stringify(result.errors))
        const { reason, errors } = result.response.diagnostics
        const [holds, failed] = [new Set(reason), new Set(errors.map(({ policyId }) => policyId))]
        for (const [place, { when }] of rules.entries()) {
          const lost = failed.has(`w${place}`) || failed.has(`r${place}`)
          const applies = when === undefined || holds.has(`w${place}`)
          codes[at * rules.length + place] = lost ? code.lost : verdict(applies, holds.has(`r${place}`))
        }
      }
    }
  },
}

/** Cedar has neither dates nor fractions nor lists of anything but values; what the rules here do not read is left out. */
const cedarValues = (values: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(stated(values)).filter(([, value]) =>
      typeof value === 'number' ? Number.isInteger(value) : typeof value !== 'object' || Array.isArray(value),
    ),
  )

export const zen: Contender = {
  name: 'zen-engine',
  oneOf: 200,
  expresses: withoutDates,
  prepare: ({ rules, values }) => {
    const syntax: Syntax = {
      all: ' and ',
      any: ' or ',
      not: (part) => `not (${part})`,
      fact: (name) => name,
      contains: (list, item) => `(${item} in ${list})`,
      isIn: (item, list) => `(${item} in ${JSON.stringify(list)})`,
    }
    const written = halves(rules, (condition) => infix(condition, syntax))
    const expressions = written.flatMap(({ when, require }, place) => [
      { id: `w${place}`, key: `w${place}`, value: when ?? 'true' },
      { id: `r${place}`, key: `r${place}`, value: require },
    ])
    const decision = new ZenEngine().createDecision({
      contentType: 'application/vnd.gorules.decision',
      nodes: [
        { id: 'in', name: 'in', type: 'inputNode' },
        { id: 'rules', name: 'rules', type: 'expressionNode', content: { expressions } },
        { id: 'out', name: 'out', type: 'outputNode' },
      ],
      edges: [
        { id: 'one', sourceId: 'in', targetId: 'rules' },
        { id: 'other', sourceId: 'rules', targetId: 'out' },
      ],
    })
    const facts = values.map((one) => cedarValues(one))
    return async (codes) => {
      for (const [at, subject] of facts.entries()) {
        const found = await decision.evaluate(subject).then(
          ({ result }) => result as Record<string, unknown>,
          () => undefined,
        )
        for (const place of rules.keys()) {
          const [when, require] = [found?.[`w${place}`], found?.[`r${place}`]]
          codes[at * rules.length + place] = found === undefined ? code.lost : verdict(when === true, require === true)
        }
      }
    }
  },
}
