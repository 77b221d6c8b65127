import { expect, it } from 'vitest'
import { progressOn } from '../../src/cli/progress.ts'
import { play } from './scenario.ts'

function said(of: number, isTTY: boolean): string {
  const parts: string[] = []
  const progress = progressOn({ stderr: { isTTY, write: (text) => parts.push(text) } })
  for (let done = 1; done <= of; done += 1) progress({ done, of })
  return parts.join('')
}

it('says on a terminal how far a check of many is, and leaves nothing behind', () => {
  const text = said(12, true)
  expect(text).toContain('\r11 of 12 engagements checked')
  expect(text.endsWith('\r\u001b[K')).toBe(true)
  expect(text).not.toContain('\n')
})

it('says what is done', () => {
  const parts: string[] = []
  progressOn({ stderr: { isTTY: true, write: (text) => parts.push(text) } }, 'rules measured')({ done: 3, of: 10 })
  expect(parts).toEqual(['\r3 of 10 rules measured'])
})

it.each([
  ['in a pipe', 12, false],
  ['of a few', 9, true],
  ['of none', 0, true],
])('says nothing %s', (_, of, isTTY) => {
  expect(said(of, isTTY)).toBe('')
})

it.each([
  ['a terminal', true, '\r9 of 10 engagements checked\r\u001b[K'],
  ['a pipe', false, ''],
])('is told while engagements are checked, on %s', async (_, terminal, end) => {
  const text = 'apiVersion: douane/v1\nkind: Engagement\nid: x\ntitle: X\ncontext: client-system\n'
  const files = Object.fromEntries(Array.from({ length: 10 }, (_one, index) => [`${index}.yaml`, text]))
  const { exit, stderr } = await play({ name: '', args: ['check', '.', '-q'], files, terminal, exit: 1 })
  expect(exit).toBe(1)
  expect(stderr.endsWith(end)).toBe(true)
  if (!terminal) expect(stderr).toBe('')
})
