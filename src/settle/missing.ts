import type { Fact, Origin } from '../model/fact.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { OpenFinding } from '../model/report.ts'
import type { Subject } from '../model/subject.ts'
import { asQuestion, asSentence } from './words.ts'

type FactMissing = OpenFinding['missing'][number]
type Ask = FactMissing['asks'][number]
type MissingOrigin = Extract<Origin, { readonly kind: 'missing' }>

const nothing: readonly never[] = []

/**
 * Several findings of a subject wait for the same fact, and several facts for the same statement: what is said of each is
 * made once.
 */
export class MissingFacts {
  private readonly said = new Map<Subject, Map<string, FactMissing>>()
  private readonly asked = new Map<MissingOrigin, Ask>()

  /** What would have to be stated of a subject. */
  of(subject: Subject, names: readonly string[]): readonly FactMissing[] {
    if (names.length === 0) return nothing
    let said = this.said.get(subject)
    if (said === undefined) {
      said = new Map()
      this.said.set(subject, said)
    }
    return names.map((name) => this.oneOf(subject, name, said))
  }

  private oneOf(subject: Subject, name: string, said: Map<string, FactMissing>): FactMissing {
    const before = said.get(name)
    if (before !== undefined) return before
    const label = asQuestion(factCatalogue[subject.kind][name], name)
    const one = { fact: name, label, asks: this.asksFor(subject.facts[name]) }
    said.set(name, one)
    return one
  }

  private asksFor(fact: Fact | undefined): readonly Ask[] {
    // One or two; a list that grows takes room for many.
    let asks: readonly Ask[] = nothing
    for (const origin of fact?.from ?? []) if (origin.kind === 'missing') asks = [...asks, this.askOf(origin)]
    return asks
  }

  private askOf(origin: MissingOrigin): Ask {
    const before = this.asked.get(origin)
    if (before !== undefined) return before
    const ask = { key: origin.key, ask: asSentence(origin.ask), at: origin.at }
    this.asked.set(origin, ask)
    return ask
  }
}
