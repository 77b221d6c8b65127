import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPointer, parsePointer, readablePointer } from '../../src/text/pointer.ts'

describe('pointers', () => {
  it.each([
    [[], '', ''],
    [['flows', 2, 'data'], '/flows/2/data', 'flows[2].data'],
    [['a/b', '~c'], '/a~1b/~0c', '["a/b"]["~c"]'],
    [[''], '/', '[""]'],
    [['$schema'], '/$schema', '$schema'],
  ])('%j', (pointer, formatted, readable) => {
    expect(formatPointer(pointer)).toBe(formatted)
    expect(readablePointer(pointer)).toBe(readable)
  })

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        expect(parsePointer(formatPointer(parts))).toEqual(parts)
      }),
    )
  })
})
