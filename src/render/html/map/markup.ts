import { harmless } from '../../../text/harmless.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Any text as text, in XML and in HTML: nothing in it is markup, acts, or hides. */
export const escaped = (text: string): string =>
  // The last two of each plane are no characters, and XML may not hold the first pair of them.
  harmless(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** Lines for a tooltip. */
export const titled = (lines: readonly string[]): string =>
  `<title>${lines.map((line) => escaped(line)).join('\n')}</title>`

/** At most two decimals, and no zeros at the end. */
export const px = (value: number): string => String(Math.round(value * 100) / 100)
