import { describe, expect, it } from 'vitest'
import { StateTable } from '../../src/evaluate/state-table.ts'

describe('a table of states', () => {
  const keys = Array.from({ length: 1500 }, (_, number) => [number % 7, (number * 2654435761) & 0x3fffffff, 0])

  it('gives each key the entry that it was given first, and beyond a thousand a new one each time', () => {
    let made = 0
    const table = new StateTable(3, () => ({ number: made++ }))
    const entryFor = (key: readonly number[]) => {
      table.key.set(key)
      return table.entry()
    }
    const first = keys.map(entryFor)
    expect(new Set(first).size).toBe(1500)
    const again = keys.map(entryFor)
    expect(again.slice(0, 1000)).toEqual(first.slice(0, 1000))
    expect(again.slice(1000).every(({ number }) => number >= 1500)).toBe(true)
    expect(entryFor(keys[1] ?? [])).toBe(first[1])
  })

  it('has one entry for all where there is nothing to tell them by', () => {
    const table = new StateTable(0, () => ({}))
    expect(table.entry()).toBe(table.entry())
  })
})
