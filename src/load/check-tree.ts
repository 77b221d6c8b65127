import { seen, shortened } from '../text/harmless.ts'
import type { Limits } from './limits.ts'
import type { Entry, MapNode, Problem, ScalarNode, Span, SyntaxNode } from './syntax.ts'

/** Keys that would reach a prototype in JavaScript. No document needs them. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** How much a subtree holds when its aliases are followed. */
type Extent = { readonly values: number; readonly height: number }

/**
 * What is wrong with a tree that could be read.
 *
 * Bounded: each written value is visited once, however often aliases repeat it.
 *
 * Errors: DUPLICATE_KEY (the later place, naming the first), FORBIDDEN_KEY, VALUE_NOT_ALLOWED (numbers and texts that
 * cannot be kept exactly), DEPTH_LIMIT, ALIAS_LIMIT.
 */
export function checkTree(root: SyntaxNode, limits: Limits, placeOf: (offset: number) => string): readonly Problem[] {
  const problems: Problem[] = []
  const extents = new Map<SyntaxNode, Extent>()
  let aliased = 0
  let tooDeep = false

  const visit = (node: SyntaxNode, depth: number): Extent => {
    const extent = extentOf(node, depth)
    if (depth + extent.height - 1 > limits.depth && !tooDeep) {
      tooDeep = true
      problems.push(depthProblem(node, limits))
    }
    if (node.kind !== 'scalar') extents.set(node, extent)
    return extent
  }

  const extentOf = (node: SyntaxNode, depth: number): Extent => {
    switch (node.kind) {
      case 'scalar':
        problems.push(...scalarProblems(node))
        return { values: 1, height: 0 }
      case 'alias': {
        const target = extents.get(node.target) ?? { values: 1, height: 0 }
        const before = aliased
        aliased += target.values
        if (aliased > limits.aliased && before <= limits.aliased) problems.push(aliasProblem(node, limits))
        return target
      }
      case 'list':
        return sum(node.items.map((item) => visit(item, depth + 1)))
      case 'map':
        problems.push(...keyProblems(node, placeOf))
        return sum(node.entries.map((entry) => visit(entry.value, depth + 1)))
    }
  }

  visit(root, 1)
  return problems
}

function sum(parts: readonly Extent[]): Extent {
  let values = 1
  let height = 0
  for (const part of parts) {
    values += part.values
    height = Math.max(height, part.height)
  }
  return { values, height: height + 1 }
}

function* keyProblems(node: MapNode, placeOf: (offset: number) => string): Generator<Problem> {
  const first = new Map<string, Entry>()
  for (const entry of node.entries) {
    const name = shortened(entry.key)
    const earlier = first.get(entry.key)
    if (forbiddenKeys.has(entry.key)) {
      yield problem('FORBIDDEN_KEY', entry.keySpan, `The key "${name}" is not allowed`, 'Rename or remove it.')
    } else if (earlier !== undefined) {
      const message = `The key "${name}" is stated twice in this mapping: first at ${placeOf(earlier.keySpan.start)}`
      yield problem('DUPLICATE_KEY', entry.keySpan, message, 'Remove one of the two, or rename it.')
    } else {
      first.set(entry.key, entry)
      if (hasHalfPair(entry.key)) yield halfPairProblem(entry.keySpan)
    }
  }
}

function scalarProblems({ value, ...span }: ScalarNode): readonly Problem[] {
  if (typeof value === 'string') return hasHalfPair(value) ? [halfPairProblem(span)] : []
  if (typeof value !== 'number') return []
  if (!Number.isFinite(value)) {
    const message = Number.isNaN(value) ? 'A value that is not a number (NaN)' : 'A number too large to be kept'
    return [problem('VALUE_NOT_ALLOWED', span, message, 'Write a finite number, or quote it if it is a text.')]
  }
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return []
  const message = `The number is beyond ${Number.MAX_SAFE_INTEGER} and would be kept as ${seen(value)}`
  return [problem('VALUE_NOT_ALLOWED', span, message, 'Quote it if it is an identifier.')]
}

/** Half a surrogate pair: a text that cannot be written as UTF-8 again. */
function hasHalfPair(text: string): boolean {
  return /[\ud800-\udfff]/.test(text) && /\p{Cs}/u.test(text)
}

function halfPairProblem(span: Span): Problem {
  return problem(
    'VALUE_NOT_ALLOWED',
    span,
    'Half of a surrogate pair, which is no character',
    'Write the whole character.',
  )
}

function depthProblem(span: Span, limits: Limits): Problem {
  return problem('DEPTH_LIMIT', span, `Nested deeper than ${limits.depth} levels`, 'Use fewer levels.')
}

function aliasProblem(span: Span, limits: Limits): Problem {
  const message = `The aliases of this document repeat more than ${limits.aliased} values`
  return problem('ALIAS_LIMIT', span, message, 'Write the values out, or split the document.')
}

function problem(code: Problem['code'], { start, end }: Span, message: string, hint: string): Problem {
  return { code, message, hint, start, end }
}
