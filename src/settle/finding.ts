import type { Origin } from '../model/fact.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { Path, Report, Origin as ReportedOrigin } from '../model/generated/report.ts'
import type { Location } from '../model/location.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { OpenFinding } from '../model/report.ts'
import type { Subject } from '../model/subject.ts'
import { findingId } from '../text/digest.ts'
import type { RuleExplanation } from './deciding.ts'
import type { Reporter } from './explanation.ts'
import { factsDigest } from './facts-digest.ts'
import { type Grounds, groundsOf } from './grounds.ts'
import { messageOf, remedyOf } from './message.ts'
import { importedPlaces, placeOf } from './place.ts'
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
}

// There are hundreds of findings, and a spread for each part that may be left out would take longer than the rest.

type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** One rule on one subject: what is the case, where, and what to do about it. */
export function briefOf(
  { rule, subject, outcome }: Evaluated,
  explanation: RuleExplanation,
  { files, frameAt, imported, asOf }: FindingContext,
): OpenFinding {
  const open = outcome.kind !== 'pass'
  const { missing, deciding, clues, questions } = groundsOf(rule, explanation, outcome)
  const at = placeOf(subject, clues, files)
  const brief: Draft<OpenFinding> = {
    id: findingId(rule.id, subject),
    rule: rule.id,
    title: rule.title,
    outcome: outcome.kind === 'not-applicable' ? 'pass' : outcome.kind,
    level: rule.level,
    basis: rule.basis,
    waivable: rule.waivable && rule.basis !== 'law',
    controls: rule.controls,
    source: rule.source,
    subject: { kind: subject.kind, id: subject.id, label: subject.label },
    message: messageOf(rule, subject, outcome, questions, asOf),
    remedy: remedyOf(rule, subject, asOf),
    at,
    missing: missing.map((name) => missingOf(subject, name)),
  }
  const frame = open ? frameAt(at) : ''
  if (frame !== '') brief.codeFrame = frame
  const alsoAt = open ? importedPlaces(subject, deciding, imported) : []
  if (alsoAt.length > 0) brief.alsoAt = alsoAt
  const path = pathOf(subject, deciding)
  if (path !== undefined) brief.path = path
  return brief
}

/** The same with everything that a reader needs to believe it, or to correct what is wrong. */
export function findingOf(
  brief: OpenFinding,
  { rule, subject, outcome }: Evaluated,
  explanation: RuleExplanation,
  report: Reporter,
  explainAll: boolean,
): Finding {
  const open = outcome.kind !== 'pass'
  const grounds = groundsOf(rule, explanation, outcome)
  const { id, title, level, basis, waivable, controls, source, message, remedy, at, missing } = brief
  const head: Partial<Draft<Finding>> = { id, rule: brief.rule, title, outcome: brief.outcome, level, basis, waivable }
  if (open && waivable) head.factsDigest = factsDigest(rule, subject, explanation, outcome)
  head.controls = controls
  head.source = source
  head.subject = brief.subject
  head.message = message
  head.remedy = remedy
  head.at = at
  if (brief.codeFrame !== undefined) head.codeFrame = brief.codeFrame
  if (brief.alsoAt !== undefined) head.alsoAt = brief.alsoAt
  head.facts = factsOf(subject, grounds, explainAll)
  head.missing = missing
  if (brief.path !== undefined) head.path = brief.path
  if (open || explainAll) head.explanation = report(explanation, outcome)
  if (brief.waiver !== undefined) head.waiver = brief.waiver
  return head as Finding
}

function factsOf(subject: Subject, { shown, shownOfAll }: Grounds, explainAll: boolean): Finding['facts'] {
  return (explainAll ? shownOfAll() : shown()).map((name) => factOf(subject, name))
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
  const before = shown.get(name)
  if (before !== undefined) return before
  const made = makeFact(subject, name)
  shown.set(name, made)
  return made
}

function makeFact(subject: Subject, name: string): FactShown {
  const fact = subject.facts[name]
  const definition = factCatalogue[subject.kind][name]
  const label = definition?.label ?? name
  const origins: ReportedOrigin[] = []
  // The path is shown once for the finding, not for each of its facts.
  for (const origin of fact?.from ?? []) if (origin.kind !== 'path') origins.push(shown(origin))
  return fact?.value === undefined
    ? { name, label, origins }
    : { name, label, value: inWords(fact.value, definition), origins }
}

function missingOf(subject: Subject, name: string): FactMissing {
  const { missing } = knownOf(subject)
  const before = missing.get(name)
  if (before !== undefined) return before
  const made = makeMissing(subject, name)
  missing.set(name, made)
  return made
}

function makeMissing(subject: Subject, name: string): FactMissing {
  const asks = (subject.facts[name]?.from ?? [])
    .filter((origin) => origin.kind === 'missing')
    .map(({ key, ask, at }) => ({ key, ask: asSentence(ask), at }))
  return { fact: name, label: asQuestion(factCatalogue[subject.kind][name], name), asks }
}

function shown(origin: Exclude<Origin, { readonly kind: 'path' }>): ReportedOrigin {
  switch (origin.kind) {
    case 'stated':
      return { kind: 'stated', at: origin.at, text: origin.pointer }
    case 'missing':
      return { kind: 'missing', at: origin.at, text: asSentence(origin.ask) }
    case 'registry': {
      const { entry, at, source, checkedOn, reviewBy } = origin
      return { kind: 'registry', at, text: entry, source, checkedOn, reviewBy }
    }
  }
}

/** The way that data took to what decided, or else to the subject. */
function pathOf(subject: Subject, deciding: readonly string[]): Path | undefined {
  for (const name of deciding) {
    const path = pathIn(subject, name)
    if (path !== undefined) return path
  }
  return pathIn(subject, 'path')
}

function pathIn({ facts }: Subject, name: string): Path | undefined {
  for (const origin of facts[name]?.from ?? [])
    if (origin.kind === 'path') return { asset: origin.path.asset, steps: origin.path.steps }
  return undefined
}
