import type { Pointer } from '../model/location.ts'
import type { Entry, MapNode, Span, SyntaxNode } from './syntax.ts'

/** Where pointers stand in one tree. */
export class Places {
  private readonly root: SyntaxNode
  /** Larger mappings, as registries are, get an index when they are first asked. */
  private readonly indexes = new Map<MapNode, ReadonlyMap<string, Entry>>()

  constructor(root: SyntaxNode) {
    this.root = root
  }

  /**
   * A value that was left empty, and a place that does not exist, are shown by the nearest thing that can be underlined:
   * its key, or the key of the nearest parent. Under an alias, the place is where the value was written.
   */
  at(pointer: Pointer, part: 'key' | 'value'): Span {
    let node = this.root
    let keySpan: Span | undefined
    for (const step of pointer) {
      const parent = followed(node)
      const entry = parent.kind === 'map' ? this.entryOf(parent, String(step)) : undefined
      const child = entry?.value ?? (parent.kind === 'list' ? parent.items[Number(step)] : undefined)
      if (child === undefined) return keySpan ?? beginning(parent)
      node = child
      keySpan = entry?.keySpan
    }
    if (keySpan !== undefined && (part === 'key' || node.start === node.end)) return keySpan
    return node
  }

  private entryOf(node: MapNode, key: string): Entry | undefined {
    if (node.entries.length <= 16) return node.entries.find((entry) => entry.key === key)
    let index = this.indexes.get(node)
    if (index === undefined) {
      index = new Map(node.entries.map((entry) => [entry.key, entry]))
      this.indexes.set(node, index)
    }
    return index.get(key)
  }
}

function followed(node: SyntaxNode): SyntaxNode {
  let target = node
  while (target.kind === 'alias') target = target.target
  return target
}

/** What shows that a mapping or list stands here, without underlining all of it: its first key or bracket. */
function beginning(node: SyntaxNode): Span {
  const first = node.kind === 'map' ? node.entries[0]?.keySpan : node.kind === 'list' ? node.items[0] : undefined
  if (first === undefined) return node
  return first.start === node.start ? first : { start: node.start, end: node.start + 1 }
}
