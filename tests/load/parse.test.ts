import { describe, expect, it } from 'vitest'
import { parseFile } from '../../src/load/parse.ts'

const parse = (text: string, path = 'a.yaml') => parseFile({ path, bytes: new TextEncoder().encode(text) })

/** The problems as `CODE line:column` with message and hint after it. */
function problemsOf(text: string, path = 'a.yaml'): readonly string[] {
  const result = parse(text, path)
  if (result.ok) return []
  return result.problems.map(({ code, message, hint, at }) => `${code} ${at?.line}:${at?.column} ${message} | ${hint}`)
}

const valuesOf = (text: string, path = 'a.yaml'): unknown => {
  const result = parse(text, path)
  return result.ok ? result.value.map(({ value }) => value) : result.problems
}

describe('YAML that is read', () => {
  it.each([
    ['block and flow', 'a:\n  - b: 1\n  - [c, {d: e}]\n', [{ a: [{ b: 1 }, ['c', { d: 'e' }]] }]],
    ['a byte order mark', '\ufeffa: 1', [{ a: 1 }]],
    ['CRLF', 'a: 1\r\nb: 2\r\n', [{ a: 1, b: 2 }]],
    ['CR', 'a: 1\rb: 2\r', [{ a: 1, b: 2 }]],
    ['several documents', 'a: 1\n---\nb: 2\n...\n', [{ a: 1 }, { b: 2 }]],
    ['comments around documents', '# x\n---\n# y\na: 1\n# z\n', [{ a: 1 }]],
    ['dates as texts', 'd: 2026-01-31\nt: 2026-01-31T12:00:00Z\n', [{ d: '2026-01-31', t: '2026-01-31T12:00:00Z' }]],
    [
      'the words of YAML 1.1 as texts',
      'a: [yes, no, on, off, y, 1_000, 12:30]',
      [{ a: ['yes', 'no', 'on', 'off', 'y', '1_000', '12:30'] }],
    ],
    ['countries as texts', 'c: [NO, ON]', [{ c: ['NO', 'ON'] }]],
    [
      'core types',
      'a: [1, 0x1f, 0o17, 1.5, 1e3, true, null, ~, ""]',
      [{ a: [1, 31, 15, 1.5, 1000, true, null, null, ''] }],
    ],
    ['minus zero as zero', 'a: [-0, -0.0]', [{ a: [0, 0] }]],
    ['core tags', 'a: !!str 1\nb: !!int 2\nc: ! x\n', [{ a: '1', b: 2, c: 'x' }]],
    ['a directive for YAML 1.2', '%YAML 1.2\n---\na: yes\n', [{ a: 'yes' }]],
    ['anchors and aliases', 'a: &x [1]\nb: *x\nc: &x 2\nd: *x\n', [{ a: [1], b: [1], c: 2, d: 2 }]],
    ['a key without a value', 'a:\nb: 1\n', [{ a: null, b: 1 }]],
    ['a quoted "<<"', '"<<": 1', [{ '<<': 1 }]],
    ['JSON under another name', '{"a": [1, "b\\u00e9", null]}', [{ a: [1, 'bé', null] }]],
    ['the largest safe integer', 'a: 9007199254740991', [{ a: 9007199254740991 }]],
    ['escaped control characters', 'a: "\\u001b\\0"', [{ a: '\u001b\0' }]],
  ])('%s', (_, text, values) => {
    expect(valuesOf(text)).toStrictEqual(values)
  })

  it('numbers documents and names their file', () => {
    const result = parse('a: 1\n---\nb: 2\n', 'x/y.yaml')
    expect(result.ok && result.value.map(({ file, index }) => [file, index])).toEqual([
      ['x/y.yaml', 0],
      ['x/y.yaml', 1],
    ])
  })

  it('is deeply frozen', () => {
    const result = parse('a: {b: [c]}')
    const value = result.ok ? (result.value[0]?.value as { a: { b: string[] } }) : undefined
    expect(() => value?.a.b.push('d')).toThrow(TypeError)
    expect(Object.isFrozen(value?.a)).toBe(true)
  })
})

describe('YAML that is refused', () => {
  it.each([
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', ['DUPLICATE_KEY 3:1 .*"a".* line 1, column 1.*Remove one']],
    ['the same in quotes', '{a: 1, "a": 2}', ['DUPLICATE_KEY 1:8 .*line 1, column 2']],
    [
      'keys that reach a prototype',
      '__proto__: 1\nb: {constructor: 2, prototype: 3}\n',
      ['FORBIDDEN_KEY 1:1 .*__proto__', 'FORBIDDEN_KEY 2:5 .*constructor', 'FORBIDDEN_KEY 2:21 .*prototype'],
    ],
    ['a custom tag', 'a: !env HOME\n', ['YAML_FEATURE 1:4 The tag !env is not supported .*Remove it']],
    [
      'tags of YAML 1.1',
      'a: !!binary aa\nb: !!set {x}\nc: !!timestamp 2026-01-01\n',
      ['YAML_FEATURE 1:4 .*!!binary', 'YAML_FEATURE 2:4 .*!!set', 'YAML_FEATURE 3:4 .*!!timestamp'],
    ],
    ['a tag that does not fit', 'a: !!int x', ['YAML_FEATURE 1:4 The value does not fit its tag !!int']],
    ['a merge key', 'a: &a {b: 1}\nc:\n  <<: *a\n', ['YAML_FEATURE 3:3 Merge keys.*Write the keys out']],
    [
      'keys that are not texts',
      '1: a\ntrue: b\n? [c]\n: d\n: e\n',
      [
        'YAML_FEATURE 1:1 The key 1 is a number.*quotes, "1"',
        'YAML_FEATURE 2:1 The key true is a boolean',
        'YAML_FEATURE 3:3 A key is a list',
        'YAML_FEATURE 5:1 A key is empty',
      ],
    ],
    ['an alias as a key', 'a: &a b\n*a : c\n', ['YAML_FEATURE 2:1 A key is an alias']],
    ['other directives', '%YAML 1.1\n---\na: yes\n', ['YAML_FEATURE 1:1 The directive "%YAML 1.1".*YAML 1.2']],
    [
      'a tag directive',
      '%TAG ! tag:x,2000:\n---\na: !b c\n',
      ['YAML_FEATURE 1:1 The directive', 'YAML_FEATURE 3:4 The tag !b'],
    ],
    [
      'an alias without anchor',
      'a: *team\nb: &teams 1\nc: *tams\n',
      ['SYNTAX 1:4 There is no anchor "&team".*quotes', 'SYNTAX 3:4 .*"&tams".*Did you mean "teams"'],
    ],
    ['a value that contains itself', 'a: &x [*x]\n', ['ALIAS_LIMIT 1:8 .*contains itself']],
    [
      'numbers that cannot be kept',
      'a: .nan\nb: -.inf\nc: 1e999\nd: 9007199254740993\n',
      [
        'VALUE_NOT_ALLOWED 1:4 .*NaN',
        'VALUE_NOT_ALLOWED 2:4 .*too large',
        'VALUE_NOT_ALLOWED 3:4 .*too large',
        'VALUE_NOT_ALLOWED 4:4 .*Quote it',
      ],
    ],
    ['half a surrogate pair', 'a: "\\ud83d"', ['VALUE_NOT_ALLOWED 1:4 Half of a surrogate pair']],
    ['an empty file', '', ['EMPTY_DOCUMENT 1:1 The file holds no document.*apiVersion']],
    ['a file of comments', '# nothing\n', ['EMPTY_DOCUMENT 1:1 The file holds no document']],
    ['empty documents', 'a: 1\n---\n---\nb: 1\n', ['EMPTY_DOCUMENT 2:1 The document is empty.*"---"']],
    ['a NUL character', 'a: 1\nb: \0\n', ['ENCODING_INVALID 2:4 .*NUL.*binary']],
    ['a raw escape', 'a: \u001b[31m\n', ['SYNTAX 1:4 .*U\\+001B.*\\\\u001b']],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['SYNTAX 2:1 A tab.*spaces']],
    ['an open quote, where it opens', 'a: 1\nb: "c\nd: e\n', ['SYNTAX 2:4 A quote is not closed']],
    ['an open bracket', 'a: [1, 2\nb: 3\n', ['SYNTAX 2:1 A bracket is not closed']],
    ['a colon in a plain text', 'a: b: c\n', ['SYNTAX 1:4 .*quotes']],
    ['a text without a colon', 'a: 1\nregion eu\n', ['SYNTAX 2:1 There is no ":"']],
    ['a reserved character', 'a: @b\nc: `d`\n', ['SYNTAX 1:4 .*"@".*quotes', 'SYNTAX 2:4 .*"`"']],
    ['an unknown escape', 'a: "C:\\Users"\n', ['SYNTAX 1:7 "\\\\U" is no escape.*single quotes|SYNTAX 1:7 .*escape']],
    ['an apostrophe in single quotes', "a: 'it's'\n", ['SYNTAX 1:8 "s\'" is not expected']],
    ['a list that goes on as a mapping', '- a\nb: 1\n', ['SYNTAX 2:1 "b" is not expected']],
    ['a bracket that closes nothing', ']', ['SYNTAX 1:1 "\\]" is not expected']],
    ['text after the end of a document', 'a: 1\n... ]\n', ['SYNTAX 2:5']],
    ['wrong indentation', 'a:\n    b: 1\n  c: 2\n', ['SYNTAX 3:1 The indentation does not fit']],
  ])('%s', (_, text, expected) => {
    const problems = problemsOf(text)
    expect(problems).toEqual(expected.map((pattern) => expect.stringMatching(new RegExp(`^(${pattern})`))))
  })

  it('reports the problems of all documents at once, in the order of the text', () => {
    expect(
      problemsOf('a: @x\n---\nb: 1\nb: 2\n---\n__proto__: .nan\n').map((problem) => problem.split(' ', 2).join(' ')),
    ).toEqual(['SYNTAX 1:4', 'DUPLICATE_KEY 4:1', 'FORBIDDEN_KEY 6:1', 'VALUE_NOT_ALLOWED 6:12'])
  })

  it('reports one broken text beside the other problems of a document', () => {
    expect(problemsOf('{"a": 1, "a": 2,}', 'a.json').map((problem) => problem.split(' ', 2).join(' '))).toEqual([
      'DUPLICATE_KEY 1:10',
      'SYNTAX 1:16',
    ])
    expect(problemsOf('1: !x y\na: .nan\n').map((problem) => problem.split(' ', 2).join(' '))).toEqual([
      'YAML_FEATURE 1:1',
      'YAML_FEATURE 1:4',
      'VALUE_NOT_ALLOWED 2:4',
    ])
  })

  it('counts what it does not list', () => {
    const problems = problemsOf('a: 1\n'.repeat(500))
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)).toMatch(/^SIZE_LIMIT 102:1 At least 399 more problems/)
  })
})

describe('JSON', () => {
  it.each([
    [
      '{"a": [1, -2.5e3, true, false, null, "x\\n\\u00e9\\ud83d\\ude00"]}',
      { a: [1, -2500, true, false, null, 'x\né😀'] },
    ],
    [' [ ] \n', []],
    ['{}', {}],
    ['"text"', 'text'],
    ['{"\\u0061": -0}', { a: 0 }],
    ['{"a":"C:\\\\"}', { a: 'C:\\' }],
  ])('reads %s', (text, value) => {
    expect(valuesOf(text, 'a.json')).toStrictEqual([value])
  })

  it.each([
    ['{"a": 1,}', ['SYNTAX 1:8 .*comma.*Remove']],
    ['{"a": 1 "b": 2}', ['SYNTAX 1:9 There is no comma']],
    ['// x\n{"a": /* y */ 1}', ['SYNTAX 1:1 JSON has no comments', 'SYNTAX 2:7 JSON has no comments']],
    ['{a: 1}', ['SYNTAX 1:2 A key.*double quote']],
    ["{'a': 1}", ['SYNTAX 1:2 A key.*double quote']],
    ["['a']", ['SYNTAX 1:2 .*single quote']],
    ['{"a": yes}', ['SYNTAX 1:7 "yes" is not a value.*"yes"']],
    ['{"a": 01}', ['SYNTAX 1:7 "01" is not a number']],
    ['{"a": .5}', ['SYNTAX 1:7 ".5" is not a number']],
    ['{"a": NaN}', ['SYNTAX 1:7 "NaN"']],
    ['{"a" 1}', ['SYNTAX 1:6 There is no ":"']],
    ['{"a": }', ['SYNTAX 1:7 "}" cannot begin a value']],
    ['[1, 2', ['SYNTAX 1:6 The file ends before a "]"']],
    ['{"a": "x\ny"}', ['SYNTAX 1:7 A text has no closing']],
    ['{"a": "\\x"}', ['SYNTAX 1:8 "\\\\x" is no escape']],
    ['{} {}', ['SYNTAX 1:4 There is text after the end']],
    ['{"a": 1, "a": 2}', ['DUPLICATE_KEY 1:10 .*line 1, column 2']],
    ['{"\\u005f_proto__": 1}', ['FORBIDDEN_KEY 1:2']],
    ['[1e999, 9007199254740993]', ['VALUE_NOT_ALLOWED 1:2', 'VALUE_NOT_ALLOWED 1:9']],
    ['', ['EMPTY_DOCUMENT 1:1']],
    ['a: 1', ['SYNTAX 1:1']],
  ])('refuses %s', (text, expected) => {
    expect(problemsOf(text, 'A.JSON')).toEqual(
      expected.map((pattern) => expect.stringMatching(new RegExp(`^${pattern}`))),
    )
  })
  it('refuses control characters, wherever they stand and whatever stands beside them', () => {
    const codes = Array.from({ length: 0xa0 }, (_, code) => code)
    const refused = (texts: (character: string) => string): readonly number[] =>
      codes.filter((code) =>
        problemsOf(texts(String.fromCharCode(code)), 'a.json').some((one) => /control|NUL/.test(one)),
      )
    const control = codes.filter(
      (code) => (code < 0x20 && ![0x09, 0x0a, 0x0d].includes(code)) || (code > 0x7e && code !== 0x85),
    )
    expect(refused((character) => `{"a": "${character}"}`)).toEqual(control)
    expect(refused((character) => `{"${character}": "é"}`)).toEqual(control)
    expect(refused((character) => `[]${character}`)).toEqual(control)
  })
})
