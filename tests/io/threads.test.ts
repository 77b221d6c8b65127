import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import type { Answer } from '../../src/batch/answer.ts'
import { ordered } from '../../src/batch/ordered.ts'
import { poolOf } from '../../src/batch/pool.ts'
import { startThread } from '../../src/io/threads.ts'
import type { SourceFile } from '../../src/model/location.ts'

const folder = mkdtempSync(join(tmpdir(), 'douane-threads-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Answers with the line and what it was started with; ends at lines that are told to. */
const module = join(folder, 'answers.mjs')
writeFileSync(
  module,
  `import { parentPort, workerData } from 'node:worker_threads'
  parentPort.on('message', ({ line, bytes }) => {
    const text = new TextDecoder().decode(bytes)
    if (text === 'exit') process.exit(3)
    if (text === 'throw') throw new Error('thrown')
    parentPort.postMessage({ written: [{ passed: true, parts: [workerData + line] }], problems: [] })
  })`,
)
const start = () => {
  const { ask, end } = startThread<SourceFile, Answer>(pathToFileURL(module), [], 'line ')
  return { answer: ask, end }
}

const fileOf = (text: string, line: number): SourceFile => ({ path: 'all.ndjson', line, bytes: Buffer.from(text) })

it('an answer that was given before the end counts, however the thread ends', async () => {
  for (const text of ['throw', 'exit']) {
    const { answer, end } = start()
    const asked = [answer(fileOf('', 1)), answer(fileOf('', 2)), answer(fileOf(text, 3)), answer(fileOf('', 4))]
    const found = await Promise.allSettled(asked)
    expect(found.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
    await expect(answer(fileOf('', 5))).rejects.toThrow(text === 'throw' ? 'thrown' : 'ended with 3')
    await end()
  }
})

it('a thread that ends takes its document with it, and no other', async () => {
  const texts = ['', 'exit', '', '', 'throw', 'exit', '', '']
  const files = texts.map((text, at) => fileOf(text, at + 1))
  const pool = poolOf(start, 2)
  const answers: Answer[] = []
  await ordered(files, { run: pool.answer, take: (answer) => void answers.push(answer), most: 8 })
  await pool.end()
  expect(answers.map(({ written, problems }) => written[0]?.parts[0] ?? problems[0]?.message)).toEqual([
    'line 1',
    'The check of this document ended before its time: its thread ended with 3',
    'line 3',
    'line 4',
    'The check of this document ended before its time: thrown',
    'The check of this document ended before its time: its thread ended with 3',
    'line 7',
    'line 8',
  ])
})
