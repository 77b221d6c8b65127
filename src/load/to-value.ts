import type { SyntaxNode } from './syntax.ts'

/**
 * The value of a checked tree, deeply frozen.
 *
 * What aliases share is one object, so that repeating costs no memory. Minus zero, which JSON cannot say, becomes zero.
 */
export function toValue(root: SyntaxNode): unknown {
  const shared = new Map<SyntaxNode, unknown>()
  const value = (node: SyntaxNode): unknown => {
    switch (node.kind) {
      case 'scalar':
        return node.value === 0 ? 0 : node.value
      case 'alias':
        if (!shared.has(node.target)) shared.set(node.target, value(node.target))
        return shared.get(node.target)
      case 'list':
        return Object.freeze(node.items.map(value))
      case 'map': {
        // The names that would reach a prototype were refused, so plain assignment is safe here.
        const map: Record<string, unknown> = {}
        for (const entry of node.entries) map[entry.key] = value(entry.value)
        return Object.freeze(map)
      }
    }
  }
  return value(root)
}
