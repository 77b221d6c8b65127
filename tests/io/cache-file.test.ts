import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCache } from '../../src/io/cache-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'douane-cache-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const now = Date.UTC(2026, 10, 22)
const day = 24 * 3600 * 1000
const path = (context = 'one'): string => join(folder, `${context}.cache`)

function put(
  texts: Readonly<Record<string, string>>,
  context = 'one',
  at = now,
  limits?: Parameters<typeof openCache>[3],
) {
  const cache = openCache(folder, context, at, limits)
  for (const [key, text] of Object.entries(texts)) cache.put(key, ['of', key], [Buffer.from(text)])
  cache.close()
}

function get(keys: readonly string[], context = 'one', at = now): readonly (string | undefined)[] {
  const cache = openCache(folder, context, at)
  const found = keys.map((key) => {
    const entry = cache.get(key)
    if (entry !== undefined) expect(entry.note).toEqual(['of', key])
    return entry?.bytes.toString()
  })
  cache.close()
  return found
}

it('gives back what was put, run after run, and leaves nothing else behind', () => {
  put({ a: 'one é', b: 'two' })
  put({ c: 'three' })
  put({ b: 'two again' })
  expect(get(['a', 'b', 'c', 'd'])).toEqual(['one é', 'two again', 'three', undefined])
  expect(readdirSync(folder)).toEqual(['one.cache'])
})

/** More than a block has. */
const long = 'long '.repeat(60_000)

it('keeps entries of several blocks apart, in whichever order they are asked for', () => {
  put({ a: 'one', b: long, c: 'two', d: long, e: 'three' })
  put({ f: 'four', c: 'two again' })
  const expected = { e: 'three', a: 'one', f: 'four', b: long, c: 'two again', d: long }
  expect(get(Object.keys(expected))).toEqual(Object.values(expected))
})

it('keeps contexts apart', () => {
  put({ a: 'one' }, 'one')
  put({ a: 'two' }, 'two')
  expect([...get(['a'], 'one'), ...get(['a'], 'two')]).toEqual(['one', 'two'])
})

it('does not write where there is nothing new', () => {
  put({ a: 'one' })
  const before = readFileSync(path())
  const { ino } = statSync(path())
  get(['a'])
  expect(statSync(path()).ino).toBe(ino)
  expect(readFileSync(path())).toEqual(before)
})

describe('a file that is damaged or another', () => {
  const length = (): number => statSync(path()).size
  it.each([
    ['is empty', () => writeFileSync(path(), '')],
    ['is no cache', () => writeFileSync(path(), 'x'.repeat(1000))],
    ['was cut off', () => truncateSync(path(), length() - 1)],
    ['lacks its beginning', () => writeFileSync(path(), readFileSync(path()).subarray(3))],
    ['has another index', () => flip(length() - 120)],
    ['has another text', () => flip(0)],
  ])('that %s counts as not there, and is replaced', (_, damage) => {
    put({ a: 'one', b: 'two' })
    damage()
    expect(get(['a'])).toEqual([undefined])
    put({ a: 'new' })
    expect(get(['a'])).toEqual(['new'])
  })

  it('of which one block is damaged still has the others', () => {
    put({ a: 'one', long, b: 'two' })
    flip(0)
    expect(get(['a', 'long', 'b'])).toEqual([undefined, undefined, 'two'])
    put({ c: 'three' })
    expect(get(['a', 'b', 'c'])).toEqual([undefined, 'two', 'three'])
  })

  function flip(at: number): void {
    const bytes = readFileSync(path())
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path(), bytes)
  }
})

it('of two runs at once the last one to end is kept, whole', () => {
  const [one, two] = [openCache(folder, 'one', now), openCache(folder, 'one', now)]
  one.put('a', ['of', 'a'], [Buffer.from('by '), Buffer.from('one')])
  two.put('b', ['of', 'b'], [Buffer.from('by two')])
  one.close()
  expect(get(['a'])).toEqual(['by one'])
  two.close()
  expect(get(['a', 'b'])).toEqual([undefined, 'by two'])
})

it('forgets what nobody asked for in sixty days', () => {
  put({ a: 'one', b: 'two' }, 'one', now)
  const later = openCache(folder, 'one', now + 61 * day)
  expect(later.get('b')?.bytes.toString()).toBe('two')
  later.put('c', ['of', 'c'], [Buffer.from('three')])
  later.close()
  expect(get(['a', 'b', 'c'])).toEqual([undefined, 'two', 'three'])
})

it('keeps the last ones that were asked for, where there is no room for all', () => {
  const limits = { bytes: 20, folder: 10_000, age: 60 * day }
  put({ a: '12345678' }, 'one', now, limits)
  put({ b: '12345678' }, 'one', now + day, limits)
  put({ c: '12345678' }, 'one', now + 2 * day, limits)
  expect(get(['a', 'b', 'c'])).toEqual([undefined, '12345678', '12345678'])
})

it('writes no more than there is room for', () => {
  put({ a: '12345678', b: '12345678', c: '12345678' }, 'one', now, { bytes: 20, folder: 10_000, age: day })
  expect(get(['a', 'b', 'c'])).toEqual(['12345678', '12345678', undefined])
})

it('removes other contexts by age and for room, and what a run left half written', () => {
  put({ a: 'one' }, 'old')
  put({ a: 'one' }, 'recent')
  writeFileSync(join(folder, '.0123456789abcdef.tmp'), 'half')
  writeFileSync(join(folder, 'mine.txt'), 'not ours')
  const long = new Date(now - 61 * day)
  for (const name of ['old.cache', '.0123456789abcdef.tmp', 'mine.txt']) utimesSync(join(folder, name), long, long)
  utimesSync(path('recent'), new Date(now), new Date(now))
  put({ a: 'one' }, 'one')
  expect(readdirSync(folder).sort()).toEqual(['mine.txt', 'one.cache', 'recent.cache'])
  put({ b: 'one' }, 'one', now, { bytes: 1000, folder: 10, age: 60 * day })
  expect(existsSync(path('recent'))).toBe(false)
})
