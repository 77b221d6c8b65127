import type { Location } from '../../model/location.ts'
import type { WrittenCase } from './case-text.ts'
import { conditionText } from './condition-text.ts'
import type { Tested } from './index.ts'
import { coverageScore, mutationScore, percent, type Score, total } from './score.ts'

/** What came of the tests, for programs. */
export function testedJson({ results, untested, waiting, coverage, mutation }: Tested): string {
  const value = {
    rules: results.map(({ rule, at, results: cases }) => ({
      rule: rule.id,
      at: placeOf(at),
      cases: cases.map(({ one, outcome, passed }) => ({
        name: one.name,
        at: placeOf(one.at),
        passed,
        expected: { kind: one.expect, ...(one.missing === undefined ? {} : { missing: one.missing }) },
        got: outcome,
      })),
    })),
    untested: untested.map(({ id, at }) => ({ rule: id, at: placeOf(at) })),
    ...(waiting === undefined ? {} : { waiting }),
    ...(coverage === undefined
      ? {}
      : {
          coverage: {
            ...scored(total(coverage.map(coverageScore))),
            rules: coverage.map((one) => ({
              rule: one.rule.id,
              ...scored(coverageScore(one)),
              uncovered: one.uncovered.map(({ part, root, lacks }) => ({
                leaf: conditionText(part.condition),
                at: placeOf(part.at),
                within: part.within,
                root,
                lacks,
              })),
              add: one.proposals.map(written),
            })),
          },
        }),
    ...(mutation === undefined
      ? {}
      : {
          mutation: {
            ...scored(total(mutation.map(mutationScore))),
            rules: mutation.map((one) => ({
              rule: one.rule.id,
              ...scored(mutationScore(one)),
              equivalent: one.equivalent,
              survivors: one.survivors.map(({ change, at, within, before, after }) => ({
                change,
                at: placeOf(at),
                within,
                before,
                after,
              })),
              add: one.proposals.map(written),
            })),
          },
        }),
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

const placeOf = ({ file, line, column }: Location) => ({ file, line, column })

const scored = (score: Score) => ({ percent: percent(score), ...score })

/** Dates and durations as they are written. */
function written({ facts, ...rest }: WrittenCase) {
  const values = Object.entries(facts).map(([name, value]) => [
    name,
    typeof value === 'object' && 'text' in value ? value.text : value,
  ])
  return { ...rest, facts: Object.fromEntries(values) }
}
