import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Boundaries, boundariesOf } from '../../tools/boundaries.ts'

type Files = Readonly<Record<string, string>>
type Planted = { readonly ban: string; readonly from: string; readonly to: string; readonly text?: string }

const temporary: string[] = []
afterAll(() => {
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Every file of the layout, with the imports that are allowed. */
const clean: Files = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { 'json-rules-engine': '1' },
    devDependencies: { vitest: '1' },
  }),
  'node_modules/json-rules-engine/package.json': '{ "name": "json-rules-engine", "main": "index.js" }',
  'node_modules/json-rules-engine/index.js': 'exports.Engine = 1',
  'node_modules/vitest/package.json': '{ "name": "vitest", "main": "index.js" }',
  'node_modules/vitest/index.js': 'exports.it = 1',
  'tools/tool.ts': 'export const it = 1',
  'src/model/a.ts': 'export const it = 1; export type T = number',
  'src/text/a.ts': "import '../model/a.ts'",
  ...Object.fromEntries(
    ['load', 'derive', 'settle', 'render', 'import'].map((stage) => [
      `src/${stage}/a.ts`,
      "import '../model/a.ts'; import '../text/a.ts'; import 'node:crypto'; import 'node:path/posix'",
    ]),
  ),
  'src/evaluate/a.ts': "import '../model/a.ts'; import 'json-rules-engine'",
  'src/pipeline.ts': "import './load/a.ts'; import './derive/a.ts'; import './evaluate/a.ts'; import './settle/a.ts'",
  'src/author/a.ts': "import '../pipeline.ts'; import '../evaluate/a.ts'",
  'src/attest/a.ts': "import '../pipeline.ts'; import '../render/a.ts'; import '../import/a.ts'",
  'src/batch/a.ts': "import '../pipeline.ts'; import '../model/a.ts'",
  'src/io/a.ts': "import '../model/a.ts'; import 'node:fs'; export const now = () => Date.now()",
  'src/index.ts': "import './author/a.ts'; import './attest/a.ts'; import './batch/a.ts'",
  'src/cli/main.ts': "import '../index.ts'; import '../io/a.ts'; import 'node:process'; process.exit()",
}

function boundariesWith(extra: Files): Boundaries {
  const root = mkdtempSync(join(tmpdir(), 'boundaries-'))
  temporary.push(root)
  for (const [path, text] of Object.entries({ ...clean, ...extra })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), `${text}\n`)
  }
  return boundariesOf(root)
}

const stages = ['load', 'derive', 'evaluate', 'settle', 'render', 'import']
const services = ['author', 'attest', 'batch']
const target = (layer: string) => (layer === 'pipeline' || layer === 'index' ? `src/${layer}.ts` : `src/${layer}/a.ts`)

/** Every pair of layers that may not meet, by the sentence in the design: one direction, and siblings never. */
const ranks = [['model'], ['text'], stages, ['pipeline'], services, ['index'], ['cli']]
const pairs = ranks.flatMap((rank, height) =>
  rank.flatMap((from) =>
    ranks.flatMap((other, otherHeight) =>
      other.filter((to) => to !== from && otherHeight >= height).map((to) => [from, to] as const),
    ),
  ),
)
const ioPairs = [
  ...ranks
    .flat()
    .filter((layer) => layer !== 'cli')
    .map((from) => [from, 'io'] as const),
  ...[...stages, 'pipeline', ...services, 'index', 'cli'].map((to) => ['io', to] as const),
]

const directions: readonly Planted[] = [...pairs, ...ioPairs]
  .filter(([from]) => from !== 'pipeline' && from !== 'index')
  .map(([from, to]) => ({
    ban: `direction-of-${from}`,
    from: `src/${from}/to-${to}.ts`,
    to: to === 'cli' ? 'src/cli/main.ts' : target(to),
  }))

const others: readonly Planted[] = [
  { ban: 'only-cli-imports-io', from: 'src/batch/reader.ts', to: 'src/io/a.ts' },
  { ban: 'layout-is-known', from: 'src/misc/a.ts', to: 'src/model/a.ts' },
  { ban: 'layout-is-known-alone', from: 'src/misc/alone.ts', to: 'src/misc/alone.ts', text: 'export {}' },
  { ban: 'model-imports-nothing', from: 'src/model/digest.ts', to: 'crypto', text: "import 'node:crypto'" },
  { ban: 'no-file-system-or-clock', from: 'src/load/fs.ts', to: 'fs', text: "import 'node:fs'" },
  {
    ban: 'no-file-system-or-clock',
    from: 'src/load/fsp.ts',
    to: 'fs/promises',
    text: "await import('node:fs/promises')",
  },
  { ban: 'no-file-system-or-clock', from: 'src/settle/clock.ts', to: 'perf_hooks', text: "import 'node:perf_hooks'" },
  { ban: 'no-file-system-or-clock', from: 'src/index.ts', to: 'process', text: "import 'node:process'" },
  {
    ban: 'no-file-system-or-clock',
    from: 'src/batch/workers.ts',
    to: 'worker_threads',
    text: "import 'worker_threads'",
  },
  { ban: 'no-file-system-or-clock', from: 'src/render/path.ts', to: 'path', text: "import 'node:path'" },
  {
    ban: 'engine-only-in-evaluate',
    from: 'src/author/engine.ts',
    to: 'node_modules/json-rules-engine/index.js',
    text: "import 'json-rules-engine'",
  },
  {
    ban: 'engine-in-one-file',
    from: 'node_modules/json-rules-engine/index.js',
    to: 'node_modules/json-rules-engine/index.js',
    text: 'exports.Engine = 1',
  },
  {
    ban: 'no-lazy-package',
    from: 'src/cli/lazy.ts',
    to: 'node_modules/json-rules-engine/index.js',
    text: "await import('json-rules-engine')",
  },
  { ban: 'no-circular', from: 'src/render/one.ts', to: 'src/render/two.ts', text: "import './two.ts'" },
  { ban: 'no-development-code', from: 'src/cli/tool.ts', to: 'tools/tool.ts' },
  {
    ban: 'no-development-package',
    from: 'src/cli/test.ts',
    to: 'node_modules/vitest/index.js',
    text: "import 'vitest'",
  },
  { ban: 'no-unresolvable', from: 'src/cli/lost.ts', to: '../nowhere.ts', text: "import '../nowhere.ts'" },
  { ban: 'direction-of-pipeline', from: 'src/pipeline.ts', to: 'src/author/a.ts', text: "import './author/a.ts'" },
  {
    ban: 'direction-of-index',
    from: 'src/index.ts',
    to: 'src/cli/main.ts',
    text: "import './cli/main.ts'; import 'node:process'",
  },
]

const ambient: readonly (readonly [string, string])[] = [
  ['process', 'export const a = process.env'],
  ['process', "export const a = process['env']"],
  ['Date.now', 'export const a = Date.now()'],
  ['new Date()', 'export const a = new Date()'],
  ['Date()', 'export const a = Date()'],
  ['performance', 'export const a = performance.now()'],
  ['Math.random', 'export const a = Math.random()'],
  ['globalThis', 'export const a = globalThis.Date'],
  ['fetch', "export const a = await fetch('x')"],
  ['Intl', 'export const a = new Intl.Collator()'],
  ['localeCompare', "export const a = 'a'.localeCompare('b')"],
  ['import.meta', 'export const a = import.meta.url'],
]

/** Imports by type only: the weakest form, which must be seen as well. */
const relative = (to: string) =>
  `import type {} from '../${to.replace(/^(src)\//, '').replace(/^tools\//, '../tools/')}'`

describe('boundaries', () => {
  it('lets the layout through', () => {
    const found = boundariesWith({})
    expect(found.crossings).toEqual([])
    expect(found.modules).toBe(Object.keys(clean).filter((path) => path.startsWith('src/')).length)
  })

  describe('each ban fails where it is broken', () => {
    // All at once: one run of the cruiser takes longer than all the comparisons.
    let found: Boundaries
    beforeAll(() => {
      found = boundariesWith({
        ...Object.fromEntries(
          [...directions, ...others].map((plant) => [plant.from, plant.text ?? relative(plant.to)]),
        ),
        'src/evaluate/second.ts': "import 'json-rules-engine'",
        'src/render/two.ts': "import type {} from './one.ts'",
        ...Object.fromEntries(ambient.map(([, text], index) => [`src/derive/ambient-${index}.ts`, text])),
      })
    })

    it.each(directions)('$from may not import $to', ({ ban, from, to }) => {
      expect(found.crossings).toContainEqual(expect.objectContaining({ ban, from, to }))
    })

    it.each(others)('$ban: $from -> $to', ({ ban, from, to }) => {
      expect(found.crossings).toContainEqual(expect.objectContaining({ ban, from, to }))
    })

    it.each(ambient)('no-ambient-machine: %s in %s', (what, text) => {
      const index = ambient.findIndex((row) => row[1] === text)
      const from = `src/derive/ambient-${index}.ts:1`
      expect(found.crossings).toContainEqual(expect.objectContaining({ ban: 'no-ambient-machine', from, to: what }))
    })

    it('gives each ban a reason', () => {
      expect(found.crossings.filter(({ why }) => why === '')).toEqual([])
    })
  })

  it('finds no module where the source is not there, which fails', () => {
    const root = mkdtempSync(join(tmpdir(), 'boundaries-'))
    temporary.push(root)
    mkdirSync(join(root, 'src'))
    expect(boundariesOf(root)).toEqual({ modules: 0, crossings: [] })
  })
})
