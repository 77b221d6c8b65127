/** `npm run bench -- [parts]`: every part, or those that are named. */
import { cpus } from 'node:os'
import { built } from './built.ts'
import { benchHtml } from './html.ts'
import { benchPlans } from './plans/index.ts'
import { benchPortfolio } from './portfolio.ts'
import { writeSection } from './sections.ts'
import { startUp } from './start-up.ts'
import { benchVerdicts } from './verdicts/index.ts'

const machine = `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}.`

const parts: Readonly<Record<string, () => string | Promise<string>>> = {
  'start-up': startUp,
  verdicts: benchVerdicts,
  html: benchHtml,
  plans: benchPlans,
  growth: async () => (await built<typeof import('./growth.ts')>('bench/growth.ts')).benchGrowth(),
  portfolio: benchPortfolio,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}`)
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) writeSection(`${(await measure()).trimEnd()}\n\n${machine}\n`)
}
