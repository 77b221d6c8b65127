import type { Truth } from '../../model/outcome.ts'
import type { Node, Operation } from './diagram.ts'

// Kleene's values as terminals, in an order that makes `all` the least and `any` the greatest.
export const FALSE: Node = 0
export const UNKNOWN: Node = 1
export const TRUE: Node = 2

export const truthNode = (truth: Truth): Node => (truth === undefined ? UNKNOWN : truth ? TRUE : FALSE)

export const both: Operation = (left, right) => Math.min(left, right)
export const either: Operation = (left, right) => Math.max(left, right)
export const opposite: Operation = (truth) => TRUE - truth

// The outcomes as terminals: pass, fail, unknown, not applicable.
export const PASS: Node = 0
export const FAIL: Node = 1
const OPEN: Node = 2
export const APART: Node = 3

/** The table of verdicts. */
export const verdict: Operation = (when, required) => {
  if (when === FALSE) return APART
  if (required === TRUE) return PASS
  return when === TRUE && required === FALSE ? FAIL : OPEN
}
