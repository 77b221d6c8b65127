import { type CST, Lexer, Parser } from 'yaml'
import { composeYaml } from './compose-yaml.ts'
import type { Limits } from './limits.ts'
import { plainTree } from './plain-yaml.ts'
import type { Problem, ReadDocument, Reading } from './syntax.ts'

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
  const { tokens, ended } = tokensOf(text, limits)
  const documents = ended === undefined ? plainDocuments(text, tokens, limits) : undefined
  return documents === undefined ? composeYaml(text, tokens, ended, limits) : { documents, problems: [] }
}

/** `undefined` where not all are written plainly. */
function plainDocuments(
  text: string,
  tokens: readonly CST.Token[],
  limits: Limits,
): readonly ReadDocument[] | undefined {
  const documents: ReadDocument[] = []
  for (const token of tokens) {
    if (token.type === 'comment' || token.type === 'newline' || token.type === 'space') continue
    const root = token.type === 'document' ? plainTree(text, token) : undefined
    if (root === undefined || documents.length === limits.documents) return undefined
    documents.push({ root, sound: true, start: (token as CST.Document).offset })
  }
  return documents.length === 0 ? undefined : documents
}

/** The text's tokens, up to the first limit that is passed: `ended` says which. */
export function tokensOf(
  text: string,
  limits: Limits,
): { readonly tokens: readonly CST.Token[]; readonly ended?: Problem } {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  let count = 0
  let aliases = 0
  for (const lexeme of new Lexer().lex(text)) {
    const start = parser.offset
    for (const token of parser.next(lexeme)) tokens.push(token)
    count += 1
    if (lexeme[0] === '*') aliases += 1
    const passed = limitPassed(parser.stack.length, count, aliases, limits)
    if (passed) return { tokens, ended: { ...passed, start, end: start + 1 } }
  }
  tokens.push(...parser.end())
  return { tokens }
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
