import type { Fact } from '../model/fact.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { OpenFinding } from '../model/report.ts'
import type { Subject } from '../model/subject.ts'
import { asQuestion, asSentence } from './words.ts'

type FactMissing = OpenFinding['missing'][number]

const none: readonly FactMissing[] = []

/** Several findings of a subject wait for the same fact: what is said of it is made once. */
export class MissingFacts {
  private readonly said = new Map<Subject, Map<string, FactMissing>>()

  /** What would have to be stated of a subject. */
  of(subject: Subject, names: readonly string[]): readonly FactMissing[] {
    if (names.length === 0) return none
    let said = this.said.get(subject)
    if (said === undefined) {
      said = new Map()
      this.said.set(subject, said)
    }
    const missing: FactMissing[] = []
    for (const name of names) {
      let one = said.get(name)
      if (one === undefined) {
        one = {
          fact: name,
          label: asQuestion(factCatalogue[subject.kind][name], name),
          asks: asksFor(subject.facts[name]),
        }
        said.set(name, one)
      }
      missing.push(one)
    }
    return missing
  }
}

function asksFor(fact: Fact | undefined): FactMissing['asks'] {
  const asks: FactMissing['asks'][number][] = []
  for (const origin of fact?.from ?? []) {
    if (origin.kind === 'missing') asks.push({ key: origin.key, ask: asSentence(origin.ask), at: origin.at })
  }
  return asks
}
