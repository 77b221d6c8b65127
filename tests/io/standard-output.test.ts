import { spawnSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { StandardOutput } from '../../src/io/standard-output.ts'

const folder = mkdtempSync(join(tmpdir(), 'douane-output-'))
const path = join(folder, 'output')
afterEach(() => rmSync(path, { force: true }))

function stream() {
  const written: (string | Uint8Array)[] = []
  return {
    written,
    isTTY: true,
    columns: 80,
    writable: true,
    write(text: string | Uint8Array) {
      written.push(text)
      return false
    },
    once: () => undefined,
    off: () => undefined,
  }
}

it('writes a file without a stream', () => {
  const file = openSync(path, 'w')
  const output = new StandardOutput(
    file,
    () => {
      throw new Error('a stream was made')
    },
    () => undefined,
  )
  expect(output.write('é one\n')).toBe(true)
  expect(output.write('two\n')).toBe(true)
  expect(readFileSync(path, 'utf8')).toBe('é one\ntwo\n')
  expect([output.isTTY, output.columns, output.writable]).toEqual([false, undefined, true])
  closeSync(file)
})

it('writes the null device without a stream', () => {
  const file = openSync('/dev/null', 'w')
  const output = new StandardOutput(
    file,
    () => {
      throw new Error('a stream was made')
    },
    () => undefined,
  )
  expect(output.write('one\n')).toBe(true)
  expect([output.isTTY, output.columns, output.writable]).toEqual([false, undefined, true])
  closeSync(file)
})

it('goes on by a stream once there is one, in order', () => {
  const file = openSync(path, 'w')
  const later = stream()
  const output = new StandardOutput(
    file,
    () => later,
    () => undefined,
  )
  output.write('one\n')
  output.stream()
  expect(output.write('two\n')).toBe(false)
  expect(readFileSync(path, 'utf8')).toBe('one\n')
  expect(later.written.join('')).toBe('two\n')
  closeSync(file)
})

it('leaves to a stream what is neither a file nor a pipe', () => {
  const made = stream()
  const output = new StandardOutput(
    -1,
    () => made,
    () => undefined,
  )
  output.write('one\n')
  expect(made.written.join('')).toBe('one\n')
  expect([output.isTTY, output.columns]).toEqual([true, 80])
})

it('writes bytes without a stream, and gives a stream bytes of its own, as these are used again', () => {
  const file = openSync(path, 'w')
  const later = stream()
  const output = new StandardOutput(
    file,
    () => later,
    () => undefined,
  )
  const bytes = Buffer.from('one\n')
  expect(output.write(bytes)).toBe(true)
  output.stream()
  bytes.write('two')
  expect(output.write(bytes)).toBe(false)
  bytes.fill('?')
  expect(readFileSync(path, 'utf8')).toBe('one\n')
  expect(later.written.join('')).toBe('two\n')
  closeSync(file)
})

it.skipIf(process.platform === 'win32')('leaves to a stream what a full pipe does not take', () => {
  spawnSync('mkfifo', [path])
  const file = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  const later = stream()
  const output = new StandardOutput(
    file,
    () => later,
    () => undefined,
  )
  const bytes = Buffer.alloc(2 ** 21, 'x')
  expect(output.write(bytes)).toBe(false)
  bytes.fill('?')
  const rest = Buffer.from(later.written.join(''))
  expect([rest.length > 0, rest.length < bytes.length, rest.includes('?')]).toEqual([true, true, false])
  closeSync(file)
})

it('says what could not be written, once', () => {
  const codes: unknown[] = []
  closeSync(openSync(path, 'w'))
  const file = openSync(path, 'r')
  const output = new StandardOutput(file, stream, ({ code }) => codes.push(code))
  output.write('one\n')
  output.write('two\n')
  expect(codes).toEqual(['EBADF'])
  expect(output.writable).toBe(false)
  closeSync(file)
})
