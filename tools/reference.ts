import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Step } from './generate.ts'

const folder = 'docs/rules'

/** The reference pages of the shipped rules, and the coverage of their controls in the README. */
export const reference: Step = {
  owns: { folder, committed: true },
  files: async (root) => {
    // They read what earlier steps make, which is not there when those are run for the first time.
    const { coverageTable, referencePages, withSection } = await import('../src/author/explain/reference.ts')
    const { readShipped, readShippedTests } = await import('../src/io/shipped.ts')
    const { loadTested } = await import('../src/load/workspace.ts')
    const loaded = await loadTested({
      shipped: readShipped(),
      shippedTests: readShippedTests(),
      rules: [],
      registry: [],
    })
    if (!loaded.ok) throw new Error(`the rules cannot be explained: ${JSON.stringify(loaded.problems[0])}`)
    const { packs, registry, suites: tests } = loaded.value
    const book = { packs, sources: registry.sources, tests }
    const readme = withSection(
      readFileSync(join(root, 'README.md'), 'utf8'),
      'coverage',
      coverageTable(book, `${folder}/`),
    )
    const pages = referencePages(book).map(({ path, text }) => ({ path: `${folder}/${path}`, text }))
    return [...pages, { path: 'README.md', text: readme }]
  },
}
