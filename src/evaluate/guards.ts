import type { Program } from './program.ts'

/**
 * In which order nodes are decided, and which of them only where a rule that needs them may apply.
 *
 * Many rules apply only where one and the same condition holds, and among those, where another does: such a condition is
 * a gate. Behind a gate that is false, no rule applies, and nothing has to be decided.
 */
export type Level = {
  /** The nodes that are decided at once, parts first. */
  readonly nodes: readonly number[]
  /** What several blocks need: decided where any of their gates may hold. */
  readonly shared: readonly { readonly gates: readonly number[]; readonly nodes: readonly number[] }[]
  /** The places of the rules that are settled then: those that always apply, or apply if the gates here hold. */
  readonly rules: readonly number[]
  readonly blocks: readonly { readonly gate: number; readonly behind: Level }[]
}

export function levelsOf({ nodes, roots }: Program): Level {
  const partsOf = (number: number): readonly number[] => {
    const node = nodes[number]
    return node === undefined || node.kind === 'leaf' ? [] : node.parts
  }
  const gatesOf = roots.map(({ when }) => (when === undefined ? [] : [...conjuncts(when, nodes)]))

  /** Adds what has to be decided for a node, itself included, besides what is decided already. */
  function addNeeded(number: number, decided: ReadonlySet<number>, needed: Set<number>): void {
    if (decided.has(number) || needed.has(number)) return
    needed.add(number)
    for (const part of partsOf(number)) addNeeded(part, decided, needed)
  }

  function levelOf(places: readonly number[], before: ReadonlySet<number>): Level {
    const isOpen = (place: number): boolean => {
      const when = roots[place]?.when
      return when === undefined || before.has(when)
    }
    const rules = places.filter(isOpen)
    const groups = grouped(
      places.filter((place) => !isOpen(place)),
      before,
    )
    const now = new Set<number>()
    for (const place of rules) addNeeded(roots[place]?.require as number, before, now)
    for (const { gate } of groups) addNeeded(gate, before, now)
    const decided = new Set([...before, ...now])
    const wanted = groups.map(({ places }) => neededBy(places, decided))
    const shared = sharedAmong(groups, wanted)
    const ahead = new Set([...decided, ...shared.flatMap((one) => one.nodes)])
    return {
      nodes: ascending(now),
      shared,
      rules,
      blocks: groups.map(({ gate, places }) => ({ gate, behind: levelOf(places, ahead) })),
    }
  }

  function neededBy(places: readonly number[], decided: ReadonlySet<number>): ReadonlySet<number> {
    const needed = new Set<number>()
    for (const place of places) {
      const { when, require } = roots[place] as (typeof roots)[number]
      if (when !== undefined) addNeeded(when, decided, needed)
      addNeeded(require, decided, needed)
    }
    return needed
  }

  /** Rules by the gate that the most of them have in common, then those that are left by theirs, and so on. */
  function grouped(places: readonly number[], decided: ReadonlySet<number>) {
    const groups: { readonly gate: number; readonly places: readonly number[] }[] = []
    let left = places
    while (left.length > 0) {
      const counts = new Map<number, number>()
      for (const place of left) {
        for (const gate of gatesOf[place] ?? []) if (!decided.has(gate)) counts.set(gate, (counts.get(gate) ?? 0) + 1)
      }
      // Of gates in front of the same rules, the last one: it includes the others.
      const [gate] = [...counts].reduce((best, one) =>
        one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best,
      )
      const isBehind = (place: number): boolean => gatesOf[place]?.includes(gate) === true
      groups.push({ gate, places: left.filter(isBehind) })
      left = left.filter((place) => !isBehind(place))
    }
    return groups
  }

  return levelOf([...roots.keys()], new Set())
}

/** A node and, if it is true only where all of its parts are, these: whatever is false where it is not to be reached. */
function conjuncts(number: number, nodes: Program['nodes'], found = new Set<number>()): ReadonlySet<number> {
  found.add(number)
  const node = nodes[number]
  if (node?.kind === 'all') for (const part of node.parts) conjuncts(part, nodes, found)
  return found
}

type Wanted = readonly ReadonlySet<number>[]

/** A part is needed wherever the whole is, so that what the most blocks need comes first. */
function sharedAmong(groups: readonly { readonly gate: number }[], wanted: Wanted): Level['shared'] {
  const users = new Map<number, number[]>()
  for (const [at, needed] of wanted.entries()) {
    for (const number of needed) users.set(number, [...(users.get(number) ?? []), groups[at]?.gate as number])
  }
  const byGates = new Map<string, { readonly gates: readonly number[]; readonly nodes: number[] }>()
  for (const number of ascending(users.keys())) {
    const gates = users.get(number) as number[]
    if (gates.length < 2) continue
    const group = byGates.get(gates.join(' ')) ?? { gates, nodes: [] }
    group.nodes.push(number)
    byGates.set(gates.join(' '), group)
  }
  return [...byGates.values()].sort((one, other) => other.gates.length - one.gates.length)
}

const ascending = (numbers: Iterable<number>): readonly number[] => [...numbers].sort((one, other) => one - other)
