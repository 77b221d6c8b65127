import { once } from '../model/once.ts'
import type { Render } from './format.ts'

/** What is no danger in JSON, but is on a terminal that shows it; a parser reads the escape as the same character. */
const unsafe = once(() => /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu)

/**
 * A stream of JSON documents, one for each engagement: the Report itself, indented, where there is one; one Report a
 * line, as JSON Lines has it, where there are several.
 */
export const json: Render = (reports) => {
  const indent = reports.length === 1 ? 2 : 0
  return reports.map((report) => asJson(report, indent)).join('')
}

/** JSON that is safe to show, with a line break at its end. */
export function asJson(value: unknown, indent = 2): string {
  return `${JSON.stringify(value, null, indent).replace(unsafe(), escaped)}\n`
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
