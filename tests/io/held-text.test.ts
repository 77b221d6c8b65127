import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { heldText } from '../../src/io/held-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'douane-held-'))
afterAll(() => rmSync(folder, { recursive: true }))

const all = (held: ReturnType<typeof heldText>): string => {
  const text = held.read()
  if (!text.ok) throw new Error(text.problems[0]?.message)
  return [...text.value].map(String).join('')
}

it.each([
  ['fits into memory', 2 ** 20],
  ['goes to a file', 50_000],
  ['goes to a file part by part', 0],
])('gives back what %s, as it came, and leaves nothing behind', (_, most) => {
  const held = heldText(folder, most)
  const parts = Array.from({ length: 300 }, (_, at) => `${at} é ${'x'.repeat(at)}\n`)
  for (const [at, part] of parts.entries()) held.add(at % 2 === 0 ? part : Buffer.from(part))
  expect(readdirSync(folder)).toEqual([])
  expect(all(held)).toBe(parts.join(''))
  held.drop()
})

it('keeps bytes as they were, where their memory is used again', () => {
  const held = heldText(folder)
  const memory = Buffer.from('first ')
  held.add(memory)
  memory.write('second')
  held.add(memory)
  expect(all(held)).toBe('first second')
})

it('says what could not be kept', () => {
  const held = heldText(join(folder, 'missing'), 3)
  for (const part of ['one', 'two', 'three']) held.add(part)
  const text = held.read()
  held.drop()
  expect(text).toMatchObject({ ok: false, problems: [{ code: 'FILE_UNWRITABLE' }] })
  expect(text.ok ? '' : text.problems[0]?.message).toContain('it does not exist')
})
