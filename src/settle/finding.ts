import type { Origin } from '../model/fact.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { Report, Origin as ReportedOrigin } from '../model/generated/report.ts'
import type { Listed } from '../model/listed.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { OpenFinding } from '../model/report.ts'
import type { Subject } from '../model/subject.ts'
import type { RuleExplanation } from './deciding.ts'
import type { Explanations, Reporter } from './explanation.ts'
import { factsDigest } from './facts-digest.ts'
import { groundsOf } from './grounds.ts'
import { asSentence, inWords } from './words.ts'

export type Finding = Report['findings'][number]

/** Makes what explains the rules of one subject. */
export type Explainer = (subject: Subject) => (rule: Evaluated['rule']) => RuleExplanation

/** What findings name by its place: it is listed once, when the first of them is made in full. */
export type Named = { readonly origins: Listed<ReportedOrigin>; readonly explanations: Explanations }

/** What findings show of one subject. */
export type Shown = {
  readonly explanation: Reporter
  readonly facts: (name: string) => Finding['facts'][number]
  /** Explain what passes, and show facts that decided nothing, as well. */
  readonly all: boolean
}

export const shownOf = (subject: Subject, { origins, explanations }: Named, all: boolean): Shown => ({
  explanation: explanations.of(subject),
  facts: factsOf(subject, origins),
  all,
})

// There are hundreds of findings, and a spread for each part that may be left out would take longer than the rest.

type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** A finding with everything that a reader needs to believe it, or to correct what is wrong. */
export function findingOf(
  brief: OpenFinding,
  { rule, subject, outcome }: Evaluated,
  why: RuleExplanation,
  { explanation, facts, all }: Shown,
): Finding {
  const open = outcome.kind !== 'pass'
  const grounds = groundsOf(rule, why, outcome)
  const { id, title, level, basis, waivable, controls, source, message, remedy, at, codeFrame, missing, path } = brief
  const head: Partial<Draft<Finding>> = { id, rule: brief.rule, title, outcome: brief.outcome, level, basis, waivable }
  if (open && waivable) head.factsDigest = factsDigest(rule, subject, why, outcome)
  head.controls = controls
  head.source = source
  head.subject = brief.subject
  head.message = message
  head.remedy = remedy
  head.at = at
  if (codeFrame !== undefined) head.codeFrame = codeFrame
  if (brief.alsoAt !== undefined) head.alsoAt = brief.alsoAt
  head.facts = (all ? grounds.shownOfAll() : grounds.shown()).map(facts)
  head.missing = missing
  if (path !== undefined) head.path = path
  if (open || all) head.explanation = explanation(why, outcome)
  if (brief.waiver !== undefined) head.waiver = brief.waiver
  return head as Finding
}

type FactShown = Finding['facts'][number]

/** Most facts of a subject are shown in several of its findings: what is said of each is made once. */
function factsOf(subject: Subject, origins: Named['origins']): (name: string) => FactShown {
  const said = new Map<string, FactShown>()
  return (name) => {
    const fact = said.get(name) ?? makeFact(subject, name, origins)
    said.set(name, fact)
    return fact
  }
}

function makeFact(subject: Subject, name: string, listed: Named['origins']): FactShown {
  const fact = subject.facts[name]
  const definition = factCatalogue[subject.kind][name]
  const label = definition?.label ?? name
  const origins: number[] = []
  for (const origin of fact?.from ?? []) {
    // The path is shown once for the finding, not for each of its facts.
    if (origin.kind === 'path') continue
    const place = placeOf(origin, listed)
    if (!origins.includes(place)) origins.push(place)
  }
  return fact?.value === undefined
    ? { name, label, origins }
    : { name, label, value: inWords(fact.value, definition), origins }
}

type Shows = Exclude<Origin, { readonly kind: 'path' }>

function placeOf(origin: Shows, origins: Named['origins']): number {
  const { kind, at } = origin
  const where = `${kind} ${at.line}:${at.column}:${at.endLine}:${at.endColumn}:${at.file}`
  const what =
    kind === 'stated'
      ? origin.pointer
      : kind === 'missing'
        ? origin.ask
        : `${origin.entry}\n${origin.source}\n${origin.checkedOn}\n${origin.reviewBy}`
  return origins.placeOf(`${where}\n${what}`, () => shown(origin))
}

function shown(origin: Shows): ReportedOrigin {
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
