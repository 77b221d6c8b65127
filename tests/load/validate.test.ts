import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { kindOf } from '../../src/load/envelope.ts'
import { type Kind, kinds, loadValidators, type Validators } from '../../src/load/kinds.ts'
import { parseFile } from '../../src/load/parse.ts'
import { validate } from '../../src/load/validate.ts'
import type { Document } from '../../src/model/location.ts'

function documentOf(text: string): Document {
  const result = parseFile({ path: 'a.yaml', bytes: new TextEncoder().encode(text) })
  const document = result.ok ? result.value[0] : undefined
  if (document === undefined) throw new Error(JSON.stringify(result))
  return document
}

let shipped: Validators
beforeAll(async () => {
  shipped = await loadValidators()
})

/** The problems as `CODE line:column message | hint`. */
function problemsOf(text: string, kind: Kind = 'Engagement', validators: Validators = shipped): readonly string[] {
  const result = validate(documentOf(text), kind, validators)
  if (result.ok) return []
  return result.problems.map(({ code, message, hint, at }) => `${code} ${at?.line}:${at?.column} ${message} | ${hint}`)
}

/** A schema as strange as the shipped ones may once be, for words that those do not need yet. */
function validatorsFor(properties: object, more: object = {}): Validators {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false })
  const envelope = { apiVersion: {}, kind: {} }
  const schema = { type: 'object', properties: { ...envelope, ...properties }, additionalProperties: false, ...more }
  return { Engagement: ajv.compile(schema) }
}

const head = 'apiVersion: douane/v1\nkind: Engagement\n'

describe('the envelope', () => {
  it.each([
    ['- a\n', ['TYPE_MISMATCH 1:1 Expected a document, found a list of 1']],
    ['text', ['TYPE_MISMATCH 1:1 .*found "text"']],
    [
      'id: a\n',
      ['KEY_MISSING 1:1 The key "apiVersion" is missing .*douane/v1', 'KEY_MISSING 1:1 The key "kind".*"Engagement"'],
    ],
    [
      'apiversion: douane/v1\nKind: Rule\n',
      ['KEY_MISSING 1:1 .*Write "apiVersion" for "apiversion"', 'KEY_MISSING 1:1 .*Write "kind" for "Kind"'],
    ],
    ['apiVersion:\nkind: Engagement\n', ['KEY_MISSING 1:1 The key "apiVersion"']],
    [
      'apiVersion: douane/v2\nkind: Engagment\n',
      ['API_VERSION_UNKNOWN 1:13 .*"douane/v2".*"douane/v1"', 'KIND_UNKNOWN 2:7 .*Did you mean "Engagement"'],
    ],
    ['apiVersion: 1\nkind: [Rule]\n', ['API_VERSION_UNKNOWN 1:13 The version 1', 'KIND_UNKNOWN 2:7 .*a list of 1']],
    ['apiVersion: douane/v1\nkind: Rule\nidd: x\n', ['KIND_UNEXPECTED 2:7 .*"Engagement", found "Rule"']],
  ])('%j', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected.map((pattern) => expect.stringMatching(new RegExp(`^${pattern}`))))
  })

  it.each(kinds.map((kind) => [kind]))('knows %s', (kind) => {
    expect(kindOf(documentOf(`apiVersion: douane/v1\nkind: ${kind}\n`))).toEqual({ ok: true, value: kind })
    expect(shipped[kind]).toBeTypeOf('function')
  })
})

describe('a shipped schema', () => {
  it('reports everything at once, at its place, by place', () => {
    const text = `${head}id: Acme Site
titel: Acme
context: client-sytem
components:
  - id: web
    regoin: eu-central-1
    region: 5
    holds: client-data
flows:
  - id: a
    from: web
`
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^FORMAT_INVALID 3:5 "Acme Site" .*lower-case letters/),
      expect.stringMatching(/^KEY_UNKNOWN 4:1 The key "titel".*Did you mean "title"/),
      expect.stringMatching(/^VALUE_NOT_ALLOWED 5:10 "client-sytem".*Did you mean "client-system"/),
      expect.stringMatching(/^KEY_UNKNOWN 8:5 The key "regoin".*Did you mean "region"/),
      expect.stringMatching(/^TYPE_MISMATCH 9:13 Expected a text, found 5 \| Put it in quotes/),
      expect.stringMatching(
        /^TYPE_MISMATCH 10:12 Expected a list, found "client-data" \| Write a list: \[client-data\]/,
      ),
      expect.stringMatching(/^KEY_MISSING 12:5 The key "to" is missing \| Add "to": /),
    ])
  })

  it('takes a null key as one that is not there, and drops it', () => {
    const text = `${head}id: a\ntitle: A\ncontext: vendor-use\nstart: null\nparties:\n  - {id: b, country: }\n`
    const result = validate(documentOf(text), 'Engagement', shipped)
    expect(result.ok && result.value.value).toStrictEqual({
      apiVersion: 'douane/v1',
      kind: 'Engagement',
      id: 'a',
      title: 'A',
      context: 'vendor-use',
      parties: [{ id: 'b' }],
    })
    expect(problemsOf(text.replace('title: A', 'title:'))).toEqual([
      expect.stringMatching(/^KEY_MISSING 4:1 The key "title" is missing/),
    ])
  })

  it('leaves out that a condition of the schema itself does not hold', () => {
    expect(problemsOf(`${head}id: a\ntitle: A\ncontext: vendor-use\naccounts: frim\n`)).toEqual([
      expect.stringMatching(/^VALUE_NOT_ALLOWED 6:11 "frim".*"firm"/),
    ])
  })

  it('throws for a validator that was not loaded, which is no mistake of the user', () => {
    expect(() => validate(documentOf(head), 'Engagement', {})).toThrow('not loaded')
  })
})

describe('words', () => {
  const text = { type: 'string', description: 'What people call it.' }

  it.each<[string, object, string, RegExp]>([
    ['few keys are listed', { name: {}, owner: {} }, 'zzz: 1', /^KEY_UNKNOWN 3:1 .*Use one of .*"name", "owner"/],
    [
      'a text for a number',
      { x: { type: 'integer' } },
      'x: "5"',
      /^TYPE_MISMATCH 3:4 Expected a whole number, found "5" \| Write it without quotes/,
    ],
    ['a number for a text', { x: text }, 'x: 5', /^TYPE_MISMATCH 3:4 .*Put it in quotes. What people call it/],
    [
      'a word of YAML 1.1',
      { x: { type: 'boolean' } },
      'x: yes',
      /^TYPE_MISMATCH 3:4 Expected true or false, found "yes" \| Write true or false, without/,
    ],
    [
      'several types',
      { x: { type: ['string', 'array', 'null'] } },
      'x: {a: 1}',
      /Expected a text or a list, found a mapping of 1 key/,
    ],
    ['a constant', { x: { const: 'v1' } }, 'x: v2', /^VALUE_NOT_ALLOWED 3:4 "v2" .*"v1"/],
    ['numbers to choose from', { x: { enum: [1, 2] } }, 'x: 3', /^VALUE_NOT_ALLOWED 3:4 The value 3 .*Use "1" or "2"/],
    [
      'a pattern in words',
      { x: { type: 'string', pattern: '^a$', description: 'A day.', 'x-expected': 'YYYY-MM-DD' } },
      'x: b',
      /^FORMAT_INVALID 3:4 "b".*Expected: YYYY-MM-DD$/,
    ],
    ['a pattern without words', { x: { type: 'string', pattern: '^a$' } }, 'x: b', /text that matches \^a\$/],
    ['a lower bound', { x: { minimum: 3 } }, 'x: 2', /^VALUE_NOT_ALLOWED 3:4 Expected at least 3, found 2/],
    ['an upper bound', { x: { exclusiveMaximum: 3 } }, 'x: 3', /Expected less than 3, found 3/],
    ['an empty text', { x: { minLength: 1 } }, 'x: ""', /Expected at least 1 character, found an empty text/],
    ['a long text', { x: { maxLength: 3 } }, 'x: 😀😀😀😀', /Expected at most 3 characters, found 4/],
    ['an empty list', { x: { minItems: 1 } }, 'x: []', /Expected at least 1 value, found an empty list/],
    [
      'too many keys',
      { x: { maxProperties: 1 } },
      'x: {a: 1, b: 2}',
      /Expected at most 1 key, found 2 \| Keep one of "a" or "b"/,
    ],
    [
      'a repeated value, at the later place',
      { x: { uniqueItems: true } },
      'x: [a, b, a]',
      /^VALUE_NOT_ALLOWED 3:11 "a" is in this list twice.*x\[0\]/,
    ],
    [
      'a name that is not allowed',
      { x: { propertyNames: { enum: ['storage'] } } },
      'x: {storge: 1}',
      /^FORMAT_INVALID 3:5 The key "storge".*Did you mean "storage"/,
    ],
    [
      'a name of another form',
      { x: { propertyNames: { pattern: '^[a-z]+$', description: 'Small letters.' } } },
      'x: {A1: 1}',
      /^FORMAT_INVALID 3:5 .*Expected: small letters/,
    ],
    [
      'a key that another needs',
      { x: { dependentRequired: { a: ['b'] }, properties: { b: text } } },
      'x: {a: 1}',
      /^KEY_MISSING 3:1 The key "b" is missing, which "a" needs \| Add "b": what people call it/,
    ],
    [
      'what is forbidden',
      { x: { not: { const: 'a' }, description: 'Anything but a.' } },
      'x: a',
      /^SCHEMA_MISMATCH 3:4 "a" does not fit.*Anything but a/,
    ],
    [
      'alternatives of other types',
      { x: { anyOf: [{ type: 'string' }, { type: 'boolean' }] } },
      'x: 5',
      /^VALUE_NOT_ALLOWED 3:4 The value 5 .*Write a text or true or false/,
    ],
    [
      'the alternative that was meant',
      {
        x: { oneOf: [{ type: 'string' }, { type: 'object', properties: { fact: text }, additionalProperties: false }] },
      },
      'x: {fcat: a}',
      /^KEY_UNKNOWN 3:5 .*"fact"/,
    ],
    [
      'alternatives inside of alternatives',
      {
        x: {
          anyOf: [{ type: 'boolean' }, { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } }],
        },
      },
      'x: [a, true]',
      /^VALUE_NOT_ALLOWED 3:8 The value true .*Write a text or a number/,
    ],
    [
      'the alternative by its constant',
      {
        x: {
          oneOf: [
            { properties: { kind: { const: 'a' }, a: text }, required: ['a'] },
            { properties: { kind: { const: 'b' }, b: text }, required: ['b'] },
          ],
        },
      },
      'x: {kind: b}',
      /^KEY_MISSING 3:1 The key "b"/,
    ],
    [
      'alternatives of values',
      { x: { anyOf: [{ const: 'none' }, { type: 'string', pattern: '^\\d+$' }], description: 'A count, or `none`.' } },
      'x: nnoe',
      /^VALUE_NOT_ALLOWED 3:4 "nnoe".*A count, or `none`/,
    ],
    ['escapes in what was seen', { x: { enum: ['a'] } }, 'x: "\\e[31m"', /"\\u001b\[31m" is not allowed/],
  ])('%s', (_, properties, line, expected) => {
    const problems = problemsOf(`${head}${line}\n`, 'Engagement', validatorsFor(properties))
    expect(problems).toEqual([expect.stringMatching(expected)])
  })

  it('says a misspelt key once, though it is missing as well', () => {
    const validators = validatorsFor({ region: text, zone: text }, { required: ['region', 'zone'] })
    expect(problemsOf(`${head}regoin: a\n`, 'Engagement', validators)).toEqual([
      expect.stringMatching(/^KEY_MISSING 1:1 The key "zone"/),
      expect.stringMatching(/^KEY_UNKNOWN 3:1 The key "regoin".*"region"/),
    ])
  })

  it('counts what it does not list', () => {
    const validators = validatorsFor({ x: { items: { type: 'string' } } })
    const problems = problemsOf(`${head}x: [${Array(5000).fill('1').join()}]\n`, 'Engagement', validators)
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)).toMatch(/^SIZE_LIMIT .*more problems are not listed/)
  })
})
