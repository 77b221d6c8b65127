import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/model/outcome.ts'
import type { Level, Rule } from '../../src/model/rule.ts'
import { verdictOf } from '../../src/settle/verdict.ts'

type Kind = Outcome['kind']

const evaluated = (...outcomes: readonly (readonly [Level, Kind])[]) =>
  outcomes.map(([level, kind]) => ({
    rule: { level } as Rule,
    outcome: (kind === 'unknown' ? { kind, missing: ['region'] } : { kind }) as Outcome,
  }))

describe('the overall verdict', () => {
  it.each<[string, readonly (readonly [Level, Kind])[], Level, string]>([
    ['one error-level pass', [['error', 'pass']], 'error', 'PASS'],
    [
      'an error that fails',
      [
        ['error', 'pass'],
        ['error', 'fail'],
      ],
      'error',
      'FAIL (1 failed)',
    ],
    [
      'an error that is unknown',
      [
        ['error', 'pass'],
        ['error', 'unknown'],
      ],
      'error',
      'FAIL (1 unknown)',
    ],
    [
      'both',
      [
        ['error', 'fail'],
        ['error', 'unknown'],
        ['error', 'unknown'],
      ],
      'error',
      'FAIL (1 failed, 2 unknown)',
    ],
    [
      'a warning that fails',
      [
        ['error', 'pass'],
        ['warning', 'fail'],
      ],
      'error',
      'PASS',
    ],
    [
      'a warning that fails, and counts',
      [
        ['error', 'pass'],
        ['warning', 'fail'],
      ],
      'warning',
      'FAIL (1 failed)',
    ],
    [
      'a note that is unknown',
      [
        ['error', 'pass'],
        ['note', 'unknown'],
      ],
      'warning',
      'PASS',
    ],
    [
      'a note that is unknown, and counts',
      [
        ['error', 'pass'],
        ['note', 'unknown'],
      ],
      'note',
      'FAIL (1 unknown)',
    ],
    [
      'an error counts at every fail level',
      [
        ['error', 'pass'],
        ['error', 'fail'],
      ],
      'note',
      'FAIL (1 failed)',
    ],
    [
      'nothing that passed at error level',
      [
        ['warning', 'pass'],
        ['error', 'not-applicable'],
      ],
      'error',
      'FAIL (no error-level requirement was shown to be met)',
    ],
    ['nothing at all', [], 'error', 'FAIL (no error-level requirement was shown to be met)'],
    [
      'not applicable beside a pass',
      [
        ['error', 'pass'],
        ['error', 'not-applicable'],
      ],
      'error',
      'PASS',
    ],
  ])('%s', (_, outcomes, failLevel, headline) => {
    const verdict = verdictOf(evaluated(...outcomes), failLevel, [])
    expect(verdict).toEqual({ result: headline.startsWith('PASS') ? 'pass' : 'fail', headline })
  })

  it('says which law packs were left out, whatever the result', () => {
    expect(verdictOf(evaluated(['error', 'pass']), 'error', ['transfers'])).toEqual({
      result: 'pass',
      headline: 'PASS (partial: transfers not checked)',
    })
    expect(verdictOf(evaluated(['error', 'fail']), 'error', ['transfers', 'x']).headline).toBe(
      'FAIL (partial: transfers and x not checked, 1 failed)',
    )
  })

  it('never becomes a pass by a stricter fail level', () => {
    const kinds: readonly Kind[] = ['pass', 'fail', 'unknown', 'not-applicable']
    const levels: readonly Level[] = ['error', 'warning', 'note']
    const pairs = levels.flatMap((level) => kinds.map((kind) => [level, kind] as const))
    for (const one of pairs) {
      for (const other of pairs) {
        const [error, warning, note] = levels.map((level) => verdictOf(evaluated(one, other), level, []).result)
        if (error === 'fail') expect([warning, note]).toEqual(['fail', 'fail'])
        if (warning === 'fail') expect(note).toBe('fail')
      }
    }
  })
})
