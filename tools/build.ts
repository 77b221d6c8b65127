/** `npm run build`: src/ -> dist/, as it is published. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { parse } from 'yaml'
import { digestOfAll, digestOfBytes } from '../src/text/digest.ts'
import { inAscii } from './ascii.ts'
import { bundling, commandOptions, entryOf, othersOf, type Part, partingOf, parts } from './parts.ts'
import { apart, compiledShipped, compiledTests } from './shipped.ts'

const root = dirname(import.meta.dirname)
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
await writeShipped()
await bundleCommand()
await bundleAssistant()
writeDigest()
makeCodeCaches()
await bundleApi()
declareTypes()

async function writeShipped(): Promise<void> {
  const { lines, rules } = apart(await compiledShipped())
  writeFileSync(join(dist, 'shipped.jsonl'), lines.map((line) => `${inAscii(line)}\n`).join(''))
  writeJson('shipped-rules.json', rules)
  writeJson('shipped-tests.json', await compiledTests())
}

function writeJson(name: string, value: unknown): void {
  writeFileSync(join(dist, name), inAscii(value))
}

/** The parts, in which a module runs when it is first needed; dist/cli.cjs starts the first of them. */
async function bundleCommand(): Promise<void> {
  const options = commandOptions(root)
  const parting = await partingOf(options)
  for (const part of parts) {
    await build({
      ...options,
      stdin: { contents: entryOf(part, parting), resolveDir: root, sourcefile: `${part}.js` },
      outfile: `dist/${part}.cjs`,
      format: 'cjs',
      minify: true,
      charset: 'ascii', // start.cjs reads it as such
      // What start.cjs calls: to put it around half a megabyte there would copy it.
      banner: { js: '(function (require, module, __dirname, __filename, partOf) {' },
      footer: { js: '})' },
      plugins: [...options.plugins, othersOf(part, parting, root)],
    })
  }
  copyFileSync(join(root, 'src/cli/start.cjs'), join(dist, 'cli.cjs'))
  chmodSync(join(dist, 'cli.cjs'), 0o755)
}

/** What a thread runs that only helps: without parts, as it is small. */
async function bundleAssistant(): Promise<void> {
  await build({
    ...commandOptions(root),
    entryPoints: ['src/cli/assistant.ts'],
    outfile: 'dist/assistant.cjs',
    format: 'cjs',
    minify: true,
  })
}

/**
 * Runs checks of YAML and of JSON, and keeps what V8 compiled for them. In a process of its own, started like the
 * command is: a cache holds for the flags that it was made with.
 */
function makeCodeCaches(): void {
  const command = join(dist, 'cli.cjs')
  const folder = mkdtempSync(join(tmpdir(), 'douane-build-'))
  try {
    const file = 'examples/portal-eea.yaml'
    const json = join(folder, 'portal-eea.json')
    writeFileSync(json, JSON.stringify(parse(readFileSync(join(root, file), 'utf8'))))
    const cache = ['--cache', join(folder, 'cache'), '--workers', '0']
    for (const [part, name, ...flags] of [
      ['check', json],
      ['yaml', file],
      // Once to fill the cache, and then to find something in it.
      ['portfolio', json, ...cache],
      ['portfolio', json, ...cache],
      ['rest', file, '-f', 'sarif'],
    ] as const) {
      keepCodeOf(part, [command, 'check', name, ...flags, '--registry', 'examples/registry', '--as-of', '2026-11-22'])
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function keepCodeOf(part: Part, argv: readonly string[]): void {
  const script = `
    const { writeFileSync } = require('node:fs')
    process.argv = [process.execPath, ...${JSON.stringify(argv)}]
    const { scripts } = require(${JSON.stringify(argv[0])})
    process.on('exit', (code) => {
      if (code === 2) throw new Error('the bundle cannot check an example')
      writeFileSync(${JSON.stringify(join(dist, `${part}.cjs.cache`))}, scripts.get(${JSON.stringify(part)}).createCachedData())
      process.exitCode = 0
    })`
  const { status } = spawnSync(process.execPath, ['-e', script], {
    cwd: root,
    // A pipe, as in CI: what is written to one has code of its own.
    stdio: ['ignore', 'pipe', 'inherit'],
    env: plainEnvironment(),
  })
  if (status !== 0) process.exitCode = 1
}

/** What tells the scripts of this build from those of another, so that no run has to work it out. */
function writeDigest(): void {
  const digest = digestOfAll(
    [...parts, 'assistant'].map((name) => digestOfBytes(readFileSync(join(dist, `${name}.cjs`)))),
  )
  writeFileSync(join(dist, 'product.json'), JSON.stringify({ digest }))
}

/** Without what tsx and npm add for their own processes. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...env } = process.env
  return env
}

/** The public API, for who imports it: in chunks, so that what is not used is not loaded. */
async function bundleApi(): Promise<void> {
  await build({
    ...bundling(root),
    entryPoints: ['src/index.ts'],
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    format: 'esm',
    minifySyntax: true,
    minifyWhitespace: true,
    // fast-glob and yaml are CommonJS, and call `require` for Node's own modules.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  })
}

/** The API's declarations, one file for each source file. */
function declareTypes(): void {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.api.json')], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
