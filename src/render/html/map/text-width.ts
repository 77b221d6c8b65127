import { harmless } from '../../../text/harmless.ts'

/**
 * Widths of Helvetica's characters in thousandths of an em (Adobe's metrics; Arial and Liberation Sans have the same),
 * by their first character: nothing is measured, so that a layout is the same on every machine.
 */
const widths: readonly (readonly [string, number])[] = [
  ["'", 191],
  ['ijl', 222],
  ['|', 260],
  [' !,./:;I[\\]ft·', 278],
  ['()-`r', 333],
  ['{}', 334],
  ['"', 355],
  ['*', 389],
  ['^', 469],
  ['Jcksvxyz', 500],
  ['#$0123456789?L_abdeghnopqu€', 556],
  ['+<=>~', 584],
  ['FTZ', 611],
  ['&ABEKPSVXY', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['Mm', 833],
  ['%', 889],
  ['W…→', 1000],
  ['@', 1015],
]
const widthOfCharacter = new Map(widths.flatMap(([all, width]) => [...all].map((one) => [one, width] as const)))

/** Bold letters are wider. */
const bolder = 1.07

export type Style = { readonly size: number; readonly bold?: boolean }

/** How wide a text is in Helvetica, in pixels. Where another font is used, `textLength` makes it as wide. */
export function widthOf(text: string, { size, bold }: Style): number {
  let thousandths = 0
  for (const character of text) thousandths += widthOfCharacter.get(character) ?? other(character)
  return Math.ceil((thousandths / 1000) * size * (bold === true ? bolder : 1))
}

/** Letters with accents are as wide as plain ones; ideographs and what is not known take a whole em, emoji more. */
function other(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x250) {
    const plain = character.normalize('NFD')[0] ?? ''
    return widthOfCharacter.get(plain) ?? 833
  }
  return code > 0xffff ? 1400 : 1000
}

/** The start of a text that is as wide as there is room, with an ellipsis where something was cut. Always harmless. */
export function fitted(text: string, room: number, style: Style): string {
  const whole = harmless(text)
  if (widthOf(whole.slice(0, 400), style) <= room && whole.length <= 400) return whole
  let kept = ''
  for (const character of whole) {
    if (widthOf(`${kept}${character}…`, style) > room) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** A text on at most so many lines, broken at spaces and after hyphens where that is possible; the last one is cut. */
export function wrapped(text: string, room: number, style: Style, most: number): readonly string[] {
  const lines: string[] = []
  let rest = harmless(text)
  while (lines.length < most - 1 && widthOf(rest.slice(0, 400), style) > room) {
    const at = breakOf(rest, room, style)
    lines.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...lines, fitted(rest, room, style)]
}

/** Where a line ends: at the last space or hyphen that fits, or at the last character that does. */
function breakOf(text: string, room: number, style: Style): number {
  let good = 0
  let at = 0
  for (const character of text) {
    if (widthOf(text.slice(0, at) + character, style) > room) break
    at += character.length
    if (/[\s\-/,:_]/.test(character)) good = at
  }
  return good > 0 ? good : Math.max(at, 1)
}
