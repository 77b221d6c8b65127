import { type Around, plan, type Wanted } from './plan.ts'

/** How a value is gone from a plan: its key is not there, or it is known only after apply. */
export type Gone = 'left out' | 'unknown'

type Path = readonly (string | number)[]
type Tree = Record<string | number, unknown>

/** The paths of all values in a value. */
export function paths(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? value.map((_, at) => at) : Object.keys(value)
  return keys.flatMap((key) => [[key], ...paths((value as Tree)[key]).map((path) => [key, ...path])])
}

/** A plan with one value of one resource gone, and its code as it was. Elements of lists are null then. */
export function without(resources: readonly Wanted[], around: Around, at: number, path: Path, how: Gone): string {
  const changed = structuredClone(resources[at]) as Wanted & { after: Tree; unknown?: unknown }
  const last = path.at(-1) as string | number
  const parent = path.slice(0, -1).reduce<Tree>((tree, step) => tree[step] as Tree, changed.after)
  if (Array.isArray(parent)) parent[last as number] = null
  else delete parent[last]
  const unknown = how === 'unknown' ? { unknown: withTrue(changed.unknown, path) } : {}
  const all = resources.map((one, index) => (index === at ? { ...changed, ...unknown } : one))
  return JSON.stringify({ ...plan(all, around), configuration: plan(resources, around).configuration })
}

/** A tree in which a path is true, of lists where it has numbers. */
function withTrue(tree: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return true
  const copy: Tree =
    typeof step === 'number' ? ([...((tree as unknown[]) ?? [])] as unknown as Tree) : { ...(tree as Tree) }
  copy[step] = withTrue(copy[step], rest)
  return copy
}
