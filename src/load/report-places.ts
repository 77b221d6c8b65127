import type { Report } from '../model/generated/report.ts'
import type { Pointer } from '../model/location.ts'

/** A place that a finding names, in a list that is not as long. */
export type Dangling = {
  readonly pointer: Pointer
  readonly list: 'asks' | 'origins' | 'explanations'
  readonly named: number
  readonly length: number
}

/** What findings of a Report name that is not there. A schema cannot ask for it. */
export function danglingIn(report: Report): readonly Dangling[] {
  const dangling: Dangling[] = []
  const look = (list: Dangling['list'], named: number, pointer: Pointer): void => {
    const { length } = report[list]
    if (named >= length) dangling.push({ pointer, list, named, length })
  }
  report.findings.forEach(({ facts, missing, explanation }, place) => {
    const at: Pointer = ['findings', place]
    facts.forEach(({ origins }, of) => {
      origins.forEach((one, item) => {
        look('origins', one, [...at, 'facts', of, 'origins', item])
      })
    })
    missing.forEach(({ asks }, of) => {
      asks.forEach((one, item) => {
        look('asks', one, [...at, 'missing', of, 'asks', item])
      })
    })
    if (explanation !== undefined) look('explanations', explanation, [...at, 'explanation'])
  })
  return dangling
}
