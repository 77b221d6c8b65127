import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderHasFiles, isFile, writeNewFiles } from '../../src/io/new-files.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'new-files-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

const read = (name: string): string => readFileSync(join(cwd, name), 'utf8')

describe('new files', () => {
  it('are written with their folders', () => {
    expect(writeNewFiles([{ path: 'rules/house/pack.yaml', text: 'a\n' }], cwd, false).ok).toBe(true)
    expect(read('rules/house/pack.yaml')).toBe('a\n')
  })

  it('are not written, not one of them, where one is there already', () => {
    writeFileSync(join(cwd, 'b.yaml'), 'mine')
    const drafts = ['a.yaml', 'b.yaml'].map((path) => ({ path, text: 'new' }))
    const written = writeNewFiles(drafts, cwd, false)
    expect(written).toMatchObject({ problems: [{ code: 'FILE_EXISTS', at: { file: 'b.yaml' } }] })
    expect(isFile('a.yaml', cwd)).toBe(false)
    expect(read('b.yaml')).toBe('mine')
    expect(writeNewFiles(drafts, cwd, true).ok).toBe(true)
    expect(read('b.yaml')).toBe('new')
  })

  it('are refused where a folder cannot be made', () => {
    writeFileSync(join(cwd, 'rules'), 'a file')
    const written = writeNewFiles([{ path: 'rules/a.yaml', text: 'new' }], cwd, false)
    expect(written).toMatchObject({ problems: [{ code: 'FILE_UNWRITABLE', at: { file: 'rules/a.yaml' } }] })
  })
})

it('tells a folder that holds something from one that does not', () => {
  mkdirSync(join(cwd, 'empty'))
  expect(['empty', 'missing', '.'].map((path) => folderHasFiles(path, cwd))).toEqual([false, false, true])
  expect(['empty', 'missing'].map((path) => isFile(path, cwd))).toEqual([false, false])
})
