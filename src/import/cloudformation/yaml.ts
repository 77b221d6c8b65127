import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  type ParsedNode,
  Parser,
  type TagId,
  type Tags,
} from 'yaml'
import type { Json } from '../terraform/mapping.ts'
import { type At, Unreadable } from '../unreadable.ts'

/** How much a template may ask for. CloudFormation itself takes none of more than 1 MB. */
const limits = { tokens: 600_000, depth: 100 }

/** The functions that have a short tag. */
const functions = [
  ...['And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join', 'Length', 'Not'],
  ...['Or', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform'],
]

const tags = new Map<string, string>([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...functions.map((name): [string, string] => [`!${name}`, `Fn::${name}`]),
])

/** A tag makes no value of its own: the tree is read from the nodes. */
const customTags = [...tags.keys()].flatMap((tag) =>
  ([undefined, 'map', 'seq'] as const).map((collection) => ({ tag, collection, resolve: (value: unknown) => value })),
) as Exclude<Tags, TagId[]>

const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  strict: true,
  prettyErrors: false,
  logLevel: 'silent',
  customTags,
} as const

/** A template as a value, with the short tags written out (`{ Ref: X }`), and where its keys stand. */
export type Written = { readonly value: Json; readonly at: (path: readonly string[]) => At }

/** Reads JSON, which is YAML, and YAML. Nothing of the text is in an error. */
export function readYaml(text: string): Written {
  const lines = new LineCounter()
  lines.addNewLine(0)
  const reader = new Reader((offset) => {
    const { line, col } = lines.linePos(Math.min(offset, text.length))
    return { line, column: col }
  })
  const root = compose(text, lines, reader)
  const places = new Map<string, number>()
  const value = reader.value(root, [], places)
  return { value, at: (path) => reader.at(places.get(JSON.stringify(path)) ?? 0) }
}

function compose(text: string, lines: LineCounter, reader: Reader): ParsedNode {
  const composer = new Composer(options)
  const documents: Document.Parsed<ParsedNode>[] = []
  for (const token of tokensOf(text, lines, reader)) {
    if (token.type === 'error') throw reader.syntax(token.offset, text)
    documents.push(...composer.next(token))
  }
  documents.push(...composer.end(false, text.length))
  const [document, another] = documents
  const [error] = [...(document?.errors ?? [])].sort((one, other) => one.pos[0] - other.pos[0])
  if (error !== undefined) throw reader.syntax(error.pos[0], text)
  if (another !== undefined)
    throw reader.malformed('The file has more than one document', 'Give one template.', another.range[0])
  if (document?.contents == null) throw new Unreadable('IMPORT_EMPTY', 'The file is empty', 'Export it again.')
  return document.contents
}

/** Counted before they are composed, which recurses. */
function* tokensOf(text: string, lines: LineCounter, reader: Reader): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine)
  let count = 0
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme)
    count += 1
    if (parser.stack.length > limits.depth + 2)
      throw reader.problem(
        'IMPORT_TOO_DEEP',
        `Nested deeper than ${limits.depth} levels`,
        'Is it a template?',
        parser.offset,
      )
    if (count > limits.tokens)
      throw reader.problem(
        'IMPORT_MALFORMED',
        'The file is too large for a template',
        'Is it a template?',
        parser.offset,
      )
  }
  yield* parser.end()
}

class Reader {
  readonly at: (offset: number) => At

  constructor(at: (offset: number) => At) {
    this.at = at
  }

  problem(code: Unreadable['code'], message: string, hint: string, offset: number): Unreadable {
    return new Unreadable(code, message, hint, this.at(offset))
  }

  malformed(message: string, hint: string, offset: number): Unreadable {
    return this.problem('IMPORT_MALFORMED', message, hint, offset)
  }

  /** What ends too early is most likely cut off. */
  syntax(offset: number, text: string): Unreadable {
    if (offset >= text.trimEnd().length)
      return this.problem(
        'IMPORT_TRUNCATED',
        'The file ends too early',
        'It may have been cut off: get it again.',
        offset,
      )
    const hint = 'Check the line and the one before it for indentation, a quote, a comma or a bracket.'
    return this.problem('IMPORT_SYNTAX', 'This is neither YAML nor JSON from here on', hint, offset)
  }

  value(node: ParsedNode, path: readonly string[], places: Map<string, number>): Json {
    if (path.length <= 2) places.set(JSON.stringify(path), node.range[0])
    const name = node.tag === undefined ? undefined : tags.get(node.tag)
    if (name === undefined && node.tag?.startsWith('!') && !isAlias(node))
      throw this.malformed(
        'CloudFormation has no such short tag',
        'Write the function out as `Fn::Name`.',
        node.range[0],
      )
    const plain = this.#plain(node, path, places)
    return name === undefined ? plain : { [name]: name === 'Fn::GetAtt' ? attributeOf(plain) : plain }
  }

  #plain(node: ParsedNode, path: readonly string[], places: Map<string, number>): Json {
    if (isAlias(node))
      throw this.malformed(
        'CloudFormation takes no aliases',
        'Write the value out, or package the template.',
        node.range[0],
      )
    if (isScalar(node)) return scalarOf(node.value)
    if (!isMap(node)) return node.items.map((item) => this.value(item, [...path, ''], places))
    const object = Object.create(null) as Record<string, Json>
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : undefined
      if (name === undefined) throw this.malformed('A key is no text', 'Write a text.', key.range[0])
      if (Object.hasOwn(object, name)) throw this.malformed('A key is there twice', 'Keep one.', key.range[0])
      object[name] = value === null ? null : this.value(value, [...path, name], places)
      if (path.length < 2) places.set(JSON.stringify([...path, name]), key.range[0])
    }
    return object
  }
}

function scalarOf(value: unknown): Json {
  return typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string' ? value : null
}

/** `!GetAtt A.B.C` is attribute `B.C` of A. */
function attributeOf(value: Json): Json {
  if (typeof value !== 'string') return value
  const dot = value.indexOf('.')
  return dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)]
}
