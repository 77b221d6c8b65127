import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/model/outcome.ts'
import type { Level, Rule } from '../../src/model/rule.ts'
import type { ToDo } from '../../src/settle/to-do.ts'
import { type Remaining, verdictOf as verdictOfAll } from '../../src/settle/verdict.ts'

type Kind = Outcome['kind']

const evaluated = (...outcomes: readonly (readonly [Level, Kind])[]) =>
  outcomes.map(([level, kind]) => ({
    rule: { level } as Rule,
    outcome: (kind === 'unknown' ? { kind, missing: ['region'] } : { kind }) as Outcome,
  }))

const at = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }

/** Findings that have nothing to do with one another, so that each is one thing to do. */
function remaining(outcomes: ReturnType<typeof evaluated>): Remaining {
  const open = outcomes.flatMap(({ rule, outcome }, index) =>
    outcome.kind === 'fail' || outcome.kind === 'unknown'
      ? [{ id: String(index), level: rule.level, kind: outcome.kind }]
      : [],
  )
  const toDo = open.map(
    ({ id, kind }): ToDo => ({
      outcome: kind,
      at,
      ...(kind === 'unknown' ? { ask: 'State it.' } : {}),
      rules: [],
      findings: [id],
    }),
  )
  return { toDo, findings: open }
}

const verdictOf = (outcomes: ReturnType<typeof evaluated>, failLevel: Level, packsLeftOut: readonly string[]) =>
  verdictOfAll(outcomes, remaining(outcomes), failLevel, packsLeftOut)

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
      'FAIL (1 statement missing, on which 1 decision waits)',
    ],
    [
      'both',
      [
        ['error', 'fail'],
        ['error', 'unknown'],
        ['error', 'unknown'],
      ],
      'error',
      'FAIL (1 failed; 2 statements missing, on which 2 decisions wait)',
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
      'FAIL (1 statement missing, on which 1 decision waits)',
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
      'FAIL (partial: transfers and x not checked; 1 failed)',
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

describe('the headline', () => {
  const levels: readonly Level[] = ['error', 'error', 'error', 'error', 'error', 'error', 'note', 'note']
  const findings = levels.map((level, index) => ({ id: String(index), level }))
  const outcomes = [
    ...findings.slice(0, 3).map(({ level }) => [level, 'fail'] as const),
    ...findings.slice(3).map(({ level }) => [level, 'unknown'] as const),
  ]
  const thing = (outcome: 'fail' | 'unknown', ids: readonly string[], ask?: string): ToDo => ({
    outcome,
    at,
    rules: [],
    findings: ids,
    ...(ask === undefined ? {} : { ask }),
  })

  it.each<[string, readonly ToDo[], Level, string]>([
    [
      'counts what a person has to do, and what hangs on it',
      [
        thing('fail', ['0', '1', '2']),
        thing('unknown', ['3', '4'], 'State a.'),
        thing('unknown', ['5', '6'], 'State b.'),
      ],
      'error',
      '1 failed, in 3 decisions; 2 statements missing, on which 3 decisions wait',
    ],
    [
      'counts all that weighs',
      [thing('fail', ['0']), thing('fail', ['1']), thing('unknown', ['3', '4', '5', '6', '7'], 'State a.')],
      'note',
      '2 failed; 1 statement missing, on which 5 decisions wait',
    ],
    [
      'leaves out what weighs less than what fails',
      [thing('fail', ['0', '1']), thing('unknown', ['6', '7'], 'State a.')],
      'warning',
      '1 failed, in 2 decisions',
    ],
    ['says what no statement would decide', [thing('unknown', ['3', '4'])], 'error', '2 undecided'],
  ])('%s', (_, toDo, failLevel, words) => {
    const { headline } = verdictOfAll(evaluated(['error', 'pass'], ...outcomes), { toDo, findings }, failLevel, [])
    expect(headline).toBe(`FAIL (${words})`)
  })
})
