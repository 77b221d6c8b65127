import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonStream } from '../../src/import/json-stream.ts'
import { Unreadable } from '../../src/import/unreadable.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The values at the root of an object, by key, and their places; read in chunks of a length. */
function read(text: string | Uint8Array, chunk = 7) {
  const found = new Map<string, { value: unknown; line: number; column: number }>()
  const stream = new JsonStream({ members: (key) => ({ whole: (value, at) => found.set(key, { value, ...at }) }) })
  const bytes = typeof text === 'string' ? encode(text) : text
  for (let at = 0; at < bytes.length; at += chunk) stream.push(bytes.slice(at, at + chunk))
  stream.end()
  return found
}

function refusal(text: string | Uint8Array, chunk?: number) {
  try {
    read(text, chunk)
  } catch (error) {
    if (error instanceof Unreadable) return { code: error.code, ...error.at }
    throw error
  }
  return undefined
}

const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('a stream of JSON', () => {
  it('gives what JSON.parse gives, whatever the chunks', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.integer({ min: 1, max: 40 }), (value, chunk) => {
        const text = JSON.stringify({ a: value, '"é😀\\': [value], ['__proto__']: 'text: é😀\u0000"' })
        const found = [...read(text, chunk)].map(([key, one]) => [key, one.value] as const)
        expect(JSON.stringify(Object.fromEntries(found))).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('takes and refuses what JSON.parse takes and refuses, but for keys that stand twice', () => {
    const shapes = ['{', '}', '[', ']', ',', ':', ' ', '\n', '\t', '+']
    const values = ['"a"', '"b\\n\\u00e9"', '"\\x"', '"é"', '1', '-0', '01', '1.', '1e5', '-', 'true', 'nul', 'null']
    const parts = fc.array(fc.constantFrom(...shapes, ...values), { maxLength: 8 })
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 5 }), (tokens, chunk) => {
        const text = `{"k":${tokens.join('')}}`
        const refused = refusal(text, chunk)
        expect(refused === undefined || refused.code === 'IMPORT_MALFORMED').toBe(parses(text))
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['{"a":1}', 'a', 1, 6],
    ['{\n  "a": 1}', 'a', 2, 8],
    ['{\r\n"a":1}', 'a', 2, 5],
    ['{\r\r"a":1}', 'a', 3, 5],
    ['{"é😀":1}', 'é😀', 1, 8],
    ['\uFEFF{"a":1}', 'a', 1, 6],
  ])('counts lines, and columns in UTF-16 code units: %j', (text, key, line, column) => {
    for (const chunk of [1, 3, 100]) expect(read(text, chunk).get(key)).toMatchObject({ line, column })
  })

  it.each([
    ['{"a":1,}', 'IMPORT_SYNTAX', 1, 8],
    ['{"a":1}{', 'IMPORT_SYNTAX', 1, 8],
    ['{"a":\n01}', 'IMPORT_SYNTAX', 2, 2],
    ['{"a":"\n"}', 'IMPORT_SYNTAX', 1, 7],
    ['{"a":tru}', 'IMPORT_SYNTAX', 1, 9],
    ["{'a':1}", 'IMPORT_SYNTAX', 1, 2],
    ['[1]', 'IMPORT_MALFORMED', 1, 1],
    ['{"a":1,"a":2}', 'IMPORT_MALFORMED', 1, 10],
    ['{"a":[1', 'IMPORT_TRUNCATED', 1, 8],
    ['{"a":"\\u00', 'IMPORT_TRUNCATED', 1, 11],
    ['', 'IMPORT_TRUNCATED', 1, 1],
  ])('says where %j is wrong', (text, code, line, column) => {
    for (const chunk of [1, 4, 100]) expect(refusal(text, chunk)).toEqual({ code, line, column })
  })

  it.each([
    ['a lone continuation', [0x80]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['more than Unicode has', [0xf4, 0x90, 0x80, 0x80]],
    ['a character that breaks off', [0xc3, 0x22]],
  ])('refuses bytes that are not UTF-8: %s', (_, bytes) => {
    const text = Uint8Array.from([...encode('{"a":"'), ...bytes, ...encode('"}')])
    for (const chunk of [1, 100]) expect(refusal(text, chunk)?.code).toBe('IMPORT_ENCODING')
  })

  it('refuses half a byte order mark', () => {
    expect(refusal(Uint8Array.from([0xef, 0xbb, ...encode('{}')]), 1)?.code).toBe('IMPORT_ENCODING')
  })

  it('takes 200 levels and refuses one more, where it begins', () => {
    const nested = (levels: number): string => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`
    expect(read(nested(200)).size).toBe(1)
    expect(refusal(nested(201))).toEqual({ code: 'IMPORT_TOO_DEEP', line: 1, column: 205 })
    expect(refusal('{"a":'.repeat(10_000))?.code).toBe('IMPORT_TOO_DEEP')
  })

  it('hands over members of members, and nothing else', () => {
    const seen: unknown[] = []
    const stream = new JsonStream({
      members: (key) =>
        key === 'list'
          ? { items: { members: (name) => (name === 'x' ? { whole: (v) => seen.push(v) } : 'nothing') } }
          : 'nothing',
    })
    stream.push(encode('{"list":[{"x":1,"y":{"x":2}},{"z":0,"x":[3]}],"other":[{"x":4}]}'))
    stream.end()
    expect(seen).toEqual([1, [3]])
  })
})
