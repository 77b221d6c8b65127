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
    include: ['tests/**/*.test.ts'],
    // Two workers suit the smallest machine CI gives; processes, because some tests change directory.
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
