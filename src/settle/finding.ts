import type { Origin } from '../model/fact.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { Path, Report, Origin as ReportedOrigin } from '../model/generated/report.ts'
import type { Location } from '../model/location.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { Subject } from '../model/subject.ts'
import { findingId } from '../text/digest.ts'
import { decidingFacts, factsRead, missingInOrder, type RuleExplanation } from './deciding.ts'
import type { Reporter } from './explanation.ts'
import { factsDigest } from './facts-digest.ts'
import { factsNamed, messageOf, remedyOf } from './message.ts'
import { cluesToDecided, cluesToUnknown, importedPlaces, placeOf } from './place.ts'
import { asQuestion, asSentence, inWords } from './words.ts'

export type Finding = Report['findings'][number]

/** Makes what explains the rules of one subject. */
export type Explainer = (subject: Subject) => (rule: Evaluated['rule']) => RuleExplanation

export type FindingContext = {
  /** The descriptor, and the evidence that was given with it, in which findings point. */
  readonly files: ReadonlySet<string>
  /** Of the descriptor; empty elsewhere. */
  readonly frameAt: (at: Location) => string
  /** The files of other tools, to which findings point as well. */
  readonly imported: ReadonlySet<string>
  readonly asOf: string
  readonly explainAll: boolean
}

/** One rule on one subject, with everything that a reader needs to believe it, or to correct what is wrong. */
export function findingOf(
  { rule, subject, outcome }: Evaluated,
  explanation: RuleExplanation,
  report: Reporter,
  { files, frameAt, imported, asOf, explainAll }: FindingContext,
): Finding {
  const open = outcome.kind !== 'pass'
  const waivable = rule.waivable && rule.basis !== 'law'
  const missing = outcome.kind === 'unknown' ? missingInOrder(rule, explanation, outcome) : []
  const decided = decidingFacts(rule, explanation)
  const deciding = [...missing, ...decided.require, ...decided.when]
  const named = [...deciding, ...(open ? factsNamed(rule) : []), ...(explainAll ? factsRead(rule) : [])]
  // What is missing is told apart, with where to state it.
  const shown = new Set(named.filter((name) => !missing.includes(name)))
  const clues = outcome.kind === 'unknown' ? cluesToUnknown(missing, decided) : cluesToDecided(subject, decided)
  const at = placeOf(subject, clues, files)
  const path = pathOf(subject, [...deciding, 'path'])
  const frame = open ? frameAt(at) : ''
  const alsoAt = open ? importedPlaces(subject, deciding, imported) : []
  return {
    id: findingId(rule.id, subject),
    rule: rule.id,
    title: rule.title,
    outcome: outcome.kind === 'not-applicable' ? 'pass' : outcome.kind,
    level: rule.level,
    basis: rule.basis,
    waivable,
    ...(open && waivable ? { factsDigest: factsDigest(rule, subject, explanation, outcome) } : {}),
    controls: rule.controls,
    source: rule.source,
    subject: { kind: subject.kind, id: subject.id, label: subject.label },
    message: messageOf(rule, subject, outcome, missing, asOf),
    remedy: remedyOf(rule, subject, asOf),
    at,
    ...(frame === '' ? {} : { codeFrame: frame }),
    ...(alsoAt.length === 0 ? {} : { alsoAt }),
    facts: [...shown].map((name) => factOf(subject, name)),
    missing: missing.map((name) => missingOf(subject, name)),
    ...(path === undefined ? {} : { path }),
    ...(open || explainAll ? { explanation: report(explanation, outcome) } : {}),
  }
}

type FactShown = Finding['facts'][number]
type FactMissing = Finding['missing'][number]

/** Most facts of a subject are shown in several of its findings: what is said of each is made once. */
const known = new WeakMap<Subject, { shown: Map<string, FactShown>; missing: Map<string, FactMissing> }>()

function knownOf(subject: Subject) {
  const before = known.get(subject)
  if (before !== undefined) return before
  const made = { shown: new Map<string, FactShown>(), missing: new Map<string, FactMissing>() }
  known.set(subject, made)
  return made
}

function factOf(subject: Subject, name: string): FactShown {
  const { shown } = knownOf(subject)
  const made = shown.get(name) ?? makeFact(subject, name)
  shown.set(name, made)
  return made
}

function makeFact(subject: Subject, name: string): FactShown {
  const fact = subject.facts[name]
  const definition = factCatalogue[subject.kind][name]
  return {
    name,
    label: definition?.label ?? name,
    ...(fact?.value === undefined ? {} : { value: inWords(fact.value, definition) }),
    origins: (fact?.from ?? []).flatMap(originOf),
  }
}

function missingOf(subject: Subject, name: string): FactMissing {
  const { missing } = knownOf(subject)
  const made = missing.get(name) ?? makeMissing(subject, name)
  missing.set(name, made)
  return made
}

function makeMissing(subject: Subject, name: string): FactMissing {
  const asks = (subject.facts[name]?.from ?? [])
    .filter((origin) => origin.kind === 'missing')
    .map(({ key, ask, at }) => ({ key, ask: asSentence(ask), at }))
  return { fact: name, label: asQuestion(factCatalogue[subject.kind][name], name), asks }
}

/** The path is shown once for the finding, not for each of its facts. */
function originOf(origin: Origin): readonly ReportedOrigin[] {
  switch (origin.kind) {
    case 'stated':
      return [{ kind: 'stated', at: origin.at, text: origin.pointer }]
    case 'missing':
      return [{ kind: 'missing', at: origin.at, text: asSentence(origin.ask) }]
    case 'registry': {
      const { entry, at, source, checkedOn, reviewBy } = origin
      return [{ kind: 'registry', at, text: entry, source, checkedOn, reviewBy }]
    }
    case 'path':
      return []
  }
}

function pathOf(subject: Subject, names: readonly string[]): Path | undefined {
  for (const name of names) {
    const origin = subject.facts[name]?.from.find((candidate) => candidate.kind === 'path')
    if (origin !== undefined) return origin.path
  }
  return undefined
}
