import type { Fact, Origin } from '../model/fact.ts'
import type { Report } from '../model/generated/report.ts'
import { Listed } from '../model/listed.ts'
import type { OpenFinding } from '../model/report.ts'
import type { Subject } from '../model/subject.ts'
import type { Question } from './grounds.ts'
import { asSentence } from './words.ts'

type FactMissing = OpenFinding['missing'][number]
type MissingOrigin = Extract<Origin, { readonly kind: 'missing' }>

const nothing: readonly never[] = []

/**
 * Several findings of a subject wait for the same fact, and several facts for the same statement: what is said of each is
 * made once.
 */
export class MissingFacts {
  private readonly said = new Map<Subject, Map<string, FactMissing>>()
  private readonly places = new Map<MissingOrigin, number>()
  private readonly listed = new Listed<Report['asks'][number]>()

  /** Every statement that something waits for, in the order of the findings. */
  get asks(): Report['asks'] {
    return this.listed.all
  }

  /** What would have to be stated of a subject. */
  of(subject: Subject, questions: readonly Question[]): readonly FactMissing[] {
    if (questions.length === 0) return nothing
    let said = this.said.get(subject)
    if (said === undefined) {
      said = new Map()
      this.said.set(subject, said)
    }
    const known = said
    return questions.map((question) => known.get(question.fact) ?? this.made(subject, question, known))
  }

  private made(subject: Subject, { fact, label }: Question, said: Map<string, FactMissing>): FactMissing {
    const missing = { fact, label, asks: this.asksFor(subject.facts[fact]) }
    said.set(fact, missing)
    return missing
  }

  private asksFor(fact: Fact | undefined): readonly number[] {
    // One or two; a list that grows takes room for many.
    let asks: readonly number[] = nothing
    for (const origin of fact?.from ?? []) {
      if (origin.kind !== 'missing') continue
      const place = this.placeOf(origin)
      if (!asks.includes(place)) asks = [...asks, place]
    }
    return asks
  }

  private placeOf(origin: MissingOrigin): number {
    const before = this.places.get(origin)
    if (before !== undefined) return before
    const { key, ask, at } = origin
    const place = this.listed.placeOf(`${at.line}:${at.column}:${at.file}\n${key}\n${ask}`, () => ({
      key,
      ask: asSentence(ask),
      at,
    }))
    this.places.set(origin, place)
    return place
  }
}
