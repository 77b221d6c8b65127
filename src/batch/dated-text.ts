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

/** The text for an as-of; `undefined` where only writing it anew would tell. */
export function textFor(dated: DatedText, asOf: string): string | undefined {
  if ('around' in dated) return asOf.length === dated.length ? dated.around.join(asOf) : undefined
  return dated.asOf === asOf ? dated.text : undefined
}
