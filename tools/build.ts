/** `npm run build`: src/ -> dist/, as it is published. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { digestOfBytes } from '../src/text/digest.ts'
import { compiledShipped, compiledTests } from './shipped.ts'

const root = dirname(import.meta.dirname)
const dist = join(root, 'dist')

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'linked',
  logLevel: 'warning',
  // 1.6 MB, for maps of the data alone: it stays in its package, and is read from there when a map is drawn.
  external: ['elkjs/lib/elk.bundled.js'] as string[],
} as const

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
writeFileSync(join(dist, 'shipped.json'), JSON.stringify(await compiledShipped()))
writeFileSync(join(dist, 'shipped-tests.json'), JSON.stringify(await compiledTests()))
await bundleCommand()
makeCodeCache()
writeDigests()
await bundleApi()
declareTypes()

/** One file, in which a module runs when it is first needed; dist/cli.cjs starts it. */
async function bundleCommand(): Promise<void> {
  await build({
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/douane.cjs',
    format: 'cjs',
    minify: true,
    charset: 'ascii', // start.cjs reads it as such
    define: { 'import.meta.url': 'moduleAddress' },
    // commander asks for it at once and uses it for commands in files of their own, of which there are none: 10 ms.
    alias: { 'node:child_process': join(root, 'tools/no-child-process.ts') },
    banner: { js: "const moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
  })
  copyFileSync(join(root, 'src/cli/start.cjs'), join(dist, 'cli.cjs'))
  chmodSync(join(dist, 'cli.cjs'), 0o755)
}

/**
 * Runs a check, and keeps what V8 compiled for it. In a process of its own, started like the command is: a cache holds
 * for the flags that it was made with.
 */
function makeCodeCache(): void {
  const command = join(dist, 'cli.cjs')
  const args = ['check', 'examples/portal-eea.yaml', '--registry', 'examples/registry', '--as-of', '2026-11-22']
  const script = `
    const { writeFileSync } = require('node:fs')
    process.argv = [process.execPath, ...${JSON.stringify([command, ...args])}]
    process.stdout.write = () => true
    const { script } = require(${JSON.stringify(command)})
    process.on('exit', (code) => {
      if (code === 2) throw new Error('the bundle cannot check an example')
      writeFileSync(${JSON.stringify(join(dist, 'douane.cjs.cache'))}, script.createCachedData())
      process.exitCode = 0
    })`
  const { status } = spawnSync(process.execPath, ['-e', script], {
    cwd: root,
    stdio: 'inherit',
    env: plainEnvironment(),
  })
  if (status !== 0) process.exitCode = 1
}

/** What tells this build from another, so that no run has to work it out. */
function writeDigests(): void {
  const digest = (name: string): string => digestOfBytes(readFileSync(join(dist, name)))
  const digests = { product: digest('douane.cjs'), shipped: digest('shipped.json') }
  writeFileSync(join(dist, 'digests.json'), JSON.stringify(digests))
}

/** Without what tsx and npm add for their own processes. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...env } = process.env
  return env
}

/** The public API, for who imports it: in chunks, so that what is not used is not loaded. */
async function bundleApi(): Promise<void> {
  await build({
    ...common,
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
