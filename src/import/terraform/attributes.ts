import type { Open } from '../../model/generated/infrastructure.ts'
import { open, type Setting, set } from '../setting.ts'
import type { Json } from './mapping.ts'

/**
 * Attributes of a resource in which every value that is open stands as a mark: an object with the one key `mark`, which
 * no attribute has.
 */
export type Marked = Json

const mark = '\u0000'

const marked = (why: Open): Marked => ({ [mark]: why })

type Named = Readonly<Record<string, unknown>>

/**
 * What a resource will be like, and two trees of the same shape that say what is unknown and sensitive. Without the first
 * of them, as in planned values, null in a list stands for what is unknown.
 */
export type After = { readonly value: unknown; readonly unknown?: unknown; readonly sensitive: unknown }

/** Those attributes that are read. Values that are sensitive are dropped here, before anything looks at them. */
export function pick(after: After, reads: readonly string[]): Marked {
  const { value, sensitive } = after
  const unknown = 'unknown' in after ? after.unknown : inLists
  const picked = empty()
  for (const name of reads) {
    const one = merge(below(value, name), below(unknown, name), below(sensitive, name))
    if (one !== undefined) picked[name] = one
  }
  return picked
}

const empty = (): Record<string, Marked> => Object.create(null) as Record<string, Marked>

/** In place of a tree that says what is unknown: null in a list is. */
const inLists = Symbol('null in a list is unknown')

function below(tree: unknown, name: string | number): unknown {
  if (tree === true || tree === inLists) return tree
  return typeof tree === 'object' && tree !== null && Object.hasOwn(tree, name) ? (tree as Named)[name] : undefined
}

function merge(value: unknown, unknown: unknown, sensitive: unknown): Marked | undefined {
  if (sensitive === true) return marked('sensitive')
  if (unknown === true) return marked('after-apply')
  if (value === undefined) return isAnywhere(unknown) ? marked('after-apply') : undefined
  if (Array.isArray(value))
    return value.map((item, at) => {
      const later = item === null && unknown === inLists ? true : below(unknown, at)
      return merge(item, later, below(sensitive, at)) ?? null
    })
  if (typeof value !== 'object' || value === null) return value as Json
  const merged = empty()
  for (const name of new Set([value, unknown, sensitive].flatMap(namesOf))) {
    const one = merge(below(value, name), below(unknown, name), below(sensitive, name))
    if (one !== undefined) merged[name] = one
  }
  return merged
}

const namesOf = (tree: unknown): readonly string[] =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree) ? Object.keys(tree) : []

const isAnywhere = (tree: unknown): boolean =>
  tree === true || (typeof tree === 'object' && tree !== null && Object.values(tree).some(isAnywhere))

/** The value at a path; null, an empty list and an empty text are `not-set`. */
export function valueAt(tree: Marked, path: string): Setting<Json> {
  let node: Marked = tree
  for (const step of path.split('.')) {
    if (node === null) return open(path, 'not-set')
    if (typeof node !== 'object') return open(path, 'not-understood')
    if (isList(node)) {
      if (!/^\d+$/.test(step)) return open(path, 'not-understood')
      node = node[Number(step)] ?? null
    } else {
      if (!Object.hasOwn(node, step)) return open(path, 'not-in-file')
      node = node[step] as Marked
    }
    const why = markOf(node)
    if (why !== undefined) return open(path, why)
  }
  if (node === null || node === '' || (isList(node) && node.length === 0)) return open(path, 'not-set')
  const why = inList(node)
  return why === undefined ? set(path, plain(node)) : open(path, why)
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

function markOf(node: Marked): Open | undefined {
  if (typeof node !== 'object' || node === null || isList(node)) return undefined
  return Object.hasOwn(node, mark) ? (node[mark] as Open) : undefined
}

/** The value at a path, or the elements if it is a list; what is open is `undefined`. */
export function elementsAt(tree: Marked, path: string): readonly (Json | undefined)[] {
  let node: Marked | undefined = tree
  for (const step of path.split('.')) {
    if (typeof node !== 'object' || node === null || markOf(node) !== undefined) return [undefined]
    node = Object.hasOwn(node, step) ? (node as Readonly<Record<string, Marked>>)[step] : undefined
  }
  if (node === undefined) return [undefined]
  return (isList(node) ? node : [node]).map((one) => (markOf(one) === undefined ? one : undefined))
}

/** Why a list is open: one of its elements is. */
function inList(node: Marked): Open | undefined {
  if (typeof node !== 'object' || node === null || !isList(node)) return undefined
  for (const item of node) {
    const why = markOf(item) ?? inList(item)
    if (why !== undefined) return why
  }
  return undefined
}

/** The value without what is open in it. */
function plain(node: Marked): Json {
  if (typeof node !== 'object' || node === null) return node
  if (isList(node)) return node.map(plain)
  const left = empty()
  for (const [name, value] of Object.entries(node))
    if (markOf(value) === undefined && inList(value) === undefined) left[name] = plain(value)
  return left
}
