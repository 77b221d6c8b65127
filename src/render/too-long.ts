/** What `render` throws where a text would be longer than V8 keeps one: half a gigabyte. Nothing of it was written then. */
export class TooLong extends Error {
  readonly code = 'SIZE_LIMIT'
  readonly hint =
    'Ask for text without --quiet, which puts together what is alike, or describe the engagement in parts.'

  constructor(format: string) {
    super(`What there is to say in the format ${format} is longer than a text can be`)
  }
}

/** V8 says it with an error of no type of its own. */
export function isTooLong(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Invalid string length'
}
