import { describe, expect, it } from 'vitest'
import type { Origin } from '../../src/model/fact.ts'
import type { Subject } from '../../src/model/subject.ts'
import { cluesToDecided, cluesToUnknown, placeOf } from '../../src/settle/place.ts'

const file = 'portal.yaml'
const at = (line: number, inFile = file) => ({ file: inFile, line, column: 1, endLine: line, endColumn: 2 })
const stated = (line: number): Origin => ({ kind: 'stated', at: at(line), pointer: '' })
const missing = (line: number): Origin => ({ kind: 'missing', at: at(line), key: 'key', ask: 'State it.' })
const registry: Origin = {
  kind: 'registry',
  entry: 'aws',
  at: at(1, 'registry/aws.yaml'),
  source: 'aws',
  checkedOn: '2026-01-01',
  reviewBy: '2027-01-01',
}
const step = (line: number) => ({ node: `n${line}`, at: at(line) })
const path = (first: number, ...others: readonly number[]): Origin => {
  const steps = [first, ...others].map(step)
  return { kind: 'path', path: { asset: 'crm', steps, length: steps.length, last: step(others.at(-1) ?? first) } }
}

/** By the catalogue: reliedOn and documented are declared, isTransfer and undocumentedPartCount derived, adequacyDecision joined. */
const subject = (facts: Readonly<Record<string, readonly Origin[]>>): Subject => ({
  kind: 'disclosure',
  id: 'crm',
  label: 'crm',
  place: { at: at(99) },
  facts: Object.fromEntries(Object.entries(facts).map(([name, from]) => [name, { value: 'x', from }])),
})

describe('a decided finding points at', () => {
  it.each<[string, Readonly<Record<string, readonly Origin[]>>, string[], string[], number]>([
    [
      'the key that states what is required',
      { adequacyDecision: [stated(5), registry], reliedOn: [stated(7)], documented: [stated(9)] },
      ['adequacyDecision', 'reliedOn'],
      ['documented'],
      7,
    ],
    [
      'the keys that it was counted from',
      { undocumentedPartCount: [stated(5)], documented: [stated(9)] },
      ['undocumentedPartCount'],
      ['documented'],
      5,
    ],
    ['the last step of the way that data took', { isTransfer: [stated(2), path(3, 4)] }, ['isTransfer'], [], 4],
    ['the key where the data took no way', { isTransfer: [stated(2), path(3)] }, ['isTransfer'], [], 2],
    [
      'what it was derived from, rather than what made the rule apply',
      { isTransfer: [stated(2), registry], documented: [stated(9)] },
      ['isTransfer'],
      ['documented'],
      2,
    ],
    [
      'the key that made the rule apply, where what is required rests on the registry',
      { adequacyDecision: [stated(5), registry], isTransfer: [stated(2)], reliedOn: [stated(7)] },
      ['adequacyDecision'],
      ['isTransfer', 'reliedOn'],
      7,
    ],
    [
      'the way that made the rule apply',
      { adequacyDecision: [registry], isTransfer: [stated(2), path(3, 4)] },
      ['adequacyDecision'],
      ['isTransfer'],
      4,
    ],
    ['any key, failing these', { adequacyDecision: [registry, stated(5)] }, ['adequacyDecision'], [], 5],
    ['a key that is missing, failing that', { adequacyDecision: [registry, missing(6)] }, ['adequacyDecision'], [], 6],
    [
      'the subject, where nothing leads into the descriptor',
      { adequacyDecision: [registry] },
      ['adequacyDecision'],
      [],
      99,
    ],
  ])('%s', (_, facts, require, when, line) => {
    const one = subject(facts)
    expect(placeOf(one, cluesToDecided(one, { require, when }), new Set([file]))).toEqual(at(line))
  })
})

it('an unknown points at the first thing to state, then at what is stated', () => {
  const one = subject({ reliedOn: [stated(7)], documented: [registry, missing(9)], isTransfer: [path(3, 4)] })
  const place = (missingNames: readonly string[], require: readonly string[]) =>
    placeOf(one, cluesToUnknown(missingNames, { require, when: [] }), new Set([file])).line
  expect(place(['documented'], ['reliedOn'])).toBe(9)
  expect(place([], ['isTransfer', 'reliedOn'])).toBe(7)
  expect(place([], ['isTransfer'])).toBe(4)
})
