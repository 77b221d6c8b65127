import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { now } from '../../src/io/clock.ts'
import { writeFile } from '../../src/io/write-file.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'write-file-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const read = (name: string): string => readFileSync(join(cwd, name), 'utf8')

describe('writeFile', () => {
  it('writes texts and bytes, and leaves nothing else behind', () => {
    expect(writeFile('a.json', '{}\n', cwd)).toEqual({ ok: true, value: undefined })
    expect(writeFile(join(cwd, 'b.bin'), Uint8Array.of(104, 105))).toMatchObject({ ok: true })
    expect([read('a.json'), read('b.bin'), readdirSync(cwd)]).toEqual(['{}\n', 'hi', ['a.json', 'b.bin']])
  })

  it('replaces a file, and keeps its mode', () => {
    writeFileSync(join(cwd, 'a'), 'old, and longer')
    chmodSync(join(cwd, 'a'), 0o640)
    writeFile('a', 'new', cwd)
    expect([read('a'), statSync(join(cwd, 'a')).mode & 0o777]).toEqual(['new', 0o640])
  })

  it('writes through a link', () => {
    writeFileSync(join(cwd, 'target'), 'old')
    symlinkSync('target', join(cwd, 'link'))
    writeFile('link', 'new', cwd)
    expect([read('target'), lstatSync(join(cwd, 'link')).isSymbolicLink()]).toEqual(['new', true])
  })

  it('writes to a device', () => {
    expect(writeFile('/dev/null', 'x', cwd)).toMatchObject({ ok: true })
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it.each([
    ['a folder that is not there', 'no/a', /does not exist/],
    ['a folder', 'folder', /it is a folder/],
    ['a name with NUL', 'a\0b', /cannot be written/],
  ])('reports %s', (_, path, reason) => {
    mkdirSync(join(cwd, 'folder'))
    expect(writeFile(path, 'x', cwd)).toMatchObject({
      ok: false,
      problems: [
        { code: 'FILE_UNWRITABLE', message: expect.stringMatching(reason), hint: expect.stringContaining('folder') },
      ],
    })
    expect(readdirSync(cwd)).toEqual(['folder'])
  })
})

describe('now', () => {
  it('is the present', () => {
    expect(Math.abs(now() - Date.now())).toBeLessThan(1000)
  })
})
