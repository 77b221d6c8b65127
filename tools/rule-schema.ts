/**
 * Writes schemas/rule.schema.json: the template, and for each kind of subject the facts that its rules may read, so that
 * an editor completes `fact:` for the subject of the rule and shows what the fact means.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { operatorNames } from '../src/model/condition.ts'
import type { FactDefinition } from '../src/model/fact.ts'
import { factCatalogue } from '../src/model/facts/index.ts'
import { asOfFact, operatorsOf } from '../src/model/operators.ts'
import { subjectKinds } from '../src/model/subject.ts'

type Schema = Record<string, unknown>
type Facts = Readonly<Record<string, FactDefinition>>

const template = new URL('rule-schema.template.json', import.meta.url)
const target = new URL('../schemas/rule.schema.json', import.meta.url)

/** The text of schemas/rule.schema.json for a catalogue. `Any` stands for named conditions, which state no subject. */
export function ruleSchema(catalogue: Readonly<Record<string, Facts>>): string {
  const schema = JSON.parse(readFileSync(template, 'utf8'))
  schema.properties.subject.enum = subjectKinds
  schema.$defs.Operator.enum = operatorNames
  schema.allOf = subjectKinds.map((kind) => ({
    if: { properties: { subject: { const: kind } }, required: ['subject'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { when: ref(`${pascal(kind)}Root`), require: ref(`${pascal(kind)}Root`) } },
  }))
  for (const kind of subjectKinds) Object.assign(schema.$defs, definitions(pascal(kind), catalogue[kind] ?? {}))
  Object.assign(schema.$defs, definitions('Any', Object.assign({}, ...Object.values(catalogue))))
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** The grammar of json-rules-engine over the facts of one kind of subject. */
function definitions(name: string, facts: Facts): Record<string, Schema> {
  const inner = ref(`${name}Condition`)
  const branches: Record<string, Schema> = {
    all: { description: 'Every one of these holds.', type: 'array', items: inner, minItems: 1 },
    any: { description: 'At least one of these holds.', type: 'array', items: inner, minItems: 1 },
    not: { ...inner, description: 'This does not hold.' },
    condition: { description: "A condition that the pack's `pack.yaml` names.", type: 'string', minLength: 1 },
  }
  const leaf: Record<string, Schema> = {
    fact: { ...ref(`${name}Fact`), description: 'What is looked at.' },
    operator: { ...ref('Operator'), description: 'How it is compared.' },
    value: { ...ref(`${name}Value`), description: 'What it is compared with.' },
  }
  const alone = Object.fromEntries(Object.keys(branches).map((key) => [key, { maxProperties: 1 }]))
  const shape = { type: 'object', additionalProperties: false, minProperties: 1, dependentSchemas: alone }
  return {
    [`${name}Root`]: {
      description: 'Exactly one of `all`, `any`, `not`, `condition`.',
      ...shape,
      properties: branches,
    },
    [`${name}Condition`]: {
      description: 'Exactly one of `all`, `any`, `not`, `condition`; or `fact`, `operator` and `value` together.',
      ...shape,
      properties: { ...branches, ...leaf },
      dependentRequired: { fact: ['operator', 'value'], operator: ['fact', 'value'], value: ['fact', 'operator'] },
    },
    [`${name}Value`]: {
      description: 'A literal that fits the fact, or `{ fact: name }` for another fact of the same type.',
      anyOf: [
        { type: 'boolean' },
        { type: 'number' },
        { type: 'string' },
        { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] }, minItems: 1 },
        {
          type: 'object',
          additionalProperties: false,
          properties: { fact: { ...ref(`${name}Fact`), description: 'The other fact.' } },
          required: ['fact'],
        },
      ],
    },
    [`${name}Fact`]: factNames(facts),
  }
}

/** The facts that a condition may read: those with operators, and `asOf`. */
function factNames(facts: Facts): Schema {
  const readable = Object.entries(facts).filter(([, fact]) => operatorsOf[fact.type].length > 0)
  return {
    description: `A fact of the subject, or \`${asOfFact}\`: the instant at which the check is made.`,
    type: 'string',
    enum: [...readable.map(([name]) => name), asOfFact].sort(),
  }
}

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const pascal = (kind: string): string =>
  kind.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, ruleSchema(factCatalogue))
