import type { Format } from './format.ts'

/** What is no danger in JSON, but is on a terminal that shows it; a parser reads the escape as the same character. */
const unsafe = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu

/** The Report itself; a list of them where there are several. */
export const json: Format = {
  title: 'the Report, complete, as its schema says',
  mediaType: 'application/json',
  render: (reports) => {
    const text = JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)
    return `${text.replace(unsafe, escaped)}\n`
  },
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
