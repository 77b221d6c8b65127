import { CST } from 'yaml'
import type { Entry, ScalarNode, SyntaxNode } from './syntax.ts'

type FlowScalar = CST.FlowScalar
type Tokens = readonly CST.SourceToken[]

/**
 * The tree of a document that is written plainly, as nearly all are: mappings with texts as keys, lists and scalars,
 * without anchors, aliases, tags, explicit keys, tabs, empty values, or numbers other than whole ones. `undefined` for
 * anything else and in any doubt: the composer then reads the same tokens, and says what is wrong.
 *
 * What a text is where it is quoted, folded or a block, the package says here too.
 */
export function plainTree(text: string, { start, value, end }: CST.Document): SyntaxNode | undefined {
  const isStarted = start[0]?.type === 'doc-start'
  const isSound = isStarted ? hasNewLine(start) && isPlain(start, true, 'doc-start') : isPlain(start, true)
  return isSound && value !== undefined && isEnd(end) ? nodeOf(text, value, true) : undefined
}

/** `mayBeBlock`: where a collection may be written without brackets. */
function nodeOf(text: string, token: CST.Token, mayBeBlock: boolean): SyntaxNode | undefined {
  switch (token.type) {
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return isEnd(token.end) ? scalarOf(token) : undefined
    case 'block-scalar':
      return mayBeBlock ? blockScalarOf(text, token) : undefined
    case 'block-map':
      return mayBeBlock ? mapOf(text, token) : undefined
    case 'block-seq':
      return mayBeBlock ? listOf(text, token) : undefined
    case 'flow-collection':
      return token.start.source === '{' ? flowMapOf(text, token) : flowListOf(text, token)
    default:
      return undefined
  }
}

function mapOf(text: string, { offset, indent, items }: CST.BlockMap): SyntaxNode | undefined {
  const entries: Entry[] = []
  for (const item of items) {
    const { start, key, sep, value } = item
    if (!isPlain(start, true)) return undefined
    // Comments behind the last key.
    if (!key && !sep && !value && entries.length > 0 && item === items[items.length - 1]) break
    if (!key || !sep || !value || !isSeparator(sep)) return undefined
    if ((value.type === 'block-map' || value.type === 'block-seq') && !hasNewLine(sep)) return undefined
    const name = keyOf(key, indent)
    const node = name && nodeOf(text, value, true)
    if (name === undefined || node === undefined) return undefined
    entries.push(entryOf(name, node))
  }
  const last = entries[entries.length - 1]
  return last && { kind: 'map', entries, start: offset, end: endOf(last) }
}

const entryOf = (name: ScalarNode, value: SyntaxNode): Entry => ({
  key: name.value as string,
  keySpan: { start: name.start, end: name.end },
  value,
})

/** An empty text in quotes is written; nothing else is of no length here. */
function endOf({ keySpan, value }: Entry): number {
  return value.end > value.start ? value.end : keySpan.end
}

function listOf(text: string, { offset, items }: CST.BlockSequence): SyntaxNode | undefined {
  const nodes: SyntaxNode[] = []
  for (const item of items) {
    const { start, value } = item
    // Comments behind the last item.
    if (!value && nodes.length > 0 && item === items[items.length - 1] && isPlain(start, true)) break
    const node = value && isPlain(start, true, 'seq-item-ind') ? nodeOf(text, value, true) : undefined
    if (node === undefined) return undefined
    nodes.push(node)
  }
  const last = nodes[nodes.length - 1]
  return last && { kind: 'list', items: nodes, start: offset, end: last.end }
}

function flowListOf(text: string, { offset, items, end }: CST.FlowCollection): SyntaxNode | undefined {
  const nodes: SyntaxNode[] = []
  for (const item of items) {
    const { start, key, sep, value } = item
    if (key || sep || !isBehindComma(start, item === items[0])) return undefined
    if (!value && item === items[items.length - 1]) break
    const node = value && nodeOf(text, value, false)
    if (node === undefined) return undefined
    nodes.push(node)
  }
  const bracket = closing(end, ']')
  return bracket === undefined ? undefined : { kind: 'list', items: nodes, start: offset, end: bracket }
}

function flowMapOf(text: string, { offset, items, end }: CST.FlowCollection): SyntaxNode | undefined {
  const entries: Entry[] = []
  for (const item of items) {
    const { start, key, sep, value } = item
    if (!isBehindComma(start, item === items[0])) return undefined
    if (!key && !sep && !value && item === items[items.length - 1]) break
    if (!key || !sep || !value || !isSeparator(sep)) return undefined
    const name = keyOf(key)
    const node = name && nodeOf(text, value, false)
    if (name === undefined || node === undefined) return undefined
    entries.push(entryOf(name, node))
  }
  const bracket = closing(end, '}')
  return bracket === undefined ? undefined : { kind: 'map', entries, start: offset, end: bracket }
}

/** Where a bracket is closed. */
function closing([bracket, ...rest]: Tokens, expected: string): number | undefined {
  return bracket?.source === expected && isEnd(rest) ? bracket.offset + 1 : undefined
}

/** A key that is a text on one line; of a block, in the column of the others. */
function keyOf(token: CST.Token, indent?: number): ScalarNode | undefined {
  if (token.type !== 'scalar' && token.type !== 'single-quoted-scalar' && token.type !== 'double-quoted-scalar') {
    return undefined
  }
  const isOnLine = token.source.length <= 256 && !token.source.includes('\n')
  if (!isOnLine || (indent !== undefined && token.indent !== indent) || !isEnd(token.end)) return undefined
  const node = scalarOf(token)
  return typeof node?.value === 'string' ? node : undefined
}

function scalarOf(token: FlowScalar): ScalarNode | undefined {
  const { type, source, offset } = token
  const isPlain = type === 'scalar'
  const value = isPlain && !source.includes('\n') ? plainValue(source) : resolved(token)?.value
  if (value === undefined || (isPlain && source.includes('\n') && !isText.test(source))) return undefined
  return { kind: 'scalar', value, start: offset, end: offset + source.length }
}

function blockScalarOf(text: string, token: CST.BlockScalar): ScalarNode | undefined {
  const found = resolved(token)
  if (found === undefined) return undefined
  const [start, end] = found.range
  return { kind: 'scalar', value: found.value, start, end: start + text.slice(start, end).trimEnd().length }
}

/** A text as the package reads it, if it has nothing to say against it. */
function resolved(token: FlowScalar | CST.BlockScalar) {
  let isSound = true
  const found = CST.resolveAsScalar(token, true, () => {
    isSound = false
  })
  return isSound && found !== null ? found : undefined
}

/** Begins with what begins no other value than a text, but for the words below. */
const isText = /^[A-Za-z_/($\u00a0-\ud7ff]/
const word = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE)$/
const wholeNumber = /^(?:0|[1-9][0-9]{0,14})$/
/** Begins with a digit, and is no number in any notation. */
const digitsInText = /^[0-9](?:[0-9]{3}-[0-9]{2}-[0-9]{2}$|.*[^-+.0-9A-Fa-fxXoO_])/

/** By the core schema of YAML 1.2. */
function plainValue(source: string): ScalarNode['value'] | undefined {
  if (isText.test(source)) return word.test(source) ? wordValue(source) : source
  if (wholeNumber.test(source)) return Number(source)
  return digitsInText.test(source) ? source : undefined
}

function wordValue(source: string): boolean | null {
  const first = source.charAt(0).toLowerCase()
  return first === 'n' ? null : first === 't'
}

/**
 * Spaces, line breaks and comments, each comment apart from what stands before it; and once among them, if there is one, a
 * token that is wanted. `isApart`: whether a comment may come first.
 */
function isPlain(tokens: Tokens, isApart: boolean, wanted?: CST.SourceToken['type']): boolean {
  let apart = isApart
  let found = wanted === undefined
  for (const { type, source } of tokens) {
    if (type === 'space') {
      if (source.includes('\t')) return false
    } else if (type === wanted && !found) found = true
    else if (type === 'comment' ? !apart : type !== 'newline') return false
    apart = type === 'space' || type === 'newline'
  }
  return found
}

const isEnd = (tokens: Tokens | undefined): boolean => tokens === undefined || isPlain(tokens, false)

/** A colon, on the line of its key. */
function isSeparator(tokens: Tokens): boolean {
  const [first, second] = tokens
  if (first?.type !== 'map-value-ind' && !(first?.type === 'space' && second?.type === 'map-value-ind')) return false
  return first.source.length <= 256 && isPlain(tokens, false, 'map-value-ind')
}

/** What stands before a member in brackets: a comma before all but the first. */
const isBehindComma = (tokens: Tokens, isFirst: boolean): boolean =>
  isPlain(tokens, false, isFirst ? undefined : 'comma')

function hasNewLine(tokens: Tokens): boolean {
  for (const { type } of tokens) if (type === 'newline') return true
  return false
}
