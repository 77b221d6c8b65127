/** The subjects of random descriptors with real and fictional providers; the same ones in every run. */
import fc from 'fast-check'
import { derive } from '../../src/derive/index.ts'
import type { FactDefinition, FactValue } from '../../src/model/fact.ts'
import { factCatalogue } from '../../src/model/facts/index.ts'
import type { Instant } from '../../src/model/instant.ts'
import { pointAt } from '../../src/model/moment.ts'
import type { Rule } from '../../src/model/rule.ts'
import type { Subject, SubjectKind } from '../../src/model/subject.ts'
import { engagements } from '../../tests/properties/engagements.ts'
import { fileAt, pipelineWith } from '../../tests/properties/pipeline.ts'

/** The values of a subject's facts, without what explains them: a plain object of one shape for each kind. */
export type Values = Readonly<Record<string, FactValue | undefined>>

export type KindSample = {
  readonly kind: SubjectKind
  readonly rules: readonly Rule[]
  readonly subjects: readonly Subject[]
  readonly values: readonly Values[]
}

export type Sample = {
  readonly rules: readonly Rule[]
  readonly descriptors: number
  readonly asDerived: readonly KindSample[]
  /** The same subjects with every fact that is absent given a value of its domain. */
  readonly complete: readonly KindSample[]
}

export async function sampleOf(descriptors: number, asOf: Instant): Promise<Sample> {
  const { library, workspace } = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])
  const rules = library.packs.flatMap((pack) => pack.rules).sort((a, b) => (a.id < b.id ? -1 : 1))
  const subjects: Subject[] = []
  let used = 0
  for (const engagement of fc.sample(engagements(library), { numRuns: descriptors * 2, seed: 20261122 })) {
    if (used === descriptors) break
    const derived = derive(workspace(engagement))
    if (derived.contradictions.length > 0) continue
    used++
    subjects.push(...derived.subjects.map(withoutOrigins))
  }
  const random = numbersFrom(7)
  const complete = subjects.map((subject) => filled(subject, random, asOf))
  return { rules, descriptors: used, asDerived: byKind(rules, subjects), complete: byKind(rules, complete) }
}

function byKind(rules: readonly Rule[], subjects: readonly Subject[]): readonly KindSample[] {
  const kinds = [...new Set(rules.map((rule) => rule.subject))]
  return kinds.map((kind) => {
    const ofKind = subjects.filter((subject) => subject.kind === kind)
    const valuesOf = projection(Object.keys(factCatalogue[kind]))
    return {
      kind,
      rules: rules.filter((rule) => rule.subject === kind),
      subjects: ofKind,
      values: ofKind.map(({ facts }) => valuesOf(facts)),
    }
  })
}

/** Makes objects of one shape, as V8 makes them of a literal. */
function projection(names: readonly string[]): (facts: Subject['facts']) => Values {
  const keys = names.map((name) => `${JSON.stringify(name)}: facts[${JSON.stringify(name)}]?.value`)
  return new Function('facts', `return { ${keys.join(', ')} }`) as (facts: Subject['facts']) => Values
}

const withoutOrigins = (subject: Subject): Subject => ({
  ...subject,
  facts: Object.fromEntries(Object.entries(subject.facts).map(([name, { value }]) => [name, { value, from: [] }])),
})

function filled(subject: Subject, random: () => number, asOf: Instant): Subject {
  const definitions = Object.entries(factCatalogue[subject.kind])
  const facts = definitions.map(([name, definition]) => {
    const value = subject.facts[name]?.value ?? aValue(definition, random, asOf)
    return [name, { value, from: [] }]
  })
  return { ...subject, facts: Object.fromEntries(facts) }
}

function aValue({ type, values = [] }: FactDefinition, random: () => number, asOf: Instant): FactValue {
  const day = 86_400_000
  switch (type) {
    case 'boolean':
      return random() < 0.5
    case 'enum':
      return values[Math.floor(random() * values.length)] ?? ''
    case 'set':
      return values.filter(() => random() < 0.5)
    case 'number':
      return Math.floor(random() * 3)
    case 'moment':
      return pointAt(asOf + Math.floor((random() - 0.7) * 1000) * day)
    case 'span': {
      const length = Math.floor(random() * 60) * day
      return { from: length, to: length, text: `P${length / day}D` }
    }
    case 'text':
      return 'text'
    case 'texts':
      return ['text']
  }
}

/** Numbers from 0 to 1, the same ones for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
