import type { Diagnostic } from '../model/diagnostic.ts'

/** What is told where a text would be longer than V8 keeps one, half a gigabyte; its error has no type of its own. */
export function tooLong(error: unknown): Diagnostic | undefined {
  if (!(error instanceof RangeError) || error.message !== 'Invalid string length') return undefined
  return {
    code: 'SIZE_LIMIT',
    message: 'What there is to say is longer than a text can be',
    hint: 'Ask for text without --quiet, which puts together what is alike, or describe the engagement in parts.',
  }
}
