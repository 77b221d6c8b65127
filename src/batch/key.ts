import type { SourceFile } from '../model/location.ts'
import type { Shipped } from '../model/shipped.ts'
import { version } from '../settle/version.ts'
import { digestOf, digestOfBytes } from '../text/digest.ts'
import type { Settings } from './answer.ts'

/**
 * One digest of everything that decides what comes of a file, but for the file and the as-of: every input and every
 * option there is, so that one that is added later counts without being named here.
 *
 * `product`: what tells one build of the product from another.
 */
export function contextOf({ sources, options, ...settings }: Settings, product: string): string {
  const { shipped, ...rest } = sources
  const { asOf: _, ...others } = options
  const own = { product, version, shipped: shippedDigests(shipped) }
  return digestOf(plain({ ...own, sources: rest, options: others, settings }))
}

/** What the product ships with is checked when it is built: the digests of its files say all of it. */
function shippedDigests(shipped: Shipped): unknown {
  return (
    shipped.digest ??
    shipped.files.map((file) => [file.path, 'bytes' in file ? digestOfBytes(file.bytes) : file.sha256])
  )
}

/** With bytes as their digests. What is left out here would not be part of the key: nothing is. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return digestOfBytes(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'function') throw new Error('a function cannot be part of a key')
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
}

/** A file, or a line of one, as reports show it: what it is called counts as well. */
export function keyOf({ path, line = 1, bytes }: SourceFile): string {
  return `${digestOfBytes(bytes)} ${line} ${path}`
}
