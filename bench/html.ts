import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { readFiles } from '../src/io/read-files.ts'
import { readShipped } from '../src/io/shipped.ts'
import type { Report } from '../src/model/generated/report.ts'
import { check } from '../src/pipeline.ts'
import { render } from '../src/render/index.ts'
import { largeReport } from './large-report.ts'

const findings = 5000
const rounds = Number(process.env.BENCH_ROUNDS ?? 15)

/** The HTML of a report of 5,000 findings: time to render, size, and time to filter in the browser. */
export async function benchHtml(): Promise<string> {
  const large = largeReport(await reportOf('examples/image-generation-processor.yaml'), findings)
  const times: number[] = []
  let html = ''
  for (let round = 0; round < 5; round += 1) {
    const start = process.cpuUsage()
    html = await render([large], 'html')
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
  }
  return [
    '# HTML',
    '',
    `A report of ${findings.toLocaleString('en')} findings, most of them open, each on a subject of its own.`,
    '',
    '| | |',
    '|---|---|',
    `| rendering, the map included: first, and median of ${times.length} (processor time) | ${(times[0] ?? Number.NaN).toFixed(0)} ms, ${median(times).toFixed(0)} ms |`,
    `| size | ${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB |`,
    ...(await inBrowser(html)),
    '',
  ].join('\n')
}

async function reportOf(path: string): Promise<Report> {
  const [files, registry] = await Promise.all([path, 'examples/registry'].map((one) => readFiles([one], { cwd: '.' })))
  if (!files?.ok || !registry?.ok) throw new Error(`cannot read ${path}`)
  const sources = { files: files.value, registry: registry.value, rules: [], shipped: readShipped() }
  const { reports, problems } = await check(sources, { asOf: Date.UTC(2026, 10, 22) })
  const [report] = reports
  if (report === undefined) throw new Error(JSON.stringify(problems))
  return report
}

/** What is done in the browser, and what undoes it. */
const actions: Readonly<Record<string, readonly [string, string]>> = {
  'by outcome': ["tick('fail')", "tick('fail')"],
  'by rule': ["choose('rule', 3)", "choose('rule', 0)"],
  'by subject': ["choose('subject', 5)", "choose('subject', 0)"],
  'by words': ["search('number-7')", "search('')"],
}

const helpers = `
  const changed = (input) => input.dispatchEvent(new Event('input', { bubbles: true }))
  const tick = (value) => document.querySelector('input[value=' + value + ']').click()
  const choose = (name, at) => { const select = document.querySelector('select[name=' + name + ']'); select.selectedIndex = at; changed(select) }
  const search = (text) => { const input = document.querySelector('input[name=q]'); input.value = text; changed(input) }
  const timed = (act) => { const start = performance.now(); act(); const filtered = performance.now(); document.body.offsetHeight; return [filtered - start, performance.now() - start] }
`

async function inBrowser(html: string): Promise<readonly string[]> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(executablePath))
    throw new Error(`There is no Chromium at ${executablePath}: install it, or set CHROMIUM`)
  const folder = mkdtempSync(join(tmpdir(), 'douane-bench-'))
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    writeFileSync(join(folder, 'large.html'), html)
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
    await page.goto(`file://${join(folder, 'large.html')}`)
    await page.waitForTimeout(1500)
    const lines: string[] = []
    for (const [name, both] of Object.entries(actions)) lines.push(await timesOf(page, name, both))
    return lines
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

async function timesOf(page: Page, name: string, [act, undo]: readonly [string, string]): Promise<string> {
  const pairs = await page.evaluate<readonly [number, number][]>(
    `(() => { ${helpers}; const all = []; for (let round = 0; round < ${rounds}; round += 1) { all.push(timed(() => ${act})); ${undo}; document.body.offsetHeight } return all })()`,
  )
  const [script, whole] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
  const best = Math.min(...whole).toFixed(0)
  return `| filtering ${name}: script, and with layout (medians of ${rounds}; best) | ${median(script).toFixed(0)} ms, ${median(whole).toFixed(0)} ms; ${best} ms |`
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
