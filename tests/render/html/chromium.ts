import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser that the page is tested in: Debian's, or the one that CHROMIUM names. */
export async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}: install it (Debian: apt-get install chromium), or set CHROMIUM`,
    )
  }
  return chromium.launch({ executablePath, args: quiet })
}

/** A page in a browser, with everything that it asked for, said and complained of. */
export type Opened = {
  readonly page: Page
  readonly requests: readonly string[]
  readonly complaints: readonly string[]
  readonly dialogs: readonly string[]
}

/** Files for a browser to open, which are deleted in the end. */
export function siteOf(browser: Browser) {
  const folder = mkdtempSync(join(tmpdir(), 'douane-page-'))
  const addresses = new Map<string, string>()
  return {
    add(name: string, html: string): void {
      const file = join(folder, `${name}.html`)
      writeFileSync(file, html)
      addresses.set(name, `file://${file}`)
    },
    async open(name: string, hash = '', options: BrowserContextOptions = {}): Promise<Opened> {
      const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })
      const page = await context.newPage()
      const address = addresses.get(name) ?? ''
      const [requests, complaints, dialogs]: string[][] = [[], [], []]
      page.on('request', (request) => {
        if (request.url().split('#')[0] !== address) requests?.push(request.url())
      })
      page.on('console', (message) => complaints?.push(message.text()))
      page.on('pageerror', (error) => complaints?.push(error.message))
      page.on('dialog', (dialog) => {
        dialogs?.push(dialog.message())
        void dialog.dismiss()
      })
      await page.goto(`${address}${hash}`)
      return { page, requests: requests ?? [], complaints: complaints ?? [], dialogs: dialogs ?? [] }
    },
    remove(): void {
      rmSync(folder, { recursive: true })
    },
  }
}
