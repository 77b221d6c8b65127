import { UNDECIDED, UNKNOWN } from './kleene.ts'
import type { LeafNode, Program, Row } from './program.ts'

/**
 * What a leaf came to: its truth and, where an unknown one can have several reasons, which of these. Whatever is said of
 * a rule follows from the states of its leaves, unless one of them is vague: then it is the facts that tell.
 */
export const VAGUE = 4
/** Of leaves that compare two facts. In all others, what is unknown and not vague is so for want of their fact. */
export const NO_LEFT = 8
export const NO_RIGHT = 16

/** Where the state of a leaf is: in which word, from which bit on, and how many of them. */
export type StatePlace = { readonly word: number; readonly shift: number; readonly mask: number }

/** The states of all leaves of a subject, packed into small whole numbers. */
export type LeafStates = {
  /** By nodes; none where the node is no leaf. */
  readonly places: readonly (StatePlace | undefined)[]
  /** The words as long as nothing is decided. */
  readonly initial: readonly number[]
}

/** So that a word stays a small integer wherever it is handled. */
const bitsOfWord = 30

export function leafStatesOf({ nodes }: Program): LeafStates {
  const initial = [0]
  let used = 0
  const places = nodes.map((node) => {
    if (node.kind !== 'leaf') return undefined
    const width = widthOf(node)
    if (used + width > bitsOfWord) {
      initial.push(0)
      used = 0
    }
    const word = initial.length - 1
    const place = { word, shift: used, mask: (1 << width) - 1 }
    initial[word] = (initial[word] as number) | (UNDECIDED << used)
    used += width
    return place
  })
  return { places, initial }
}

const timed = new Set(['before', 'after', 'withinLast', 'longerAgoThan', 'atMost'])

/** Of operators that are left when contraries share a node, those that can be unknown although both sides are there. */
export const canBeVague = ({ leaf }: LeafNode): boolean => timed.has(leaf.operator)

/** Whether a leaf compares two facts; as-of is always there. */
export const comparesFacts = ({ right }: LeafNode): boolean => 'slot' in right && right.slot !== 0

const widthOf = (node: LeafNode): number => (comparesFacts(node) ? 5 : canBeVague(node) ? 3 : 2)

/** The state of a leaf with this truth, of a subject with these values. */
export function stateOf(node: LeafNode, truth: number, values: Row): number {
  if (truth !== UNKNOWN) return truth
  const noLeft = values[node.left] === undefined
  if (!comparesFacts(node)) return noLeft ? UNKNOWN : UNKNOWN | VAGUE
  const noRight = 'slot' in node.right && values[node.right.slot] === undefined
  if (!noLeft && !noRight) return UNKNOWN | VAGUE
  return UNKNOWN | (noLeft ? NO_LEFT : 0) | (noRight ? NO_RIGHT : 0)
}

export function putState(words: number[], { word, shift, mask }: StatePlace, state: number): void {
  words[word] = ((words[word] as number) & ~(mask << shift)) | (state << shift)
}
