import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest by far is begun first, so that it leaves no worker idle in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const long = ['/tests/properties/', '/tests/render/html/browser', '/tests/evaluate/', '/tests/examples/acceptance']
    const isLong = ({ moduleId }: TestSpecification): boolean => long.some((part) => moduleId.includes(part))
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/**
 * Tests that leave nothing behind share a process for their modules, of which loading took as long as many of them. Those
 * that replace modules do not; nor do those of the command line, of the browser, and the long ones, which lose nothing.
 */
const sharing = [
  'access',
  'attest',
  'author',
  'batch',
  'derive',
  'examples',
  'import',
  'infrastructure',
  'load',
  'reduce',
  'registry',
  'rules',
  'schemas',
  'settle',
  'text',
]
const shared = sharing.map((folder) => `tests/${folder}/**/*.test.ts`)
const replacing = ['naming', 'reading', 'refusals', 'secrets'].map((name) => `tests/import/terraform/${name}.test.ts`)

export default defineConfig({
  resolve: {
    alias: [
      {
        find: /^(?:\.\.\/io|\.\.\/\.\.\/src\/io)\/shipped\.ts$/,
        replacement: fileURLToPath(new URL('tests/setup/compiled.ts', import.meta.url)),
      },
    ],
  },
  test: {
    globalSetup: ['tests/setup/compile-shipped.ts'],
    projects: [
      { extends: true, test: { name: 'alone', include: ['tests/**/*.test.ts'], exclude: shared } },
      { extends: true, test: { name: 'replacing', include: replacing } },
      { extends: true, test: { name: 'sharing', include: shared, exclude: replacing, isolate: false } },
    ],
    // Two workers suit the smallest machine CI gives; processes, because some tests change directory.
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
