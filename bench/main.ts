/** `npm run bench -- [parts]`: every part, or those that are named. */
import { writeFileSync } from 'node:fs'
import { startUp } from './start-up.ts'

const parts: Readonly<Record<string, () => string>> = { 'start-up': startUp }

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}`)
const measured = Object.entries(parts)
  .filter(([name]) => asked.length === 0 || asked.includes(name))
  .map(([, measure]) => measure())
console.log(measured.join('\n'))
writeFileSync(new URL('results.md', import.meta.url), measured.join('\n'))
