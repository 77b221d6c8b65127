/**
 * Decision diagrams: functions of many-valued variables to small numbers, each with one node, so that two functions are
 * equal exactly where their nodes are. Ordered, reduced and shared, after Bryant (1986), with more than two branches.
 */

/** A function. The first nodes are the terminals: node 2 is the function that is always 2. */
export type Node = number

/** What a variable may be: the numbers from 0 to `size` - 1. `stated` says which of these state what they are about. */
type Variable = { readonly name: string; readonly size: number; readonly stated: readonly boolean[] }

/** One value for each variable that matters; the others may be anything. */
export type Assignment = ReadonlyMap<string, number>

/** Thrown where a diagram grows beyond its limit: the question is too large to be decided. */
export class TooLarge extends Error {}

export type Diagrams = {
  /** Adds a variable below those that are there; a name that is there already keeps its place. */
  readonly variable: (variable: Variable) => void
  /** The function that is `branches[i]` where the variable is `i`. */
  readonly choose: (variable: string, branches: readonly Node[]) => Node
  /** The function of two functions, value by value. `operation` is cached by its identity. */
  readonly combine: (operation: Operation, left: Node, right: Node) => Node
  /** The same where everything is stated. Two functions differ somewhere there exactly if these differ. */
  readonly whereStated: (node: Node) => Node
  /** A way to one of the values that are wanted, if there is one. */
  readonly find: (node: Node, wanted: (value: number) => boolean) => Assignment | undefined
  /**
   * The values that two functions have together. `isEnough` is asked after each that is found, and ends the search: what
   * makes no difference any more need not be found.
   */
  readonly valuesTogether: (
    left: Node,
    right: Node,
    isEnough: (found: readonly Together[]) => boolean,
  ) => readonly Together[]
  /** What tells two functions apart, if anything does. */
  readonly difference: (left: Node, right: Node) => Assignment | undefined
  /** The names of the variables that a function depends on. */
  readonly support: (node: Node) => ReadonlySet<string>
  /** The first value of a variable that states something. */
  readonly firstStated: (variable: string) => number
  readonly size: () => number
}

/** What two functions are at once. */
export type Together = readonly [left: number, right: number]

export type Operation = (left: number, right: number) => number

/** More than truths and outcomes need. */
const terminals = 8
const terminalLevel = Number.MAX_SAFE_INTEGER

export function diagrams(limit: number): Diagrams {
  const variables: Variable[] = []
  const levels = new Map<string, number>()
  const levelOf: number[] = new Array(terminals).fill(terminalLevel)
  const branchesOf: (readonly Node[])[] = new Array(terminals).fill([])
  const nodes = new Map<string, Node>()
  const combined = new Map<Operation, Map<number, Node>>()
  const stated = new Map<Node, Node>()

  const ranges: number[][] = []

  const level = (node: Node): number => levelOf[node] as number
  const branches = (node: Node): readonly Node[] => branchesOf[node] as readonly Node[]
  const at = (node: Node, top: number, value: number): Node =>
    level(node) === top ? (branches(node)[value] as Node) : node

  function make(top: number, of: readonly Node[]): Node {
    const [first = 0] = of
    if (of.every((branch) => branch === first)) return first
    const key = `${top}:${of.join()}`
    const known = nodes.get(key)
    if (known !== undefined) return known
    if (levelOf.length >= limit) throw new TooLarge(`more than ${limit} nodes`)
    const node = levelOf.push(top) - 1
    branchesOf.push(of)
    nodes.set(key, node)
    return node
  }

  const values = (top: number): readonly number[] => ranges[top] as number[]

  function choose(name: string, of: readonly Node[]): Node {
    const chosen = levels.get(name) as number
    const memo = new Map<string, Node>()
    const build = (parts: readonly Node[]): Node => {
      const top = Math.min(...parts.map(level))
      if (chosen < top) return make(chosen, parts)
      const key = parts.join()
      const known = memo.get(key)
      if (known !== undefined) return known
      const built =
        top === chosen
          ? build(parts.map((part, value) => at(part, top, value)))
          : make(
              top,
              values(top).map((value) => build(parts.map((part) => at(part, top, value)))),
            )
      memo.set(key, built)
      return built
    }
    return build(of)
  }

  function combine(operation: Operation, left: Node, right: Node): Node {
    const memo = combined.get(operation) ?? new Map<number, Node>()
    combined.set(operation, memo)
    const build = (one: Node, other: Node): Node => {
      if (one < terminals && other < terminals) return operation(one, other)
      const key = one * 2 ** 26 + other
      const known = memo.get(key)
      if (known !== undefined) return known
      const top = Math.min(level(one), level(other))
      const built = make(
        top,
        values(top).map((value) => build(at(one, top, value), at(other, top, value))),
      )
      memo.set(key, built)
      return built
    }
    return build(left, right)
  }

  function whereStated(node: Node): Node {
    if (node < terminals) return node
    const known = stated.get(node)
    if (known !== undefined) return known
    const top = level(node)
    const says = (variables[top] as Variable).stated
    const of = branches(node).map((branch, value) => (says[value] ? whereStated(branch) : undefined))
    // What is not stated counts like the first thing that is, so that it tells nothing apart.
    const first = of.find((branch) => branch !== undefined) ?? 0
    const built = make(
      top,
      of.map((branch) => branch ?? first),
    )
    stated.set(node, built)
    return built
  }

  function find(node: Node, wanted: (value: number) => boolean): Assignment | undefined {
    const dead = new Set<Node>()
    const path = new Map<string, number>()
    const search = (from: Node): boolean => {
      if (from < terminals) return wanted(from)
      if (dead.has(from)) return false
      const { name, stated: says } = variables[level(from)] as Variable
      // What is stated makes the better example.
      for (const first of [true, false]) {
        for (const [value, branch] of branches(from).entries()) {
          if (says[value] !== first) continue
          path.set(name, value)
          if (search(branch)) return true
        }
      }
      path.delete(name)
      dead.add(from)
      return false
    }
    return search(node) ? path : undefined
  }

  function difference(left: Node, right: Node): Assignment | undefined {
    return left === right ? undefined : find(combine(differs, left, right), (value) => value === 1)
  }

  function valuesTogether(
    left: Node,
    right: Node,
    isEnough: (found: readonly Together[]) => boolean,
  ): readonly Together[] {
    const [seen, found]: [Set<number>, Together[]] = [new Set(), []]
    const visit = (one: Node, other: Node): boolean => {
      const key = one * 2 ** 26 + other
      if (seen.has(key)) return false
      seen.add(key)
      if (one < terminals && other < terminals) {
        found.push([one, other])
        return isEnough(found)
      }
      const top = Math.min(level(one), level(other))
      return values(top).some((value) => visit(at(one, top, value), at(other, top, value)))
    }
    visit(left, right)
    return found
  }

  /** A function and all the functions that it branches into. */
  function below(node: Node): ReadonlySet<Node> {
    const seen = new Set<Node>()
    const visit = (from: Node): void => {
      if (seen.has(from)) return
      seen.add(from)
      for (const branch of branches(from)) visit(branch)
    }
    visit(node)
    return seen
  }

  function support(node: Node): ReadonlySet<string> {
    const inner = [...below(node)].filter((one) => one >= terminals)
    return new Set(inner.map((one) => (variables[level(one)] as Variable).name))
  }

  return {
    variable: (variable) => {
      if (levels.has(variable.name)) return
      levels.set(variable.name, variables.push(variable) - 1)
      ranges.push(Array.from({ length: variable.size }, (_, value) => value))
    },
    choose,
    combine,
    whereStated,
    find,
    valuesTogether,
    difference,
    support,
    firstStated: (name) => Math.max(0, variables[levels.get(name) ?? 0]?.stated.indexOf(true) ?? 0),
    size: () => levelOf.length,
  }
}

const differs: Operation = (left, right) => (left === right ? 0 : 1)
