/**
 * A text that names the as-of, so that it can be written for another one: what stands around the as-of, and its length.
 * One that cannot be is only good for the very same as-of: `asOf`.
 */
export type DatedText =
  | { readonly around: readonly string[]; readonly length: number }
  | { readonly text: string; readonly asOf: string }

/** Another instant, of the same length, so that what is broken into lines is broken at the same places. */
function standIn(asOf: string): string {
  return asOf.replace(/\d/g, (digit, at: number) => (at < 4 ? '8' : (other[at] ?? digit)))
}

const other = '8888-08-08T08:08:08.888Z'

/**
 * Finds out by writing it a second time, for an as-of that occurs nowhere: what is then at its place is the as-of, and
 * nothing else may have changed.
 */
export async function datedText(
  text: string,
  asOf: string,
  write: (asOf: string) => Promise<string>,
): Promise<DatedText> {
  const stand = standIn(asOf)
  const around = text.includes(stand) || stand === asOf ? [] : (await write(stand)).split(stand)
  return around.length > 0 && around.join(asOf) === text ? { around, length: asOf.length } : { text, asOf }
}

/** What is to be known of a text that is kept: its bytes, and where in them the as-of belongs. */
export type KeptText =
  | { readonly bytes: number; readonly places: readonly number[]; readonly length: number }
  | { readonly bytes: number; readonly asOf: string }

/** A text as bytes, with room for the as-of. */
export function keptText(dated: DatedText): { readonly kept: KeptText; readonly bytes: Buffer } {
  if (!('around' in dated)) {
    const bytes = Buffer.from(dated.text)
    return { kept: { bytes: bytes.length, asOf: dated.asOf }, bytes }
  }
  const { around, length } = dated
  const bytes = Buffer.from(around.join(' '.repeat(length)))
  const places: number[] = []
  let at = 0
  for (const piece of around.slice(0, -1)) {
    at += Buffer.byteLength(piece)
    places.push(at)
    at += length
  }
  return { kept: { bytes: bytes.length, places, length }, bytes }
}

/** Writes the as-of where it belongs; false where only writing the whole text anew would tell. */
export function dateIn(bytes: Buffer, kept: KeptText, asOf: string): boolean {
  if ('asOf' in kept) return kept.asOf === asOf
  if (kept.length !== asOf.length) return false
  for (const place of kept.places) bytes.write(asOf, place, 'latin1')
  return true
}
