import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { defaultLimits } from '../../src/load/limits.ts'
import { readPlainYaml } from '../../src/load/read-plain-yaml.ts'
import { readYaml } from '../../src/load/read-yaml.ts'
import type { SyntaxNode } from '../../src/load/syntax.ts'

/** The place of what was not written is never shown, so it may differ. */
function comparable(node: SyntaxNode): unknown {
  if (node.kind === 'scalar') return node.start === node.end ? 'nothing' : node
  if (node.kind === 'list') return { ...node, items: node.items.map(comparable) }
  if (node.kind === 'map')
    return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: comparable(entry.value) })) }
  throw new Error('an alias is not plain')
}

/** Whether the quick reader read it; if so, exactly as the full one does. */
function agrees(text: string): boolean {
  const plain = readPlainYaml(text, defaultLimits)
  if (plain === undefined) return false
  const full = readYaml(text, defaultLimits)
  const root = full.documents[0]?.root
  expect({ text, problems: full.problems, documents: full.documents.length }).toEqual({
    text,
    problems: [],
    documents: 1,
  })
  expect({ text, tree: comparable(plain) }).toEqual({ text, tree: root && comparable(root) })
  return true
}

describe('the quick reader', () => {
  it.each([
    ['mappings and lists', 'a:\n  b: c\n  d:\n    - e\n    - f: 1\n      g: 2\n    - - h\n      - i\nj: k\n'],
    ['lists in the column of their key', 'a:\n- b\n- c: 1\n  d: 2\ne: f\n'],
    ['brackets', 'a: [b, c d, [1, 2], {e: f, g: []}]\nh: {}\ni: [ ]\n'],
    ['quotes', 'a: "b: # c"\nd: \'e\'\nf: ["g, h", \'i\']\n'],
    ['comments', '# a\na: b # c\n  # d\n\nc: # e\n  - f # g\n# h'],
    [
      'values with signs in them',
      "a: https://example.org/x#y\nb: it's\nc: 12:30\nd: a - b\ne: 2026-01-31\nf: 1.2.3\ng: a,b\nh: -x\ni: a@b\n",
    ],
    ['values of the core schema', 'a: 1\nb: true\nc: ~\nd: null\ne: False\nf: yes\ng: 0\n'],
    ['empty values', 'a:\nb: # c\nc:\n'],
    ['no last line break', 'a:\n  - b'],
    ['spaces at the ends of lines', 'a: b  \nc:  \n  - d \n'],
    ['blank lines with spaces', 'a: 1\n   \n  \nb: 2\n  '],
  ])('reads %s', (_, text) => {
    expect(agrees(text)).toBe(true)
  })

  it.each([
    ['anchors', 'a: &b c'],
    ['aliases', 'a: *b'],
    ['tags', 'a: !b c'],
    ['blocks of text', 'a: |\n  b\n'],
    ['values that go on', 'a: b\n  c\n'],
    ['documents', 'a: 1\n---\nb: 1\n'],
    ['escapes', 'a: "\\n"'],
    ['doubled quotes', "a: 'b''c'"],
    ['tabs', 'a:\tb'],
    ['numbers of other forms', 'a: 1.5'],
    ['an octal number', 'a: 0o17'],
    ['leading zeros', 'a: 012'],
    ['keys that are not texts', '1: a'],
    ['a key that is null', 'null: a'],
    ['merge keys', '<<: a'],
    ['brackets on several lines', 'a: [b,\n  c]'],
    ['a colon in a value', 'a: b: c'],
    ['wrong indentation', 'a:\n    b: 1\n  c: 2\n'],
    ['a list after a key in its column', 'a: b\n- c\n'],
    ['an empty item', '- \n- a'],
    ['nothing', '# a\n'],
    ['a text', 'a'],
    ['depth', `a: ${'['.repeat(64)}${']'.repeat(64)}`],
  ])('leaves %s to the full reader', (_, text) => {
    expect(readPlainYaml(text, defaultLimits)).toBeUndefined()
  })

  const words = [
    'a',
    'b: ',
    'key:',
    '- ',
    '-',
    '[',
    ']',
    '{',
    '}',
    ', ',
    ',',
    ':',
    ': ',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n    ',
    '# c',
    ' # c',
    '"',
    "'",
    '1',
    '-1',
    '.5',
    '0x1',
    'true',
    'null',
    '~',
    'x y',
    '*',
    '&',
    '!',
    '|',
    '>',
    '?',
    '? ',
    '%',
    '@',
    '`',
    '---',
    'é',
    '😀',
    '.',
    '/',
    '(',
    '$',
    '+',
    '\\',
    '\u00a0',
    '\u2028',
    '\u0085',
  ]
  const lines = fc.tuple(
    fc.constantFrom('', '  ', '    ', '      ', ' '),
    fc.constantFrom('', '- ', '- - ', '-'),
    fc.constantFrom('', 'a: ', 'b:', 'c: ', 'd : '),
    fc.constantFrom(
      '',
      'x',
      'x y',
      '[a, b]',
      '{a: b}',
      '[]',
      '"q"',
      "'q'",
      '1',
      'x # c',
      '# c',
      '- ',
      'a:b',
      "it's",
      '-',
      '- x',
      '1.',
      '2026-01-01',
      '|',
      '&a',
      '"a" b',
      '[a] b',
      '[a: b]',
      '{a}',
      '[a, ]',
      '[,]',
      '["a" b]',
      '{a: }',
      '{"a": b}',
      '[a#]',
      '[a #]',
      '{a: b, a: c}',
      '~',
      '+',
      '~a',
      '(x)',
      '[+]',
      '[~]',
      '[a-]',
      '[a"b]',
      "[a'b']",
      '"',
      "'",
      '"a"  ',
      '[ a , b ]',
      '{ a: b }',
      '{a: b,c: d}',
      '.',
      '..',
      '... x',
      '--',
      '-- x',
      '-1',
      '+1',
      '1e3',
      'x:',
      'x: y',
      'x :',
      'x #',
      'x#',
      '#x',
    ),
  )

  const leaf = fc.constantFrom(
    'a',
    'b c',
    '1',
    1,
    0,
    12,
    true,
    null,
    '',
    'x: y',
    "it's",
    'a#b',
    'a #b',
    '-x',
    '2026-01-31',
    '1.2.3',
    'https://a.b/c',
    [],
    {},
    'é 😀',
  )
  const key = fc.constantFrom('a', 'bc', 'd-e', 'f.g', 'H', 'i_j', 'K2', '$l')
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    ),
  }))
  const root = fc.oneof(
    fc.dictionary(key, tree, { minKeys: 2, maxKeys: 5, noNullPrototype: true }),
    fc.array(tree, { minLength: 1, maxLength: 4 }),
  )
  const style = fc.record({
    indentSeq: fc.boolean(),
    collectionStyle: fc.constantFrom('any', 'block', 'flow'),
    indent: fc.constantFrom(1, 2, 4),
  } as const)
  /** A well-formed text, and the same with a few characters put in somewhere. */
  const written = fc.tuple(root, style).map(([value, how]) => stringify(value, { ...how, lineWidth: 0 }))
  const spoilt = fc
    .tuple(written, fc.array(fc.tuple(fc.nat(200), fc.constantFrom(...words)), { maxLength: 2 }))
    .map(([text, changes]) =>
      changes.reduce((changed, [place, word]) => {
        const at = place % (changed.length + 1)
        return changed.slice(0, at) + word + changed.slice(at)
      }, text),
    )
  const random = fc
    .array(lines, { minLength: 1, maxLength: 6 })
    .map((parts) => parts.map((part) => part.join('')).join('\n'))
  const nonsense = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(''))

  it('agrees with the full reader on whatever it reads', () => {
    let read = 0
    fc.assert(
      fc.property(fc.oneof({ arbitrary: spoilt, weight: 4 }, random, nonsense), (text) => {
        if (agrees(text)) read += 1
      }),
      { numRuns: 30_000 },
    )
    expect(read).toBeGreaterThan(2500)
  })
})
