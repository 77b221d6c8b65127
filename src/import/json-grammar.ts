/** Where in the grammar of JSON a reader stands. */
export const state = {
  value: 0,
  firstItem: 1,
  firstKey: 2,
  key: 3,
  colon: 4,
  after: 5,
  text: 6,
  escape: 7,
  hex: 8,
  continuation: 9,
  minus: 10,
  zero: 11,
  integer: 12,
  point: 13,
  fraction: 14,
  exponent: 15,
  exponentSign: 16,
  exponentDigits: 17,
  word: 18,
  done: 19,
} as const

/** What the file lacks where something else stands, by state. */
export const expected: Readonly<Record<number, string>> = {
  [state.value]: 'a value',
  [state.firstItem]: 'a value or `]`',
  [state.firstKey]: 'a key in double quotes or `}`',
  [state.key]: 'a key in double quotes',
  [state.colon]: '`:`',
  [state.escape]: 'a character that can be escaped',
  [state.hex]: 'a hexadecimal digit',
  [state.minus]: 'a digit',
  [state.zero]: 'the end of a number that begins with 0',
  [state.point]: 'a digit',
  [state.exponent]: 'a digit or a sign',
  [state.exponentSign]: 'a digit',
  [state.word]: '`true`, `false` or `null`',
  [state.done]: 'the end of the file',
}

export const words = ['true', 'false', 'null'].map((word) => Buffer.from(word))

/** Bytes inside a text that need a closer look: quotes, backslashes, control characters and what is not ASCII. */
export const special = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === 0x22 || byte === 0x5c || byte > 0x7f ? 1 : 0,
)

/** UTF-8's byte order mark. */
export const mark = [0xef, 0xbb, 0xbf]

export const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

export const isHex = (byte: number): boolean =>
  isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)

/**
 * Of the first byte of a character that is not ASCII, by the table of well-formed sequences of Unicode: how many bytes the
 * character has (0: it begins none), and what the second of them may be.
 */
export function sequenceOf(lead: number): {
  readonly length: number
  readonly lowest: number
  readonly highest: number
} {
  return {
    length: lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0,
    lowest: lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80,
    highest: lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf,
  }
}
