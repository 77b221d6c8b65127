import type { Collected } from './collected.ts'

/** The same text, once in memory. */
export function once({ texts }: Collected, text: string): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  texts.set(text, text)
  return text
}
