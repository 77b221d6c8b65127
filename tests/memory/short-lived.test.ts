import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { descriptor } from '../../bench/descriptor.ts'
import { shippedFile } from '../setup/compiled.ts'

const script = fileURLToPath(new URL('kept.mjs', import.meta.url))
const library = new URL('../../dist/index.mjs', import.meta.url).href

it('keeps nothing of an engagement beyond the quick collections of V8', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--no-opt', script, library, fileURLToPath(shippedFile)],
    { input: JSON.stringify(descriptor(4)), encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  const { written, kept } = JSON.parse(stdout) as { readonly written: number; readonly kept: readonly number[] }
  expect(written).toBeGreaterThan(40_000)
  // The first ones leave what is the same for all, and now and then V8 begins to go through the whole heap.
  const [usual = Number.NaN] = kept
    .slice(20)
    .sort((one, other) => one - other)
    .slice(10)
  expect(usual).toBeLessThan(20 * 1024)
})
