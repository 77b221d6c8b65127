import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtDigests } from './shipped.ts'

/** Tells one build of the product from another: the digest of the bundle, or in development of the sources. */
export function productDigest(): string {
  const built = builtDigests()
  if (built !== undefined) return built.product
  const own = fileURLToPath(import.meta.url)
  const hash = createHash('sha256')
  if (!own.endsWith('.ts')) return hash.update(readFileSync(own)).digest('hex')
  const sources = dirname(dirname(own))
  for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(sources, name)))
  }
  return hash.digest('hex')
}
