import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml'
import { shortened } from '../text/harmless.ts'
import type { Limits } from './limits.ts'
import type { Problem, ReadDocument, Reading } from './syntax.ts'
import { explainYamlErrors, unexpectedText } from './yaml-errors.ts'
import { treeOf } from './yaml-tree.ts'

/**
 * Duplicate keys are found by the check of the tree: the composer compares each key with all others. Tags beyond the
 * core schema stay unresolved, and are reported.
 */
const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
  strict: true,
  prettyErrors: false,
  logLevel: 'silent',
} as const

/**
 * Reads YAML 1.2 with its core schema, every document of the text.
 *
 * The composer recurses, and costs time and memory for each token; so tokens and nesting are counted while lexing, and
 * the reading ends at the first limit that is passed.
 *
 * Errors: SYNTAX, YAML_FEATURE (custom tags, merge keys, keys that are not text, directives), ALIAS_LIMIT, DEPTH_LIMIT,
 * SIZE_LIMIT.
 */
export function readYaml(text: string, limits: Limits): Reading {
  const problems: Problem[] = []
  const documents: ReadDocument[] = []
  const broken: number[] = []
  const composer = new Composer(options)
  const take = (composed: Iterable<Document.Parsed<ParsedNode>>): void => {
    for (const document of composed) {
      const sound = document.errors.length === 0
      const tree = sound ? treeOf(text, document.contents) : { root: undefined, problems: [] }
      problems.push(...explainYamlErrors(text, document), ...tree.problems)
      documents.push({ root: tree.root, sound, start: document.range[0] })
    }
  }
  const ended = withoutStacks(() => {
    for (const token of tokensOf(text, limits)) {
      if ('code' in token) return token
      if (token.type === 'directive' && !/^%YAML +1\.2\s*$/.test(token.source)) problems.push(directiveProblem(token))
      else take(composer.next(token))
      if (token.type === 'error') broken.push(token.offset)
      if (problems.length + broken.length > limits.problems) break
      if (documents.length > limits.documents) return documentsProblem(token.offset, limits)
    }
    take(composer.end(false, text.length))
    return undefined
  })
  // The composer keeps an error for the next document, and forgets it where none comes.
  const [first] = broken
  if (problems.length === 0 && first !== undefined) problems.push(unexpectedText(text, first))
  return ended ? { documents: [], problems: [...problems, ended] } : { documents, problems }
}

/** The text's tokens, up to the first limit that is passed: that problem comes last. */
function* tokensOf(text: string, limits: Limits): Generator<CST.Token | Problem> {
  const parser = new Parser()
  let count = 0
  let aliases = 0
  for (const lexeme of new Lexer().lex(text)) {
    const start = parser.offset
    yield* parser.next(lexeme)
    count += 1
    if (lexeme[0] === '*') aliases += 1
    const passed = limitPassed(parser.stack.length, count, aliases, limits)
    if (passed) return yield { ...passed, start, end: start + 1 }
  }
  yield* parser.end()
}

type Passed = Pick<Problem, 'code' | 'message' | 'hint'>

function limitPassed(nested: number, tokens: number, aliases: number, limits: Limits): Passed | undefined {
  // Beside the nested collections, the stack holds the document and the value that is being read.
  if (nested > limits.depth + 2) {
    return { code: 'DEPTH_LIMIT', message: `Nested deeper than ${limits.depth} levels`, hint: 'Use fewer levels.' }
  }
  if (aliases > limits.aliased) {
    const message = `There are more than ${limits.aliased} aliases`
    return { code: 'ALIAS_LIMIT', message, hint: 'Write the values out, or split the file.' }
  }
  if (tokens > limits.tokens) {
    const message = `The file has more than ${limits.tokens} tokens`
    return { code: 'SIZE_LIMIT', message, hint: 'Split it into several files.' }
  }
  return undefined
}

function documentsProblem(start: number, { documents }: Limits): Problem {
  const message = `The file has more than ${documents} documents`
  return { code: 'SIZE_LIMIT', message, hint: 'Split it into several files.', start, end: start }
}

function directiveProblem({ offset, source }: CST.Directive): Problem {
  const directive = source.trim()
  const message = `The directive "${shortened(directive)}" is not supported`
  const hint = 'Remove it: documents are YAML 1.2 with its core schema.'
  return { code: 'YAML_FEATURE', message, hint, start: offset, end: offset + directive.length }
}

/** The composer makes an Error of each problem; their stacks, which nobody reads, cost more than all the rest. */
function withoutStacks<T>(work: () => T): T {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = limit
  }
}
