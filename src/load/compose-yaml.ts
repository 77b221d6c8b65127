import { Composer, type CST, type Document, type ParsedNode } from 'yaml'
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
 * The documents of a text as the composer reads its tokens, and what is wrong with them. `ended`: why there are no more.
 *
 * Errors: SYNTAX, YAML_FEATURE (custom tags, merge keys, keys that are not text, directives), ALIAS_LIMIT, SIZE_LIMIT.
 */
export function composeYaml(
  text: string,
  tokens: readonly CST.Token[],
  ended: Problem | undefined,
  limits: Limits,
): Reading {
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
  const isFull = (): boolean => problems.length + broken.length > limits.problems
  const passed = withoutStacks(() => {
    for (const token of tokens) {
      if (token.type === 'directive' && !/^%YAML +1\.2\s*$/.test(token.source)) problems.push(directiveProblem(token))
      else take(composer.next(token))
      if (token.type === 'error') broken.push(token.offset)
      if (isFull()) break
      if (documents.length > limits.documents) return documentsProblem(token.offset, limits)
    }
    if (ended !== undefined && !isFull()) return ended
    take(composer.end(false, text.length))
    return undefined
  })
  // The composer keeps an error for the next document, and forgets it where none comes.
  const [first] = broken
  if (problems.length === 0 && first !== undefined) problems.push(unexpectedText(text, first))
  return passed ? { documents: [], problems: [...problems, passed] } : { documents, problems }
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
