/** The page in a real browser: read, filtered, searched, followed, printed, by mouse, keyboard and assistive technology. */
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largeReport } from '../../../bench/large-report.ts'
import type { Report } from '../../../src/model/generated/report.ts'
import { render } from '../../../src/render/index.ts'
import { checkFile, example, variant } from '../../examples/checking.ts'
import { launch, siteOf } from './chromium.ts'
import { hostile, nasty } from './hostile.ts'

async function reportOf(file: Parameters<typeof checkFile>[0]): Promise<Report> {
  const { report, problems } = await checkFile(file)
  if (report === undefined) throw new Error(JSON.stringify(problems))
  return report
}

const desk = await reportOf(example('internal-support-desk'))
const studio = await reportOf(example('image-generation-processor'))
const support = await reportOf(example('portal-remote-support'))
const passing = await reportOf(example('email-uk-relay'))

let browser: Browser
let site: ReturnType<typeof siteOf>

beforeAll(async () => {
  browser = await launch()
  site = siteOf(browser)
  site.add('desk', await render([desk], 'html'))
  site.add('studio', await render([studio], 'html'))
  site.add('support', await render([support], 'html'))
  site.add('both', await render([passing, desk], 'html'))
})
afterAll(async () => {
  await browser?.close()
  site?.remove()
})

/** The page answers events in its own time, and a busy machine takes longer. */
const soon = <T>(seen: () => Promise<T>) => expect.poll(seen, { timeout: 10_000 })
const shown = (page: Page) => page.locator('.report:not([hidden]) .list .row:not([hidden])')
const status = (page: Page) => page.locator('.report:not([hidden]) [role=status]')
const countOf = (report: Report, wanted: (finding: Report['findings'][number]) => boolean): number =>
  report.findings.filter(wanted).length

describe('a finding', () => {
  it('opens to its conditions, facts, line, source and remedy', async () => {
    const { page, complaints } = await site.open('desk')
    const first = page.locator('details.finding').first()
    expect(await first.locator('.message').isVisible()).toBe(false)
    await first.locator('summary').click()
    await first.locator('.conditions').waitFor()
    const [finding] = desk.findings
    if (finding === undefined) throw new Error('there is no finding')
    const text = await first.innerText()
    for (const part of [
      finding.message,
      finding.remedy,
      'It requires',
      'Facts',
      'The way of the data',
      `:${finding.at.line}`,
    ]) {
      expect(text).toContain(part)
    }
    expect(await first.locator('.frame mark').innerText()).toContain(String(finding.at.line))
    await soon(() => first.locator('.conditions .leaf').count()).toBeGreaterThan(0)
    for (const { label } of finding.facts) expect(text).toContain(label)
    expect(complaints).toEqual([])
  })

  it('shows the way of its data on the map', async () => {
    const { page } = await site.open('desk')
    const first = page.locator('details.finding').first()
    await first.locator('summary').click()
    await first.getByRole('button', { name: 'Show on the map' }).click()
    const steps = desk.findings[0]?.path?.steps ?? []
    for (const { node } of steps) {
      const drawn = page.locator(`svg [data-node="${node}"]`)
      if ((await drawn.count()) > 0) expect(await drawn.first().getAttribute('class')).toContain('on-path')
    }
    const flows = steps.flatMap(({ flow }) => (flow === undefined ? [] : [flow]))
    expect(flows.length).toBeGreaterThan(1)
    for (const flow of flows)
      await soon(() => page.locator(`svg [data-flow="${flow}"].on-path`).count()).toBeGreaterThan(0)
    await soon(() => page.locator('svg.has-path').count()).toBe(1)
    await soon(() => page.locator('.data-map-view:focus').count()).toBe(1)
    await first.locator('summary').click()
    await soon(() => page.locator('svg.has-path, svg .on-path').count()).toBe(0)
  })

  it('has an address of its own, which shows it whatever is filtered', async () => {
    const last = desk.findings.at(-1)
    const { page } = await site.open('desk', `#finding-${last?.id}`)
    const row = page.locator(`[id="finding-${last?.id}"]`)
    await soon(() => row.locator('details').getAttribute('open')).not.toBeNull()
    await soon(() => row.locator('.conditions, table').count()).toBeGreaterThan(0)
  })
})

describe('filters', () => {
  it('narrow by outcome, and stand in the address', async () => {
    const { page } = await site.open('studio')
    await page.getByRole('checkbox', { name: /Failed/ }).check()
    const failed = countOf(studio, ({ outcome }) => outcome === 'fail')
    await soon(() => shown(page).count()).toBe(failed)
    await soon(() => status(page).innerText()).toBe(`${failed} of ${studio.findings.length} findings`)
    expect(new URL(page.url()).hash).toBe('#outcome=fail')
    await page.getByRole('checkbox', { name: /Unknown/ }).check()
    await soon(() => shown(page).count()).toBe(countOf(studio, ({ outcome }) => outcome !== 'pass'))
  })

  it.each(['pack', 'rule', 'control', 'subject', 'source'])(
    'narrow by %s to as many as its option says',
    async (name) => {
      const { page } = await site.open('studio')
      const select = page.locator(`select[name=${name}]`)
      const option = select.locator('option').nth(1)
      const [value, label] = [await option.getAttribute('value'), await option.textContent()]
      await select.selectOption(value)
      const wanted = Number(/\((\d+)\)$/.exec(label ?? '')?.[1])
      expect(wanted).toBeGreaterThan(0)
      await soon(() => shown(page).count()).toBe(wanted)
      expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name)).toBe(value)
    },
  )

  it('are restored from the address', async () => {
    const rule = studio.findings[0]?.rule ?? ''
    const { page } = await site.open('studio', `#outcome=fail&rule=${encodeURIComponent(rule)}`)
    const wanted = countOf(studio, (one) => one.outcome === 'fail' && one.rule === rule)
    await soon(() => shown(page).count()).toBe(wanted)
    expect(await page.locator('select[name=rule]').inputValue()).toBe(rule)
    expect(await page.getByRole('checkbox', { name: /Failed/ }).isChecked()).toBe(true)
  })

  it('go back with the back button', async () => {
    const { page } = await site.open('studio')
    await page.getByRole('checkbox', { name: /Passed/ }).check()
    await page.locator('select[name=pack]').selectOption('transfers')
    await page.goBack()
    await soon(() => shown(page).count()).toBe(countOf(studio, ({ outcome }) => outcome === 'pass'))
    await page.goBack()
    await soon(() => shown(page).count()).toBe(studio.findings.length)
    await page.goForward()
    expect(await page.getByRole('checkbox', { name: /Passed/ }).isChecked()).toBe(true)
  })

  it('search for every word, and say so where nothing is found', async () => {
    const { page } = await site.open('studio')
    const search = page.getByRole('searchbox', { name: 'Search' })
    await search.fill('DELETION choice')
    await soon(() => shown(page).count()).toBeLessThan(studio.findings.length)
    const found = await shown(page).allInnerTexts()
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(studio.findings.length)
    expect(new URL(page.url()).hash).toBe('#q=DELETION+choice')
    await search.fill('nothing has these words')
    expect(await page.locator('.no-match').isVisible()).toBe(true)
    expect(await status(page).innerText()).toContain('0 of')
    await page.locator('.no-match').getByRole('button', { name: 'Clear the filter' }).click()
    await soon(() => shown(page).count()).toBe(studio.findings.length)
    expect(await search.inputValue()).toBe('')
  })

  it('are reached from what there is to do, and from a control', async () => {
    const { page } = await site.open('studio')
    await page.locator('.to-do a').nth(1).click()
    await soon(() => shown(page).count()).toBe(studio.toDo[1]?.findings.length)
    const control = studio.controls.find(({ outcomes }) => outcomes.unknown > 0)
    await page.locator(`[id="control-${control?.id}"] > .counts a`, { hasText: 'unknown' }).click()
    await soon(() => shown(page).count()).toBe(control?.outcomes.unknown)
    await soon(() => page.locator('h2:focus').innerText()).toContain('Findings')
  })
})

describe('several reports', () => {
  it('are shown one at a time, each with its own findings and filter', async () => {
    const { page } = await site.open('both')
    await soon(() => page.locator('.overview tbody tr').count()).toBe(2)
    await soon(() => page.locator('.report:not([hidden])').count()).toBe(1)
    await page.getByRole('link', { name: desk.engagement.title, exact: true }).click()
    await soon(() => page.locator('.report:not([hidden]) h1').innerText()).toBe(desk.engagement.title)
    await page.getByRole('checkbox', { name: /Failed/ }).check()
    await soon(() => shown(page).count()).toBe(countOf(desk, ({ outcome }) => outcome === 'fail'))
    expect(new URL(page.url()).hash).toBe('#report=2&outcome=fail')
    const again = await site.open('both', '#report=2&outcome=fail')
    await soon(() => shown(again.page).count()).toBe(countOf(desk, ({ outcome }) => outcome === 'fail'))
  })

  it('have no id twice', async () => {
    const { page } = await site.open('both')
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id))
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })
})

describe('anybody', () => {
  it('can do everything with the keyboard alone', async () => {
    const { page } = await site.open('desk')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Skip to the report')
    await page.keyboard.press('Enter')
    const reach = async (selector: string, limit = 80): Promise<void> => {
      for (let pressed = 0; pressed < limit; pressed += 1) {
        await page.keyboard.press('Tab')
        if ((await page.locator(`${selector}:focus`).count()) > 0) return
      }
      throw new Error(`${selector} is not reached`)
    }
    await reach('input[name=q]')
    await page.keyboard.type('cloud')
    await reach('input[name=outcome]')
    await page.keyboard.press('Space')
    const found = await shown(page).count()
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(desk.findings.length)
    await reach('details.finding > summary')
    await page.keyboard.press('Enter')
    await page.locator('details.finding[open] .conditions').waitFor()
    await soon(() => page.locator('details.finding[open]').count()).toBe(1)
    await reach('.show-path')
    await page.keyboard.press('Enter')
    await page.locator('svg.has-path').waitFor()
  })

  it('chooses light or dark, which begins as the system has it', async () => {
    const { page } = await site.open('desk', '', { colorScheme: 'dark' })
    const ground = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const dark = await ground()
    await page.getByRole('button', { name: 'Light colours' }).click()
    const light = await ground()
    expect(light).toBe('rgb(255, 255, 255)')
    expect(dark).not.toBe(light)
    await page.getByRole('button', { name: 'Dark colours' }).click()
    expect(await ground()).toBe(dark)
  })

  it.each(['light', 'dark'] as const)(
    'meets no barrier that axe knows, in %s',
    async (colorScheme) => {
      const { page } = await site.open('support', '#outcome=fail', { colorScheme })
      for (const summary of await page.locator('details.finding > summary').all()) {
        if (!(await summary.isVisible())) continue
        await summary.click()
        break
      }
      await page.locator('tr.detail summary:visible').first().click()
      await page.evaluate(axe.source)
      const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
        'axe.run(document).then((result) => result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, failureSummary })) })))',
      )
      expect(violations).toEqual([])
    },
    120_000,
  )

  it('reads what was found without a script', async () => {
    const { page } = await site.open('desk', '', { javaScriptEnabled: false })
    const first = page.locator('details.finding').first()
    await first.locator('summary').click()
    expect(await first.innerText()).toContain(desk.findings[0]?.remedy)
    await soon(() => page.locator('form').count()).toBe(0)
  })

  it('prints it, with what is open unfolded', async () => {
    const { page } = await site.open('desk')
    const pdf = await page.pdf()
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(20_000)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.locator('.toolbar').isVisible()).toBe(false)
    expect(await page.locator('details.finding.fail .message').first().isVisible()).toBe(true)
    expect(await page.locator('details.finding.pass .where').first().isVisible()).toBe(false)
    expect(await page.locator('.digests code').first().isVisible()).toBe(true)
  })
})

describe('safety', () => {
  it('asks for nothing', async () => {
    const { page, requests, complaints } = await site.open('studio')
    await page.locator('details.finding > summary').first().click()
    expect(requests.filter((address) => address !== 'data:,')).toEqual([])
    expect(complaints).toEqual([])
  })

  it('shows hostile texts of a report as texts', async () => {
    site.add('hostile', await render([hostile(studio)], 'html'))
    const { page, dialogs, requests, complaints } = await site.open('hostile')
    await soon(() => page.locator('script').count()).toBe(2)
    await soon(() => page.locator('img, iframe, object, textarea').count()).toBe(0)
    expect(await page.locator('h1').innerText()).toContain('<script>alert(1)</script><img src=x onerror=alert(2)>')
    expect(await page.locator('h1').innerText()).toContain('\\u202egnp.exe')
    await page.locator('details.finding > summary').first().click()
    const opened = page.locator('details.finding[open]')
    expect(await opened.locator('.conditions').innerText()).toContain('<script>')
    expect(await opened.innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u2028\u2029]/)
    expect([dialogs, requests.filter((address) => address !== 'data:,'), complaints]).toEqual([[], [], []])
  })

  it('shows hostile texts of a descriptor as texts', async () => {
    const file = variant('brochure-site', (engagement) => {
      engagement.title = nasty as never
      for (const party of engagement.parties ?? []) party.name = `Voorbeeld ${nasty}` as never
    })
    const report = await reportOf(file)
    site.add('descriptor', await render([report], 'html'))
    const { page, dialogs } = await site.open('descriptor')
    await soon(() => page.locator('script').count()).toBe(2)
    expect(await page.locator('h1').innerText()).toContain('<script>alert(1)</script>')
    expect(dialogs).toEqual([])
  })
})

describe('5,000 findings', () => {
  it('are filtered, searched and opened', async () => {
    const large = largeReport(studio, 5000)
    site.add('large', await render([large], 'html'))
    const { page, complaints } = await site.open('large')
    await soon(() => shown(page).count()).toBe(5000)
    await page.getByRole('checkbox', { name: /Failed/ }).check()
    await soon(() => shown(page).count()).toBe(countOf(large, ({ outcome }) => outcome === 'fail'))
    await page.getByRole('searchbox', { name: 'Search' }).fill('number-7')
    const found = await shown(page).count()
    expect(found).toBe(countOf(large, (one) => one.outcome === 'fail' && one.subject.label.endsWith('number-7')))
    await shown(page).last().locator('summary').click()
    await soon(() => page.locator('details.finding[open] .conditions').count()).toBe(1)
    expect(complaints).toEqual([])
  })
})
