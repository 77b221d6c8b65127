import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReadOptions, readFiles } from '../../src/io/read-files.ts'

let cwd = ''

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'read-files-'))
  for (const folder of ['apps/web', 'empty', 'apps/node_modules/x', '.hidden'])
    mkdirSync(join(cwd, folder), { recursive: true })
  const files = [
    'b.yaml',
    'a.yml',
    'c.json',
    '[id].yaml',
    'notes.txt',
    'apps/one.yaml',
    'apps/web/two.yaml',
    'apps/node_modules/x/no.yaml',
    '.hidden/no.yaml',
  ]
  for (const file of files) writeFileSync(join(cwd, file), `name: ${file}\n`)
  writeFileSync(join(cwd, 'large.bin'), Buffer.alloc(2000))
  symlinkSync(cwd, join(cwd, 'apps/loop'))
  symlinkSync(join(cwd, 'b.yaml'), join(cwd, 'apps/link.yaml'))
})
afterAll(() => rmSync(cwd, { recursive: true }))

async function pathsOf(patterns: readonly string[], options: ReadOptions = {}): Promise<readonly string[]> {
  const result = await readFiles(patterns, { cwd, limit: 1000, ...options })
  if (result.ok) return result.value.map(({ path }) => path)
  return result.problems.map(({ code, message, hint, at }) => `${code} ${at?.file} ${message} | ${hint}`)
}

describe('readFiles', () => {
  it.each([
    ['a file', ['b.yaml'], ['b.yaml']],
    ['files of any name, sorted, once', ['notes.txt', 'b.yaml', './b.yaml', 'a.yml'], ['a.yml', 'b.yaml', 'notes.txt']],
    ['an absolute path, shown relative', ['/b.yaml'], ['b.yaml']],
    ['a folder', ['apps'], ['apps/link.yaml', 'apps/one.yaml', 'apps/web/two.yaml']],
    [
      'the working directory',
      ['.'],
      ['[id].yaml', 'a.yml', 'apps/link.yaml', 'apps/one.yaml', 'apps/web/two.yaml', 'b.yaml', 'c.json'],
    ],
    ['a pattern', ['apps/**/*.yaml'], ['apps/link.yaml', 'apps/one.yaml', 'apps/web/two.yaml']],
    ['alternatives', ['{a,b}.{yml,yaml}'], ['a.yml', 'b.yaml']],
    ['an absolute pattern', ['/*.yml'], ['a.yml']],
    ['a name that looks like a pattern', ['[id].yaml'], ['[id].yaml']],
    [
      'overlapping patterns',
      ['*.json', 'c.json', '.'],
      ['[id].yaml', 'a.yml', 'apps/link.yaml', 'apps/one.yaml', 'apps/web/two.yaml', 'b.yaml', 'c.json'],
    ],
  ])('%s', async (_, patterns, paths) => {
    expect(await pathsOf(patterns.map((pattern) => (pattern.startsWith('/') ? cwd + pattern : pattern)))).toEqual(paths)
  })

  it('shows what is outside of the working directory by the way there', async () => {
    expect(await pathsOf(['../b.yaml'], { cwd: join(cwd, 'apps') })).toEqual(['../b.yaml'])
  })

  it('gives the bytes as they are', async () => {
    const result = await readFiles(['large.bin', 'b.yaml'], { cwd })
    expect(result.ok && result.value.map(({ bytes }) => bytes.length)).toEqual([13, 2000])
  })

  it.each([
    ['nothing', [], [/^NO_INPUT/]],
    ['a misspelt file', ['b.ymal'], [/^FILE_NOT_FOUND b.ymal There is no file "b.ymal" \| Did you mean "b.yaml"/]],
    ['a misspelt file in a folder', ['apps/onne.yaml'], [/^FILE_NOT_FOUND .*Did you mean "apps\/one.yaml"/]],
    ['a folder that is not there', ['nowhere/x.yaml'], [/^FILE_NOT_FOUND nowhere\/x.yaml .*Check the path/]],
    ['a file as a folder', ['b.yaml/x'], [/^FILE_NOT_FOUND/]],
    ['an empty folder', ['empty'], [/^FILE_NOT_FOUND empty There are no YAML or JSON files/]],
    ['a pattern that matches nothing', ['*.toml'], [/^FILE_NOT_FOUND \*.toml No file matches "\*.toml".*quotes/]],
    ['an empty name', [''], [/^FILE_NOT_FOUND .*empty/]],
    ['a name with NUL', ['a\0b'], [/^FILE_UNREADABLE/]],
    ['a name that acts on a terminal', ['\u001b31m'], [/^FILE_NOT_FOUND .*There is no file "\\u001b31m"/]],
    ['a large file', ['large.bin'], [/^FILE_TOO_LARGE large.bin .*1000 bytes/]],
    ['a device without end', ['/dev/zero'], [/^FILE_TOO_LARGE .*1000 bytes/]],
    ['all problems at once', ['x1', 'b.yaml', 'large.bin'], [/^FILE_TOO_LARGE large.bin/, /^FILE_NOT_FOUND x1/]],
  ])('refuses %s', async (_, patterns, expected) => {
    expect(await pathsOf(patterns)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)))
  })

  it('reads a pipe', async () => {
    const pipe = join(cwd, 'pipe')
    execFileSync('mkfifo', [pipe])
    execFileSync('sh', ['-c', '(printf "a: 1" > "$0") >/dev/null 2>&1 &', pipe])
    const result = await readFiles(['pipe'], { cwd })
    rmSync(pipe)
    expect(result.ok && new TextDecoder().decode(result.value[0]?.bytes)).toBe('a: 1')
  })
})

describe('standard input', () => {
  const stdin = (...parts: (string | Uint8Array)[]) => Readable.from(parts)

  it('is read once, under the name it is given', async () => {
    const options = { cwd, stdin: stdin('a:', Buffer.from(' 1\n')), stdinFilename: 'apps/x.json' }
    const result = await readFiles(['-', 'b.yaml', '-'], options)
    expect(result.ok && result.value.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([
      ['apps/x.json', 'a: 1\n'],
      ['b.yaml', 'name: b.yaml\n'],
    ])
  })

  it('is not read beyond the limit', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield 'x'.repeat(500)
      })(),
    )
    expect(await pathsOf(['-'], { stdin: endless })).toEqual([expect.stringMatching(/^FILE_TOO_LARGE stdin/)])
  })

  it('that fails is a problem, not an exception', async () => {
    const failing = new Readable({
      read() {
        this.destroy(new Error('gone'))
      },
    })
    expect(await pathsOf(['-'], { stdin: failing })).toEqual([expect.stringMatching(/^FILE_UNREADABLE stdin .*gone/)])
  })
})
