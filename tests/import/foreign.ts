import type { ForeignFile } from '../../src/import/importer.ts'

/** A file of another tool from bytes, in chunks of a length or as one. */
export function foreign(
  path: string,
  content: string | Uint8Array,
  chunkLength = Number.POSITIVE_INFINITY,
): ForeignFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  async function* chunks(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkLength) {
      // A buffer of its own each time, which is overwritten afterwards: nobody may hold on to a chunk.
      const chunk = bytes.slice(at, at + chunkLength)
      yield chunk
      chunk.fill(0)
    }
  }
  return { path, head: bytes.subarray(0, 65_536), chunks }
}
