import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Tells one build of the product from another: the digest of its scripts, or in development of the sources. */
export function productDigest(): string {
  const hash = createHash('sha256')
  const written = import.meta.filename.endsWith('.ts')
  const folder = written ? dirname(import.meta.dirname) : import.meta.dirname
  for (const name of readdirSync(folder, { recursive: written, encoding: 'utf8' }).sort()) {
    if (name.endsWith(written ? '.ts' : '.cjs')) hash.update(name).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex')
}
