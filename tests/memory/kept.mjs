// node --expose-gc kept.mjs <the library> <what is shipped>, with an engagement as JSON on standard input: prints how many
// bytes each of 40 checks of it leaves in use after collections that only look at what was just made.
import { readFileSync } from 'node:fs'

const [library, shipped] = process.argv.slice(2)
const { checkAll, render } = await import(library)
const sources = { files: [], registry: [], rules: [], shipped: JSON.parse(readFileSync(shipped, 'utf8')) }
const engagement = JSON.parse(readFileSync(0, 'utf8'))

/** Twice: what survives the first collection is looked at once more. What waits in the loop is not done with. */
async function inUse() {
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    globalThis.gc({ type: 'minor' })
  }
  return process.memoryUsage().heapUsed
}

/** Whoever still holds what came of an engagement holds what came of nothing after the next one. */
function* files() {
  for (let line = 1; ; line += 1) {
    yield { path: 'portfolio.jsonl', line, bytes: Buffer.from(JSON.stringify({ ...engagement, id: `number-${line}` })) }
    yield { path: 'portfolio.jsonl', line, bytes: Buffer.from('{}') }
  }
}

const checked = checkAll(files(), sources, { asOf: Date.parse('2026-06-01T00:00:00Z') })

async function writeNext() {
  const { value } = await checked.next()
  return (await render(value.reports, 'text', { color: false, width: 80, quiet: true })).length
}

const kept = []
let written = 0
while (kept.length < 40) {
  const before = await inUse()
  written += await writeNext()
  await checked.next()
  kept.push((await inUse()) - before)
}
process.stdout.write(JSON.stringify({ written, kept }))
