import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverageTable, referencePages, withSection } from '../src/author/explain/reference.ts'
import { readShipped, readShippedTests } from '../src/io/shipped.ts'
import { loadTested } from '../src/load/workspace.ts'
import type { Step } from './generate.ts'

const folder = 'docs/rules'

/** The reference pages of the shipped rules, and the coverage of their controls in the README. */
export const reference: Step = {
  owns: { folder, committed: true },
  files: async (root) => {
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
