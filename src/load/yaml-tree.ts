import { isAlias, isMap, isScalar, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { shortened } from '../text/harmless.ts'
import { suggest } from '../text/nearest.ts'
import type { Entry, ListNode, MapNode, Problem, ScalarNode, Span, SyntaxNode } from './syntax.ts'

/**
 * Turns what the composer made of a document into our own tree, and follows aliases.
 *
 * Errors: SYNTAX (an alias without anchor), ALIAS_LIMIT (a value that contains itself), YAML_FEATURE (merge keys, keys
 * that are not text).
 */
export function treeOf(
  text: string,
  contents: ParsedNode | null,
): { readonly root: SyntaxNode | undefined; readonly problems: readonly Problem[] } {
  const builder = new TreeBuilder(text)
  if (contents === null || (isScalar(contents) && isEmpty(contents))) return { root: undefined, problems: [] }
  return { root: builder.node(contents), problems: builder.problems }
}

class TreeBuilder {
  readonly problems: Problem[] = []
  readonly #text: string
  /** The latest value of each anchor so far; nothing while that value is still being read. */
  readonly #anchors = new Map<string, SyntaxNode | undefined>()

  constructor(text: string) {
    this.#text = text
  }

  node(node: ParsedNode): SyntaxNode {
    if (isAlias(node)) return this.#alias(node.source, spanOf(node))
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, undefined)
    const tree = isScalar(node) ? this.#scalar(node) : isMap(node) ? this.#map(node) : this.#list(node)
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, tree)
    return tree
  }

  #scalar(node: Scalar.Parsed): ScalarNode {
    const { start, end } = spanOf(node)
    const value = node.value as ScalarNode['value']
    const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
    return { kind: 'scalar', value, start, end: block ? start + this.#text.slice(start, end).trimEnd().length : end }
  }

  #list(node: YAMLSeq.Parsed): ListNode {
    const { start, end } = spanOf(node)
    const items = node.items.map((item) => this.node(item))
    return { kind: 'list', items, start, end: node.flow ? end : (items.at(-1)?.end ?? end) }
  }

  #map(node: YAMLMap.Parsed): MapNode {
    const { start, end } = spanOf(node)
    const entries = node.items.flatMap(({ key, value }) => this.#entry(key, value) ?? [])
    const last = entries.at(-1)
    const lastEnd = last && (isWritten(last.value) ? last.value.end : last.keySpan.end)
    return { kind: 'map', entries, start, end: node.flow ? end : (lastEnd ?? end) }
  }

  /** A key that is no single value is reported and left out; its value is read for the anchors in it. */
  #entry(key: ParsedNode, value: ParsedNode | null): Entry | undefined {
    const { kind } = this.node(key)
    const keySpan = spanOf(key)
    const node = value === null ? emptyAt(keySpan.end) : this.node(value)
    if (!isScalar(key)) {
      const what = { alias: 'an alias', list: 'a list', map: 'a mapping', scalar: 'no text' }[kind]
      this.#unsupported(keySpan, `A key is ${what}`, 'Keys are texts.')
      return undefined
    }
    if (key.value === null) {
      this.#unsupported(keySpan, 'A key is empty', 'Write the key before the ":", in quotes if it is meant to be null.')
      return undefined
    }
    if (typeof key.value !== 'string') {
      const hint = `Keys are texts: write it in quotes, "${shortened(key.source)}".`
      this.#unsupported(keySpan, `The key ${shortened(key.source)} is a ${typeof key.value}`, hint)
    } else if (key.value === '<<' && key.type === 'PLAIN') {
      const hint = 'Write the keys out, or give the whole value an alias.'
      this.#unsupported(keySpan, 'Merge keys ("<<") are not supported', hint)
    }
    return { key: String(key.value), keySpan, value: node }
  }

  #alias(name: string, span: Span): SyntaxNode {
    const target = this.#anchors.get(name)
    if (target !== undefined) return { kind: 'alias', target, ...span }
    if (this.#anchors.has(name)) {
      const message = `The value of the anchor "${shortened(name)}" contains itself`
      this.problems.push({ code: 'ALIAS_LIMIT', message, hint: 'Remove the alias.', ...span })
    } else {
      const message = `There is no anchor "&${shortened(name)}" before this alias`
      const hint =
        this.#anchors.size === 0 ? 'Put the text in quotes if it is no alias.' : suggest(name, this.#anchors.keys())
      this.problems.push({ code: 'SYNTAX', message, hint, ...span })
    }
    return emptyAt(span.start)
  }

  #unsupported(span: Span, message: string, hint: string): void {
    this.problems.push({ code: 'YAML_FEATURE', message, hint, ...span })
  }
}

function spanOf({ range: [start, end] }: ParsedNode): Span {
  return { start, end }
}

/** Nothing was written, not even `null` or a tag. */
function isEmpty({ value, range, tag }: Scalar.Parsed): boolean {
  return value === null && range[0] === range[1] && tag === undefined
}

function isWritten(node: SyntaxNode): boolean {
  return node.end > node.start
}

function emptyAt(offset: number): ScalarNode {
  return { kind: 'scalar', value: null, start: offset, end: offset }
}
