import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { composeYaml } from '../../src/load/compose-yaml.ts'
import { defaultLimits } from '../../src/load/limits.ts'
import { plainTree } from '../../src/load/plain-yaml.ts'
import { readYaml, tokensOf } from '../../src/load/read-yaml.ts'

const trees = (text: string) =>
  tokensOf(text, defaultLimits).tokens.flatMap((token) => (token.type === 'document' ? [plainTree(text, token)] : []))

const wholly = (text: string) => {
  const { tokens, ended } = tokensOf(text, defaultLimits)
  return composeYaml(text, tokens, ended, defaultLimits)
}

/** Reads by both; whether the quick one read all of it. */
function agree(text: string): boolean {
  expect(readYaml(text, defaultLimits), text).toEqual(wholly(text))
  return !trees(text).includes(undefined)
}

const scalar = fc.oneof(
  fc.constantFrom<unknown>('', 'a', 'a b', 'a: b', 'a #b', '# a', ' a ', "it's", '"', '- a', '[a', 'null', 'True', '~'),
  fc.constantFrom<unknown>(
    '2026-01-01',
    '1e3',
    '0x1F',
    '0o7',
    '.5',
    '1_000',
    '24h',
    '10.0.0.0/8',
    '1.2.3',
    '+1',
    '007',
  ),
  fc.constantFrom<unknown>(
    'a\nb',
    'a\n\n  b\n',
    'é',
    '€ 5',
    '(a)',
    'y',
    '<<',
    '=',
    '@a',
    '`',
    '%a',
    '\t',
    'a\tb',
    '|',
    '?',
  ),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 12, 1.5, 1e21, Number.MAX_SAFE_INTEGER),
)
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b c', 'a: b', '1', 'null', '', "it's", 'é', '- a', 'long\nkey'), tie('value'), {
      maxKeys: 3,
    }),
  ),
}))
const styles = fc.record({
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  defaultStringType: fc.constantFrom('PLAIN', 'PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'),
  defaultKeyType: fc.constantFrom('PLAIN', 'PLAIN', 'QUOTE_SINGLE'),
} as const)
const written = fc.tuple(value, styles).map(([one, style]) => stringify(one, style))

const fragments = [
  '',
  ' ',
  '  ',
  '\n',
  '\n ',
  '\r\n',
  '\t',
  '#',
  ' # a',
  '#a\n',
  ':',
  ': ',
  '-',
  '- ',
  '---\n',
  '...\n',
]
const others = ['?', '? ', ',', '[', ']', '{', '}', "'", '"', '|', '>-\n', '&a ', '*a', '!', '!!str ', '%', '@', '~']
const values = ['0', '1.', 'null', 'a', 'b: 1', '\n- 1', '\n  c: d\n', '<<', '=', '\u00a0', '\ufeff', '\\']
const edit = fc.tuple(fc.nat(), fc.constantFrom(...fragments, ...others, ...values), fc.nat(3))
const edited = fc.tuple(written, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([text, edits]) =>
  edits.reduce((before, [at, put, taken]) => {
    const place = at % (before.length + 1)
    return before.slice(0, place) + put + before.slice(place + taken)
  }, text),
)

describe('what is written plainly', () => {
  it('is read as the composer reads it, whatever is done to it', () => {
    let plain = 0
    fc.assert(
      fc.property(fc.oneof(written, edited), (text) => {
        if (agree(text)) plain += 1
      }),
      { numRuns: 2_000 },
    )
    expect(plain).toBeGreaterThan(400)
  })

  it('is nearly all that descriptors and rules are written in', () => {
    const folders = ['examples', 'examples/registry', 'registry/providers', 'rules/ai-tiers']
    const files = folders.flatMap((folder) =>
      readdirSync(folder).flatMap((name) => (name.endsWith('.yaml') ? [join(folder, name)] : [])),
    )
    const rest = files.filter((file) => !agree(readFileSync(file, 'utf8')))
    expect(files.length).toBeGreaterThan(60)
    expect(rest.length / files.length).toBeLessThan(0.1)
  })

  it.each([
    ['an alias', 'a: &one 1\nb: *one\n'],
    ['a tag', 'a: !!str 1\n'],
    ['an explicit key', '? a\n: b\n'],
    ['no value', 'a:\nb: 1\n'],
    ['no item', '- \n- a\n'],
    ['a key that is no text', '1: a\n'],
    ['a word for a key', 'null: a\n'],
    ['a key of two lines', '"a\n  b": c\n'],
    ['a merge key', '<<: a\n'],
    ['a key in another column', 'a: 1\n b: 2\n'],
    ['a tab', 'a:\t1\n'],
    ['a mapping behind a colon', 'a: b: c\n'],
    ['a list behind a colon', 'a: - b\n'],
    ['a number with a fraction', 'a: 1.5\n'],
    ['a number with a sign', 'a: -1\n'],
    ['a number in another notation', 'a: 0x1F\n'],
    ['a number with an exponent', 'a: 1e3\n'],
    ['no number', 'a: .nan\n'],
    ['a reserved character', 'a: @b\n'],
    ['a comment that is not apart', 'a: "b"#c\n'],
    ['a bracket that is open', 'a: [b\n'],
    ['no comma', 'a: ["b" "c"]\n'],
    ['two commas', 'a: [b,, c]\n'],
    ['a comma first', 'a: [, b]\n'],
    ['a pair in a list', 'a: [b: c]\n'],
    ['an escape that is none', 'a: "\\z"\n'],
    ['a quote that is open', "a: 'b\n"],
    ['a mapping beside the start', '--- a: b\n'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(trees(text).every((tree) => tree === undefined)).toBe(true)
    agree(text)
  })

  it.each([
    ['comments', '# a\na: 1 # b\n# c\nd: # e\n  # f\n  - g # h\n  # i\n# j\n'],
    ['several documents', '---\na: 1\n---\n- b\n'],
    ['brackets over lines', 'a: [\n  b, # c\n  { d: "e", f: [] },\n]\ng: {}\n'],
    ['texts of every sort', "a: b c\nd: 'e''f'\ng: \"\\u0041\"\nh: >-\n  i\n  j\nk: |\n  l\n\nm: n\n  o\n"],
    ['words and numbers', '- null\n- True\n- false\n- 0\n- 120\n- 2026-01-01\n- 2026-01-01T10:00:00Z\n- 24h\n- y\n'],
    ['lists in lists', '- - a\n  - b: c\n    d: e\n-   - f\n'],
    ['a list in the column of its key', 'a:\n- b\n- c\n"d" : e\n'],
    ['a scalar alone', '"a"\n'],
    ['other line breaks', 'a: 1\r\nb:\r\n  - c # d\r\n'],
  ])('is %s', (_, text) => {
    expect(trees(text)).not.toContain(undefined)
    expect(agree(text)).toBe(true)
  })
})
