import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DatedText, datedText, dateIn, keptText } from '../../src/batch/dated-text.ts'

const instants = fc
  .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2060, 0) })
  .map((time) => new Date(time).toISOString().replace('.000Z', 'Z'))
const pieces = fc.array(fc.constantFrom('a', 'é', '\n', '2026-11-22T00:00:00Z', ' as of ', 'Z'), { maxLength: 6 })

/** What is kept of a text, for an as-of. */
function textFor(dated: DatedText, asOf: string): string | undefined {
  const { kept, bytes } = keptText(dated)
  return dateIn(bytes, kept, asOf) ? bytes.toString() : undefined
}

it('is for another as-of what writing it anew would give', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        pieces.map((list) => list.join('')),
        { minLength: 1 },
      ),
      instants,
      instants,
      async (around, asOf, other) => {
        const write = async (instant: string): Promise<string> => around.join(instant)
        const later = textFor(await datedText(await write(asOf), asOf, write), other)
        if (later !== undefined) expect(later).toBe(await write(other))
        else expect(other.length === asOf.length).toBe(false)
      },
    ),
  )
})

it.each([
  ['computes with it', async (asOf: string) => `${asOf.slice(0, 4)} is the year`],
  ['breaks lines by its length', async (asOf: string) => (asOf.startsWith('2') ? 'short' : 'long')],
])('is good for no other where what is written %s', async (_, write) => {
  const asOf = '2026-11-22T00:00:00Z'
  const dated = await datedText(await write(asOf), asOf, write)
  expect(textFor(dated, '2026-11-23T00:00:00Z')).toBeUndefined()
  expect(textFor(dated, asOf)).toBe(await write(asOf))
})
