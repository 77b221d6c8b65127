import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/model/outcome.ts'
import type { Level } from '../../src/model/rule.ts'
import { type Found, verdictOf as verdictOfAll } from '../../src/settle/verdict.ts'

type Kind = Outcome['kind']

type Finding = Found['open'][number] & { readonly outcome: Kind }

type ToDo = Found['toDo'][number]

/** Findings; what did not apply is none. */
const evaluated = (...outcomes: readonly (readonly [Level, Kind])[]): readonly Finding[] =>
  outcomes.flatMap(([level, outcome]) => (outcome === 'not-applicable' ? [] : [{ level, outcome }]))

/** Findings that have nothing to do with one another, so that each is one thing to do. */
function toDoOf(findings: readonly Finding[]): readonly ToDo[] {
  return findings.flatMap((finding): readonly ToDo[] => {
    const { outcome, waiver } = finding
    if ((outcome !== 'fail' && outcome !== 'unknown') || waiver !== undefined) return []
    return [{ outcome, ...(outcome === 'unknown' ? { ask: 'State it.' } : {}), findings: [finding] }]
  })
}

const verdictOf = (
  findings: readonly Finding[],
  failLevel: Level,
  packsLeftOut: readonly string[],
  exceptions: Found['exceptions'] = [],
) => verdictOfAll({ ...saidOf(findings), toDo: toDoOf(findings), exceptions }, failLevel, packsLeftOut)

const saidOf = (findings: readonly Finding[]) => ({
  open: findings.filter(({ outcome }) => outcome !== 'pass'),
  passed: findings.some(({ outcome, level }) => outcome === 'pass' && level === 'error'),
})

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

describe('exceptions', () => {
  const at = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }
  const waiver = (expires: string) => ({ reason: 'r', owner: 'o', approver: 'a', expires, ticket: 't', at })
  const [passed, failed, missing] = evaluated(['error', 'pass'], ['error', 'fail'], ['error', 'unknown'])
  if (passed === undefined || failed === undefined || missing === undefined) throw new Error('no findings')
  const waived = (finding: typeof failed, day = '2027-01-31') => ({ ...finding, waiver: waiver(day) })
  const held = (finding: typeof failed) => ({ ...finding, baselined: true as const })

  it.each<[string, readonly Finding[], Found['exceptions'], Level, string]>([
    ['lift what is waived', [passed, waived(failed)], [], 'error', 'PASS (1 waived until 2027-01-31)'],
    [
      'tell the first day of several',
      [passed, waived(failed, '2027-02-01'), waived(missing)],
      [],
      'error',
      'PASS (2 waived, the first until 2027-01-31)',
    ],
    [
      'are no pass themselves',
      [waived(failed)],
      [],
      'error',
      'FAIL (no error-level requirement was shown to be met; 1 waived until 2027-01-31)',
    ],
    [
      'leave open what is not waived',
      [passed, failed, waived(missing)],
      [],
      'error',
      'FAIL (1 failed; 1 waived until 2027-01-31)',
    ],
    ['fail where one is at fault', [passed], [{ level: 'error' }], 'error', 'FAIL (1 waiver to correct)'],
    ['do not where it only warns', [passed], [{ level: 'warning' }], 'error', 'PASS'],
    ['do where warnings fail', [passed], [{ level: 'warning' }, {}], 'warning', 'FAIL (1 waiver to correct)'],
    [
      'count what is in the baseline',
      [passed, held(failed), held(missing)],
      [],
      'error',
      'FAIL (all 2 open decisions are in the baseline)',
    ],
    [
      'tell it from what is new',
      [passed, failed, held(missing)],
      [],
      'error',
      'FAIL (1 failed; 1 more is in the baseline)',
    ],
  ])('%s', (_, findings, exceptions, failLevel, headline) => {
    expect(verdictOf(findings, failLevel, [], exceptions)).toEqual({
      result: headline.startsWith('PASS') ? 'pass' : 'fail',
      headline,
    })
  })
})

describe('the headline', () => {
  const levels: readonly Level[] = ['error', 'error', 'error', 'error', 'error', 'error', 'note', 'note']
  const findings = [
    ...evaluated(...levels.map((level, index) => [level, index < 3 ? 'fail' : 'unknown'] as const)),
    { level: 'error', outcome: 'pass' } as const,
  ]
  const thing = (outcome: 'fail' | 'unknown', numbers: readonly number[], ask?: string): ToDo => ({
    outcome,
    findings: numbers.flatMap((number) => findings[number] ?? []),
    ...(ask === undefined ? {} : { ask }),
  })

  it.each<[string, readonly ToDo[], Level, string]>([
    [
      'counts what a person has to do, and what hangs on it',
      [thing('fail', [0, 1, 2]), thing('unknown', [3, 4], 'State a.'), thing('unknown', [5, 6], 'State b.')],
      'error',
      '1 failed, in 3 decisions; 2 statements missing, on which 3 decisions wait',
    ],
    [
      'counts all that weighs',
      [thing('fail', [0]), thing('fail', [1]), thing('unknown', [3, 4, 5, 6, 7], 'State a.')],
      'note',
      '2 failed; 1 statement missing, on which 5 decisions wait',
    ],
    [
      'leaves out what weighs less than what fails',
      [thing('fail', [0, 1]), thing('unknown', [6, 7], 'State a.')],
      'warning',
      '1 failed, in 2 decisions',
    ],
    ['says what no statement would decide', [thing('unknown', [3, 4])], 'error', '2 undecided'],
  ])('%s', (_, toDo, failLevel, words) => {
    const { headline } = verdictOfAll({ ...saidOf(findings), toDo, exceptions: [] }, failLevel, [])
    expect(headline).toBe(`FAIL (${words})`)
  })
})
