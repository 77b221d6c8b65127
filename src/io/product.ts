import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { builtDigest } from './shipped.ts'

/** Tells one build of the product from another: the digest of the command's scripts, or in development of the sources. */
export function productDigest(): string {
  const built = builtDigest()
  if (built !== undefined) return built
  const hash = createHash('sha256')
  const sources = dirname(import.meta.dirname)
  for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(sources, name)))
  }
  return hash.digest('hex')
}
