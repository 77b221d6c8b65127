import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Noted, notedIn, noteOf } from '../../src/batch/note.ts'

const parts = fc.oneof(
  fc.record({ bytes: fc.nat(), places: fc.array(fc.nat(), { maxLength: 3 }), length: fc.nat(30) }),
  fc.record({ bytes: fc.nat(), asOf: fc.string() }),
)
const place = fc.record({ file: fc.string(), line: fc.nat(), column: fc.nat(), endLine: fc.nat(), endColumn: fc.nat() })
const added = fc.record(
  {
    passed: fc.boolean(),
    excused: fc.record({ engagement: fc.string(), at: place }),
    parts: fc.array(parts, { maxLength: 3 }),
  },
  { requiredKeys: ['passed', 'parts'] },
)
const notes: fc.Arbitrary<Noted> = fc.record(
  {
    from: fc.integer(),
    until: fc.integer(),
    written: fc.array(added, { maxLength: 3 }),
  },
  { requiredKeys: ['from', 'written'] },
)

it('a note is what it was made of, also after it was written as JSON', () => {
  fc.assert(
    fc.property(notes, (note) => {
      expect(notedIn(JSON.parse(JSON.stringify(noteOf(note))))).toEqual(note)
    }),
    { numRuns: 200 },
  )
})
