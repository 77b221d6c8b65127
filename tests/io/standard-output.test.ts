import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { StandardOutput } from '../../src/io/standard-output.ts'

const folder = mkdtempSync(join(tmpdir(), 'douane-output-'))
const path = join(folder, 'output')
afterEach(() => rmSync(path, { force: true }))

function stream() {
  const written: string[] = []
  return {
    written,
    isTTY: true,
    columns: 80,
    writable: true,
    write(text: string | Uint8Array) {
      written.push(Buffer.from(text).toString())
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
  expect(later.written).toEqual(['two\n'])
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
  expect(made.written).toEqual(['one\n'])
  expect([output.isTTY, output.columns]).toEqual([true, 80])
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
