import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { assistantsFor } from '../../src/cli/assistants.ts'
import { look } from '../../src/cli/looking.ts'

// A thread reads the modules anew, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'douane-assistants-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('are none where one thread is asked for, or where files are few', () => {
  expect([assistantsFor(100_000, 1), assistantsFor(1999, 8)].map(({ lookers }) => lookers.length)).toEqual([0, 0])
})

it('look at files as the main thread does', async () => {
  const path = join(folder, 'a.json')
  writeFileSync(path, '{"kind":"Engagement"}')
  const files = Array.from({ length: 200 }, (_, at) => ({ shown: `${at}.json`, path }))
  const looking = () => ({ files, keyed: true, next: new Int32Array(new SharedArrayBuffer(4)) })
  const assistants = assistantsFor(2000, 2)
  const found = await assistants.lookers[0]?.(looking())
  expect(found).toEqual(look(looking()))
  assistants.end()
})
