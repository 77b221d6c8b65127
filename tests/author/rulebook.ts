import type { Rulebook } from '../../src/author/explain/explanation.ts'
import { readShipped, readShippedTests } from '../../src/io/shipped.ts'
import { loadTested } from '../../src/load/workspace.ts'

/** The shipped rules, sources and tests. */
export async function shippedBook(): Promise<Rulebook> {
  const loaded = await loadTested({ shipped: readShipped(), shippedTests: readShippedTests(), rules: [], registry: [] })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const { packs, registry, suites: tests } = loaded.value
  return { packs, sources: registry.sources, tests }
}
