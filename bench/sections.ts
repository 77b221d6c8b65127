import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const results = new URL('results.md', import.meta.url)

/** Prints a section of the results, and puts it into `results.md` in place of the one with its heading. */
export function writeSection(section: string): void {
  console.log(section)
  const [heading] = section.split('\n')
  const before = existsSync(results) ? readFileSync(results, 'utf8') : ''
  const sections = before.split(/^(?=# )/m).map((one) => one.trimEnd())
  const others = sections.filter((one) => one !== '')
  const place = others.findIndex((one) => one.split('\n')[0] === heading)
  const written = section.trimEnd()
  const all = place < 0 ? [...others, written] : others.map((one, at) => (at === place ? written : one))
  writeFileSync(results, `${all.join('\n\n')}\n`)
}
