import type { Origin } from '../model/fact.ts'
import { factCatalogue } from '../model/facts/index.ts'
import type { Report, Origin as ReportedOrigin } from '../model/generated/report.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { OpenFinding } from '../model/report.ts'
import type { Subject } from '../model/subject.ts'
import type { RuleExplanation } from './deciding.ts'
import { type Reporter, reporterFor } from './explanation.ts'
import { factsDigest } from './facts-digest.ts'
import { groundsOf } from './grounds.ts'
import { asSentence, inWords } from './words.ts'

export type Finding = Report['findings'][number]

/** Makes what explains the rules of one subject. */
export type Explainer = (subject: Subject) => (rule: Evaluated['rule']) => RuleExplanation

/** What findings show of one subject. */
export type Shown = {
  readonly explanations: Reporter
  readonly facts: (name: string) => Finding['facts'][number]
  /** Explain what passes, and show facts that decided nothing, as well. */
  readonly all: boolean
}

export const shownOf = (subject: Subject, all: boolean): Shown => ({
  explanations: reporterFor(subject, all),
  facts: factsOf(subject),
  all,
})

// There are hundreds of findings, and a spread for each part that may be left out would take longer than the rest.

type Draft<T> = { -readonly [K in keyof T]: T[K] }

/** A finding with everything that a reader needs to believe it, or to correct what is wrong. */
export function findingOf(
  brief: OpenFinding,
  { rule, subject, outcome }: Evaluated,
  explanation: RuleExplanation,
  { explanations, facts, all }: Shown,
): Finding {
  const open = outcome.kind !== 'pass'
  const grounds = groundsOf(rule, explanation, outcome)
  const { id, title, level, basis, waivable, controls, source, message, remedy, at, codeFrame, missing, path } = brief
  const head: Partial<Draft<Finding>> = { id, rule: brief.rule, title, outcome: brief.outcome, level, basis, waivable }
  if (open && waivable) head.factsDigest = factsDigest(rule, subject, explanation, outcome)
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
  if (open || all) head.explanation = explanations(explanation, outcome)
  if (brief.waiver !== undefined) head.waiver = brief.waiver
  return head as Finding
}

type FactShown = Finding['facts'][number]

/** Most facts of a subject are shown in several of its findings: what is said of each is made once. */
function factsOf(subject: Subject): (name: string) => FactShown {
  const said = new Map<string, FactShown>()
  return (name) => {
    const fact = said.get(name) ?? makeFact(subject, name)
    said.set(name, fact)
    return fact
  }
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
