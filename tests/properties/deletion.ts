import { describe, expect, it } from 'vitest'
import { valuesOf } from './domains.ts'
import { examples, examplePipeline as pipeline } from './examples.ts'
import { optionalKeys, replaced, without } from './keys.ts'
import { deletion, turned } from './laws.ts'
import { isValid } from './pipeline.ts'

const asOf = Date.parse('2026-11-22T12:00:00Z')

/** What deleting any one key shows, whatever it is stated to be afterwards. */
function violations(engagement: (typeof examples)[number]['engagement']) {
  const whole = pipeline.run(engagement, asOf)
  const seen = { keys: 0, refused: 0, values: 0, compared: 0, found: [] as string[] }
  if (whole.kind !== 'ran') return { ...seen, found: [`it is refused: ${whole.codes}`] }
  for (const key of optionalKeys(engagement)) {
    const at = key.path.join('.')
    const deleted = without(engagement, key.path)
    const before = isValid(deleted) ? pipeline.run(deleted, asOf) : undefined
    seen.keys++
    if (before?.kind !== 'ran') {
      seen.refused++
      continue
    }
    if (whole.verdict === 'fail' && before.verdict === 'pass') seen.found.push(`${at}: it passes without`)
    for (const value of valuesOf(engagement, key, pipeline.library)) {
      const other = replaced(engagement, key.path, value)
      seen.values++
      const after = isValid(other) ? pipeline.run(other, asOf) : undefined
      if (after?.kind !== 'ran') continue
      seen.compared++
      seen.found.push(
        ...turned(deletion, before, after, pipeline.plan).map((turn) => `${at}: ${JSON.stringify(value)}: ${turn}`),
      )
    }
  }
  return seen
}

/** The property on every second example: a file for each half, so that the two are tried at the same time. */
export function nothingHangsOnDeletion(half: 1 | 2): void {
  const these = examples.filter((_, at) => at % 2 === half - 1)
  describe.each(these)('after deleting any key of $path', ({ engagement }) => {
    it('what passes still does whatever the key says, and a check that fails does not pass', () => {
      const { found, keys, refused, values, compared } = violations(engagement)
      expect(found).toEqual([])
      expect(keys).toBeGreaterThan(10)
      expect(refused / keys).toBeLessThan(0.2)
      expect(compared / values).toBeGreaterThan(0.5)
    }, 120_000)
  })
}
