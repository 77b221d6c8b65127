import { expect, it } from 'vitest'
import { changesBetween, changesText } from '../../src/batch/changes.ts'
import { report, rightModule, unknownRoles, wrongModule } from '../settle/sample.ts'

it('says what is new, what is gone and how much stays', () => {
  const before = report([rightModule, wrongModule])
  const now = report([rightModule, wrongModule, unknownRoles])
  const added = changesBetween(before, now)
  expect(added.added.length).toBeGreaterThan(0)
  expect(added.added.every(({ outcome }) => outcome === 'unknown')).toBe(true)
  expect(added.fixed).toEqual([])
  const fixed = changesBetween(now, before)
  expect([fixed.fixed.length, fixed.added.length, fixed.still]).toEqual([added.added.length, 0, added.still])
  expect(changesText(now, added)).toMatch(/\n {2}\+ .*: unknown /)
  expect(changesText(before, fixed)).toMatch(/\n {2}- .*: unknown /)
})

it('calls everything that is open new where it was never checked', () => {
  const now = report([wrongModule])
  expect(changesBetween(undefined, now)).toMatchObject({ fixed: [], still: 0 })
})
