import { spawnSync } from 'node:child_process'
import { createContext, runInContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceOf } from '../../src/evaluate/generated.ts'
import { leafStatesOf } from '../../src/evaluate/leaf-states.ts'
import { compile } from '../../src/evaluate/plan.ts'
import { programOf } from '../../src/evaluate/program.ts'
import { decide } from '../../src/evaluate/reference.ts'
import type { Condition, OperatorName } from '../../src/model/condition.ts'
import { changedRule, type Rule } from '../../src/model/rule.ts'
import { instant, leaf, literal, ruleOf, subjectWith } from './samples.ts'

const asOf = instant('2026-03-31T12:00:00Z')

/** Text of rules is tried in every place where it could be read as code. */
const tries = { numRuns: 600 }

/** What would do something, or break something, if it were ever read as code. */
const hostile = [
  '"',
  "'",
  '`',
  '\\',
  '\n',
  '\r',
  '\u2028',
  '\u2029',
  '\0',
  '\ud800',
  '${',
  '}',
  '*/',
  '/*',
  '//',
  '<!--',
  '-->',
  '</script>',
  ']',
  ')',
  ';',
  'escaped()',
  '"]?.value];escaped();//',
  "');escaped();('",
  '`;escaped();`',
  '\\";escaped()//',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'given',
  'verdicts',
  'row',
  'facts',
  'n0',
  '\\u0022',
]
const text = fc.oneof(
  fc.constantFrom(...hostile),
  fc.array(fc.constantFrom(...hostile), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const number = fc.oneof(
  fc.double({ noNaN: false }),
  fc.integer(),
  fc.constantFrom(-0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 1e21),
)

const aLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .record({
      fact: text,
      operator: fc.constantFrom<OperatorName>('equal', 'notEqual', 'contains', 'doesNotContain'),
      value: text,
    })
    .map(({ fact, operator, value }) => leaf(fact, operator, literal(value))),
  fc
    .record({
      fact: text,
      operator: fc.constantFrom<OperatorName>('in', 'notIn'),
      value: fc.array(text, { minLength: 1, maxLength: 3 }),
    })
    .map(({ fact, operator, value }) => leaf(fact, operator, literal(value))),
  fc
    .record({
      fact: text,
      operator: fc.constantFrom<OperatorName>('equal', 'lessThan', 'greaterThan', 'lessThanInclusive'),
      value: number,
    })
    .map(({ fact, operator, value }) => leaf(fact, operator, literal(value))),
  fc.record({ fact: text, other: text }).map(({ fact, other }) => leaf(fact, 'equal', { kind: 'fact', fact: other })),
)

const aCondition: fc.Arbitrary<Condition> = fc.oneof(
  aLeaf,
  fc
    .tuple(fc.constantFrom('all', 'any'), fc.array(aLeaf, { minLength: 1, maxLength: 3 }))
    .map(([kind, of]) => ({ kind, of }) as Condition),
  fc.tuple(text, aLeaf).map(([name, of]) => ({ kind: 'named', name, of }) as const),
)

const aRule: fc.Arbitrary<Rule> = fc
  .tuple(aCondition, fc.option(aCondition, { nil: undefined }), text, text)
  .map(([require, when, id, title]) => changedRule(ruleOf(require, when, id), { title, message: title, remedy: title }))

/** The code without its strings: what is left may only be of the few words that the generator writes. */
const withoutStrings = (code: string): string => code.replace(/"(?:[^"\\]|\\.)*"/g, '')
const ownWords =
  /^(?:use|strict|const|let|if|else|return|undefined|given|literals|tests|contains|before|after|withinLast|longerAgoThan|atMost|for|length|list|at|read|readsValues|facts|value|now|decide|decideCodes|row|start|out|from|asOf|true|false|e|[muvcknsw]\d*)$/

describe('generated code', () => {
  it('has text of rules in it only as literals in ASCII, and runs nothing of it', () => {
    const canary = createContext({ escapes: 0 })
    runInContext('function escaped() { escapes++ }', canary)
    fc.assert(
      fc.property(fc.array(aRule, { minLength: 1, maxLength: 3 }), (rules) => {
        const program = programOf(rules)
        const { text: code } = sourceOf(program, leafStatesOf(program))
        expect(code).toMatch(/^[\n -~]*$/)
        const own = withoutStrings(code)
        for (const word of own.match(/[A-Za-z_$][\w$]*/g) ?? []) expect(word).toMatch(ownWords)
        expect(own).not.toMatch(/['"`\\]|\/\/|\/\*|<!--/)
        expect(runInContext(`typeof new Function('given', ${JSON.stringify(code)})`, canary)).toBe('function')
        expect(canary.escapes).toBe(0)
      }),
      tries,
    )
  }, 300_000)

  it('says the same as the reference, whatever facts are called and hold', () => {
    let escapes = 0
    Object.assign(globalThis, { escaped: () => escapes++ })
    const situation = fc.array(aRule, { minLength: 1, maxLength: 3 }).chain((rules) => {
      const { facts } = programOf(rules)
      const value = fc.oneof(text, number, fc.array(text, { maxLength: 2 }), fc.constant(undefined))
      return fc.tuple(fc.constant(rules), fc.array(value, { minLength: facts.length, maxLength: facts.length }))
    })
    fc.assert(
      fc.property(situation, ([rules, values]) => {
        const { facts } = programOf(rules)
        // Of text, `contains` asks in another way than of lists; rules are type-checked, so that neither sees the other.
        const lists = new Set(JSON.stringify(rules).includes('ontain') ? facts : [])
        const stated = facts.flatMap((name, at) => {
          const value = values[at]
          return lists.has(name) && !Array.isArray(value) ? [] : [[name, value] as const]
        })
        const subject = subjectWith(Object.fromEntries(stated))
        for (const form of ['closures', 'generated'] as const) {
          const plan = compile(rules, form)
          plan.visit(subject, asOf, (rule, outcome) => expect(outcome).toEqual(decide(rule, subject, asOf)))
        }
      }),
      tries,
    )
    Reflect.deleteProperty(globalThis, 'escaped')
    expect(escapes).toBe(0)
  }, 300_000)
})

describe('where generating code is forbidden', () => {
  const check = (...flags: readonly string[]) =>
    spawnSync(process.execPath, [...flags, '--import', 'tsx', 'tests/evaluate/fixtures/plan-of-many.ts'], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    })

  it('closures give the same outcomes', () => {
    const [free, bound] = [check(), check('--disallow-code-generation-from-strings')]
    expect([free.status, bound.status, free.stderr, bound.stderr]).toEqual([0, 0, '', ''])
    expect(JSON.parse(free.stdout).form).toBe('generated')
    expect(JSON.parse(bound.stdout).form).toBe('closures')
    expect(JSON.parse(bound.stdout).outcomes).toEqual(JSON.parse(free.stdout).outcomes)
  }, 300_000)
})
