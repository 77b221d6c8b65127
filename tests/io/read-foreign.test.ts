import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readForeign } from '../../src/io/read-foreign.ts'
import { failed, ok } from '../../src/model/result.ts'

const folder = mkdtempSync(join(tmpdir(), 'douane-foreign-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'plan.json')
// Longer than the beginning, and than a part.
const text = 'abcdefghij'.repeat(150_000)
writeFileSync(path, text)

it('gives all of a file in parts, of which the first is its beginning', async () => {
  const read = await readForeign(path, 'plan.json', async ({ head, chunks }) => {
    const parts: Uint8Array[] = []
    for await (const part of chunks()) parts.push(part)
    expect(parts[0]).toBe(head)
    return ok(Buffer.concat(parts).toString())
  })
  expect(read).toEqual(ok(text))
})

const openNow = () => readdirSync('/proc/self/fd').length

it.runIf(process.platform === 'linux').each([
  ['is not recognised', path, async () => failed([])],
  ['is given up', path, async ({ chunks }: { chunks: () => AsyncIterable<Uint8Array> }) => firstOf(chunks())],
  ['fails to be read', path, () => Promise.reject(new Error('no more'))],
  ['is a folder', folder, async () => ok('')],
])('closes what %s', async (_, given, read) => {
  const before = openNow()
  for (let time = 0; time < 5; time++) await readForeign<string>(given, 'x', read).catch(() => undefined)
  expect(openNow()).toBe(before)
})

async function firstOf(chunks: AsyncIterable<Uint8Array>) {
  for await (const chunk of chunks) return ok(String(chunk.length))
  return ok('')
}
