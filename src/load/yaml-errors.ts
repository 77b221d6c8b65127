import { type Document, type ErrorCode, isAlias, isScalar, type ParsedNode, type YAMLError } from 'yaml'
import { shortened } from '../text/harmless.ts'
import type { Problem } from './syntax.ts'

type Words = readonly [message: string, hint: string]

/**
 * What the parser's error codes mean to somebody who writes a descriptor; `seen` is the text from the place on, and
 * `said` the parser's own message, which tells cases of one code apart.
 */
const words: { readonly [code in ErrorCode]?: (seen: string, said: string) => Words | undefined } = {
  BAD_DQ_ESCAPE: (seen) => [
    `"${shortened(seen.slice(0, 2))}" is no escape`,
    'Write \\\\ for a backslash, or put the text in single quotes.',
  ],
  BAD_INDENT: (_, said) =>
    said.startsWith('Flow')
      ? ['A bracket is not closed', 'Close it with ] or }, and indent the lines between.']
      : ['The indentation does not fit', 'Give the keys of one mapping, and the items of one list, the same column.'],
  BAD_SCALAR_START: (seen) => [`A text cannot begin with "${shortened(seen.slice(0, 1))}"`, 'Put it in quotes.'],
  BLOCK_AS_IMPLICIT_KEY: () => [
    'A key and its value where a plain text should be',
    'Put a text with ": " in it in quotes; write a nested mapping on lines of its own, indented.',
  ],
  BLOCK_IN_FLOW: () => [
    'A block inside of brackets',
    'Inside of [ ] and { } write lists and mappings in brackets too.',
  ],
  KEY_OVER_1024_CHARS: () => [
    'A key is longer than 1024 characters',
    'Shorten it, or close a quote that was left open.',
  ],
  MISSING_CHAR: (_, said) => {
    if (said.startsWith('Implicit map keys')) {
      return [
        'There is no ":" after this text',
        'Write "key: value", or indent the line if it continues the text above.',
      ]
    }
    if (said.startsWith('Missing closing'))
      return ['A quote is not closed', 'Close it, or put the text in other quotes.']
    return undefined
  },
  MULTILINE_IMPLICIT_KEY: () => ['A key goes over more than one line', 'Is there a ":" missing after the line before?'],
  MULTIPLE_ANCHORS: () => ['A value has two anchors', 'Keep one.'],
  MULTIPLE_TAGS: () => ['A value has two tags', 'Remove them.'],
  TAB_AS_INDENT: () => ['A tab is used as indentation', 'Use spaces.'],
  UNEXPECTED_TOKEN: (seen) => unexpected(seen),
}

/**
 * The composer's errors and warnings as problems, the first of each line: what follows on a line mostly follows from
 * that.
 *
 * Errors: YAML_FEATURE (tags), DEPTH_LIMIT, SYNTAX.
 */
export function explainYamlErrors(
  text: string,
  { errors, warnings, contents }: Document.Parsed<ParsedNode>,
): readonly Problem[] {
  const problems: Problem[] = []
  let lineEnd = -1
  for (const error of [...errors].sort((one, other) => one.pos[0] - other.pos[0])) {
    const start = Math.min(error.pos[0], text.length)
    if (start < lineEnd) continue
    // The parser notes at the end of the text that a quote is open; where it was opened is what helps.
    if (error.message.startsWith('Missing closing')) error.pos = lastValue(contents)?.range ?? error.pos
    lineEnd = text.indexOf('\n', start)
    if (lineEnd < 0) lineEnd = Number.POSITIVE_INFINITY
    problems.push(explain(text, error))
  }
  return [...problems, ...warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED').map((tag) => explain(text, tag))]
}

/** A text that cannot stand where it does; nothing is known of what was meant. */
export function unexpectedText(text: string, start: number): Problem {
  const [message, hint] = unexpected(text.slice(start, start + 200))
  return { code: 'SYNTAX', message, hint, start, end: Math.min(start + 1, text.length) }
}

function unexpected(seen: string): Words {
  return [
    `"${shortened(firstWord(seen), 30)}" is not expected here`,
    'Check the line for a missing quote, comma, bracket or ":", and the lines around it for their indentation.',
  ]
}

function explain(text: string, { code, message, pos }: YAMLError): Problem {
  const start = Math.min(pos[0], text.length)
  const span = { start, end: Math.max(start, Math.min(pos[1], text.length)) }
  const seen = text.slice(start, start + 200)
  if (code === 'TAG_RESOLVE_FAILED' || code === 'BAD_COLLECTION_TYPE') return { ...tagProblem(seen), ...span }
  if (code === 'RESOURCE_EXHAUSTION') {
    return { code: 'DEPTH_LIMIT', message: 'Nested too deeply', hint: 'Use fewer levels.', ...span }
  }
  const [what, hint] = words[code]?.(seen, message) ?? [sentence(message), 'Check the line and the one before it.']
  return { code: 'SYNTAX', message: what, hint, ...span }
}

function tagProblem(seen: string): Pick<Problem, 'code' | 'message' | 'hint'> {
  const tag = shortened(firstWord(seen))
  if (/^!!(str|int|float|bool|null|map|seq)$/.test(tag)) {
    return { code: 'YAML_FEATURE', message: `The value does not fit its tag ${tag}`, hint: 'Remove the tag.' }
  }
  const hint = 'Remove it. Tags beyond !!str, !!int, !!float, !!bool, !!null, !!map and !!seq are not supported.'
  return { code: 'YAML_FEATURE', message: `The tag ${tag} is not supported`, hint }
}

function firstWord(seen: string): string {
  return /^[^\s,:[\]{}]+/.exec(seen)?.[0] ?? seen.slice(0, 1)
}

/** The value or key that was read last. */
function lastValue(contents: ParsedNode | null): { range: [number, number] } | undefined {
  let node = contents
  while (node !== null && !isScalar(node) && !isAlias(node)) {
    const last: ParsedNode | { key: ParsedNode; value: ParsedNode | null } | undefined = node.items.at(-1)
    if (last === undefined) return undefined
    node = 'key' in last ? (last.value ?? last.key) : last
  }
  return node === null ? undefined : { range: [node.range[0], node.range[0] + 1] }
}

/** The parser quotes the text in some of its messages. */
function sentence(message: string): string {
  return shortened(message.split('\n', 1)[0] ?? '', 120)
}
