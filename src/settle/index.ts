import type { Derived } from '../model/derived.ts'
import type { Report } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import type { Location } from '../model/location.ts'
import type { Evaluated } from '../model/outcome.ts'
import type { Level } from '../model/rule.ts'
import type { Subject } from '../model/subject.ts'
import type { Workspace } from '../model/workspace.ts'
import { codeFrame } from '../text/code-frame.ts'
import { linesOf } from '../text/positions.ts'
import { countsOf, notApplicableOf } from './counts.ts'
import { controlsOf, regimesOf, rulesOf, sourcesOf } from './coverage.ts'
import { type Reporter, reporterFor } from './explanation.ts'
import { type Explainer, findingOf } from './finding.ts'
import { byText, byUrgency } from './order.ts'
import { reliesOn } from './relies-on.ts'
import { withStandings } from './standing.ts'
import { toDoOf } from './to-do.ts'
import { verdictOf } from './verdict.ts'
import { version } from './version.ts'
import { firstEnd, withWaivers } from './waivers.ts'

export type Settling = {
  readonly workspace: Workspace
  readonly derived: Derived
  readonly evaluated: readonly Evaluated[]
  readonly asOf: Instant
  /** The next instant at which an outcome changes; none, if it is left out. */
  readonly nextChange?: Instant
  /** Explains the rules of one subject. */
  readonly explainer: Explainer
  readonly explainAll: boolean
  readonly failLevel: Level
  readonly packsLeftOut: readonly string[]
  readonly secondOpinion: Report['verdict']['secondOpinion']
}

/** Brings outcomes together into the Report. Pure, and the same for the same input on any machine. */
export function settle(settling: Settling): Report {
  const { workspace, derived, evaluated, asOf } = settling
  const { packs, registry } = workspace
  const engagement = workspace.engagement.value
  const rules = packs.flatMap((pack) => pack.rules)
  const relied = reliesOn(derived, rules, asOf)
  const { findings, exceptions } = withWaivers(workspace.waivers, {
    findings: findingsOf(settling),
    rules,
    rulesLeftOut: workspace.configuration.packs.flatMap((pack) => pack.rulesLeftOut),
    packs: packs.map(({ id }) => id),
    subjects: derived.subjects,
    asOf,
  })
  const toDo = toDoOf(findings)
  const { starts, ends } = engagement
  const infrastructure = derived.infrastructure()
  return {
    apiVersion: 'douane/v1',
    kind: 'Report',
    tool: { name: 'douane', version },
    asOf: isoInstant(asOf),
    validUntil: validUntil(settling.nextChange, firstEnd(exceptions)),
    engagement: {
      id: engagement.id,
      title: engagement.title,
      context: engagement.context,
      file: workspace.engagement.file,
      ...(typeof starts === 'string' ? { starts } : {}),
      ...(typeof ends === 'string' ? { ends } : {}),
      firm: registry.firm.map(({ value }) => value.name).find((name) => typeof name === 'string') ?? 'the firm',
      firmFiles: registry.firm.map(({ file }) => file).sort(byText),
    },
    regimes: regimesOf(derived.regimes, registry, rules),
    verdict: {
      ...verdictOf({ findings, toDo, exceptions }, settling.failLevel, settling.packsLeftOut),
      packs: packs.map(({ id }) => id).sort(byText),
      packsLeftOut: [...settling.packsLeftOut].sort(byText),
      failLevel: settling.failLevel,
      secondOpinion: settling.secondOpinion,
    },
    digests: workspace.digests,
    configuration: workspace.configuration,
    counts: countsOf(rules, derived.subjects, evaluated, findings),
    toDo,
    findings,
    exceptions,
    notApplicable: notApplicableOf(evaluated),
    rules: rulesOf(rules),
    controls: controlsOf(packs, evaluated),
    sources: sourcesOf(registry, packs, relied.registryFacts),
    ...(infrastructure === undefined ? {} : { infrastructure }),
    architecture: withStandings(derived.architecture(), findings, settling.failLevel),
    reliesOn: relied,
    notEncoded: registry.sources.flatMap(({ value }) => value.notEncoded ?? []),
    defects: registry.sources.flatMap(({ value }) => value.defects ?? []),
  }
}

function findingsOf({ workspace, evaluated, asOf, explainer, explainAll }: Settling): Report['findings'] {
  const { file } = workspace.engagement
  const imported = new Set([...workspace.infrastructure, ...workspace.accessEvidence].map((one) => one.file))
  const context = { file, frameAt: framesIn(workspace.text), imported, asOf: isoInstant(asOf), explainAll }
  const ofSubject = new Map<Subject, readonly [ReturnType<Explainer>, Reporter]>()
  return evaluated
    .filter(({ outcome }) => outcome.kind !== 'not-applicable')
    .map((one) => {
      const { rule, subject } = one
      const [explain, report] = ofSubject.get(subject) ?? [explainer(subject), reporterFor(subject, explainAll)]
      ofSubject.set(subject, [explain, report])
      return findingOf(one, explain(rule), report, context)
    })
    .sort(byUrgency)
}

/** Many findings point at one place, so that its frame is made once. */
function framesIn(text: string): (at: Location) => string {
  const lines = linesOf(text)
  const frames = new Map<string, string>()
  return (at) => {
    const key = `${at.line}:${at.column}`
    const frame = frames.get(key) ?? codeFrame(lines, at)
    frames.set(key, frame)
    return frame
  }
}

function validUntil(...changes: readonly (Instant | undefined)[]): string {
  const known = changes.filter((change) => change !== undefined)
  return known.length === 0 ? 'none' : isoInstant(Math.min(...known))
}

/** `2026-03-01T00:00:00Z`; milliseconds only where there are any. */
function isoInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
