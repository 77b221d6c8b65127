import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { keyOf } from '../../src/batch/key.ts'
import { type Looking, look, lookAtAll } from '../../src/cli/looking.ts'

const folder = mkdtempSync(join(tmpdir(), 'douane-looking-'))
afterAll(() => rmSync(folder, { recursive: true }))

const texts: Readonly<Record<string, string>> = {
  'a.yaml': 'kind: Engagement\nid: a\n',
  'b.json': '{"id":"b","kind" : "Engagement"}',
  // Longer than what is read at once, and said at its end.
  'c.yaml': `id: c\n${'# long\n'.repeat(50_000)}kind:  'Engagement'\n`,
  'd.yaml': 'kind: Provider\n# kinds of Engagement\n',
  'e.yaml': `notes: ${' '.repeat(30)}mankind: Engagement of all\n`,
}
for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
const names = ['a.yaml', 'b.json', 'd.yaml', 'e.yaml', 'missing.yaml']
/** Each of them many times, under names of their own, and the long one once. */
const files = Array.from({ length: 4200 }, (_, at) => {
  const name = at === 3000 ? 'c.yaml' : (names[at % names.length] ?? '')
  return { shown: `${at}-${name}`, path: join(folder, name) }
})

const expected = files.map(({ shown }) => {
  const name = shown.slice(shown.indexOf('-') + 1)
  const text = texts[name]
  if (text === undefined) return 'FILE_UNREADABLE'
  return name < 'd' ? keyOf({ path: shown, bytes: Buffer.from(text) }) : `shared ${shown} ${text}`
})

async function told(...helpers: Parameters<typeof lookAtAll>[2]) {
  return (await lookAtAll(files, true, helpers)).map((one) => {
    if ('problems' in one) return one.problems.map(({ code }) => code).join()
    return 'shared' in one ? `shared ${one.shared.path} ${Buffer.from(one.shared.bytes)}` : one.key
  })
}

it('tells engagements by their keys, what serves all, and what cannot be read', async () => {
  expect(await told()).toEqual(expected)
})

it('tells the same where another thread helps, and where it ends and takes what it found with it', async () => {
  let helped = 0
  const helping = async (looking: Looking) => {
    const found = look({ ...looking, files: looking.files.slice(0, 1280) })
    helped = found.size
    return found
  }
  expect(await told(helping)).toEqual(expected)
  expect(helped).toBe(10)
  const dying = async ({ next }: Looking) => {
    Atomics.add(next, 0, 3)
    return new Map()
  }
  expect(await told(dying)).toEqual(expected)
})

it('has no keys where none are asked for', async () => {
  expect(await lookAtAll(files.slice(0, 1), false, [])).toEqual([{ key: undefined }])
})
