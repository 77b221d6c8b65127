/** Reads one plan in a process of its own, and prints what that took. */
import { importInfrastructure } from '../../src/import/index.ts'
import { readForeign } from '../../src/io/read-foreign.ts'

const [, , path = ''] = process.argv
const start = performance.now()
const before = process.cpuUsage()
const result = await readForeign(path, 'plan.json', (file) => importInfrastructure(file))
const ms = performance.now() - start
const { user, system } = process.cpuUsage(before)
if (!result.ok) throw new Error(result.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'))
const { resources, unmapped = [] } = result.value.value
const { maxRSS } = process.resourceUsage()
console.log(
  JSON.stringify({
    ms,
    cpu: (user + system) / 1000,
    rss: maxRSS * 1024,
    resources: resources.length,
    unmapped: unmapped.length,
  }),
)
