import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { commandOptions } from '../tools/parts.ts'

const root = join(import.meta.dirname, '..')

/**
 * A module of the bench with the sources that it measures, bundled as the command is and beside what is built: tsx gives
 * each function its name whenever it is made, which is half of what deriving then takes.
 *
 * `entry`: from the root. What it finds by `import.meta.dirname` is found from the folder `dist`.
 */
export async function built<T>(entry: string): Promise<T> {
  mkdirSync(join(root, 'build'), { recursive: true })
  const folder = mkdtempSync(join(root, 'build/bench-'))
  const outfile = join(folder, 'bundle.cjs')
  const options = commandOptions(root)
  try {
    await build({
      ...options,
      define: { ...options.define, 'import.meta.dirname': JSON.stringify(join(root, 'dist')) },
      entryPoints: [entry],
      outfile,
      format: 'cjs',
      minify: true,
    })
    return createRequire(import.meta.filename)(outfile) as T
  } finally {
    rmSync(folder, { recursive: true })
  }
}
