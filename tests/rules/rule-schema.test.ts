import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { factCatalogue } from '../../src/model/facts/index.ts'
import { operatorsOf } from '../../src/model/operators.ts'
import { subjectKinds } from '../../src/model/subject.ts'
import { ruleSchema } from '../../tools/rule-schema.ts'

const text = readFileSync(new URL('../../schemas/rule.schema.json', import.meta.url), 'utf8')
const schema = JSON.parse(text)

it('the schema of rules is made of the template and the fact catalogue', () => {
  expect(text, 'run `tsx tools/rule-schema.ts`').toBe(ruleSchema(factCatalogue))
})

describe('in an editor', () => {
  const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(schema)
  const ruleOn = (subject: string, leaf: unknown) => ({
    apiVersion: 'douane/v1',
    kind: 'Rule',
    id: 'samples/rule',
    title: 'A sample',
    subject,
    controls: ['SA-01'],
    level: 'error',
    basis: 'policy',
    source: [{ document: 'gdpr', clause: 'Art. 1' }],
    require: { all: [{ not: { any: [leaf] } }] },
    message: 'No.',
    remedy: 'Do it.',
  })
  const readable = (kind: (typeof subjectKinds)[number]) =>
    Object.entries(factCatalogue[kind])
      .filter(([, { type }]) => operatorsOf[type].length > 0)
      .map(([name]) => name)

  it.each(subjectKinds)('a rule on %s may name the facts of that subject, and no others', (kind) => {
    const leaf = (fact: string) => ({ fact, operator: 'equal', value: true })
    for (const name of [...readable(kind), 'asOf']) expect(validate(ruleOn(kind, leaf(name)))).toBe(true)
    const others = subjectKinds.flatMap(readable).filter((name) => !readable(kind).includes(name))
    for (const name of [...others, 'nothing']) expect(validate(ruleOn(kind, leaf(name)))).toBe(false)
    const other = (fact: string) => ({ fact: 'asOf', operator: 'before', value: { fact } })
    expect(validate(ruleOn(kind, other('asOf')))).toBe(true)
    expect(validate(ruleOn(kind, other('nothing')))).toBe(false)
  })

  it.each([
    ['two keys', { all: [{ condition: 'a' }], any: [{ condition: 'a' }] }],
    ['a leaf beside a list', { all: [{ condition: 'a' }], fact: 'asOf', operator: 'before', value: '2026-01-01' }],
    ['an empty list', { any: [] }],
    ['an extra key', { condition: 'a', path: '$.x' }],
    ['half a leaf', { fact: 'asOf', value: '2026-01-01' }],
    ['nothing', {}],
  ])('%s is no condition', (_, condition) => {
    expect(validate(ruleOn('disclosure', condition))).toBe(false)
  })

  it('every property has a text to hover over', () => {
    const silent: string[] = []
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, child] of Object.entries(value)) {
        if (key === 'properties' && !path.includes('/if/') && !path.includes('/then/')) {
          for (const [name, property] of Object.entries<{ description?: unknown }>(child)) {
            if (typeof property.description !== 'string') silent.push(`${path}/${name}`)
          }
        }
        visit(child, `${path}/${key}/`)
      }
    }
    for (const name of ['rule', 'rule-pack', 'rule-tests']) {
      visit(JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')), name)
    }
    expect(silent).toEqual([])
  })
})
