import type { Program } from './program.ts'

/** In which order nodes are decided, and which of them only where a rule that needs them may apply. */
export type Guards = {
  /** Whether rules apply, and what rules require that always do. */
  readonly always: readonly number[]
  /** The places of those rules. */
  readonly unguarded: readonly number[]
  /** What rules with different conditions require: needed where any of them may hold. */
  readonly shared: readonly { readonly whens: readonly number[]; readonly needed: readonly number[] }[]
  /** What only the rules with one condition require, and their places. */
  readonly guarded: readonly {
    readonly when: number
    readonly needed: readonly number[]
    readonly rules: readonly number[]
  }[]
}

export function guardsOf({ nodes, roots }: Program): Guards {
  const whensOf = nodes.map(() => new Set<number>())
  const certain = new Set<number>()
  const partsOf = (number: number): readonly number[] => {
    const node = nodes[number]
    return node === undefined || node.kind === 'leaf' ? [] : node.parts
  }
  const alwaysNeeded = (number: number): void => {
    if (certain.has(number)) return
    certain.add(number)
    for (const part of partsOf(number)) alwaysNeeded(part)
  }
  const neededFor = (when: number, number: number): void => {
    const whens = whensOf[number]
    if (whens === undefined || whens.has(when) || certain.has(number)) return
    whens.add(when)
    for (const part of partsOf(number)) neededFor(when, part)
  }
  for (const { when, require } of roots) alwaysNeeded(when ?? require)
  const rulesOf = new Map<number, number[]>()
  for (const [place, { when, require }] of roots.entries()) {
    if (when === undefined) continue
    neededFor(when, require)
    rulesOf.set(when, [...(rulesOf.get(when) ?? []), place])
  }
  // A part is needed wherever the whole is, so that those with more conditions come first.
  const groups = new Map<string, { readonly whens: readonly number[]; readonly needed: number[] }>()
  for (const [number, whens] of whensOf.entries()) {
    if (whens.size === 0 || certain.has(number)) continue
    const sorted = [...whens].sort((a, b) => a - b)
    const group = groups.get(sorted.join(' ')) ?? { whens: sorted, needed: [] }
    group.needed.push(number)
    groups.set(sorted.join(' '), group)
  }
  return {
    always: [...certain].sort((a, b) => a - b),
    unguarded: [...roots.keys()].filter((place) => roots[place]?.when === undefined),
    shared: [...groups.values()]
      .filter(({ whens }) => whens.length > 1)
      .sort((a, b) => b.whens.length - a.whens.length),
    guarded: [...rulesOf].map(([when, rules]) => ({ when, needed: groups.get(String(when))?.needed ?? [], rules })),
  }
}
