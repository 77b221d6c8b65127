/** `npm run build`: src/ -> dist/, as it is published. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'
import glob from 'fast-glob'
import { shippedFiles } from './shipped.ts'

const root = dirname(import.meta.dirname)
const dist = join(root, 'dist')

/** What is started or imported from outside. The rest is in chunks, loaded when they are needed. */
const entries: Readonly<Record<string, string>> = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  ...Object.fromEntries(glob.sync('src/io/*worker.ts', { cwd: root }).map((path) => [basename(path, '.ts'), path])),
}

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
writeFileSync(join(dist, 'shipped.json'), JSON.stringify(shippedFiles(root)))
const there = Object.entries(entries).filter(([name, path]) => existsSync(join(root, path)) || absent(name, path))
await bundle(Object.fromEntries(there))
if (there.some(([name]) => name === 'cli')) makeCommand(join(dist, 'cli.mjs'))
if (there.some(([name]) => name === 'index')) declareTypes()

async function bundle(entryPoints: Record<string, string>): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Names are kept whole, so that a stack trace in a bug report can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'linked',
    // commander, fast-glob and yaml are CommonJS, and call `require` for Node's own modules.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'warning',
  })
}

function makeCommand(file: string): void {
  const text = readFileSync(file, 'utf8')
  const shebang = '#!/usr/bin/env node\n'
  if (!text.startsWith('#!')) writeFileSync(file, shebang + text)
  chmodSync(file, 0o755)
}

/** The API's declarations, one file for each source file. */
function declareTypes(): void {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.api.json')], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}

function absent(name: string, path: string): false {
  console.warn(`build: ${path} is not there, so dist/${name}.mjs is not made`)
  return false
}
