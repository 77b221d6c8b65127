import type { Derived } from '../model/derived.ts'
import type { Report } from '../model/generated/report.ts'
import type { Instant } from '../model/instant.ts'
import { once } from '../model/once.ts'
import type { Evaluated } from '../model/outcome.ts'
import { reportOf, type Said } from '../model/report.ts'
import type { Level } from '../model/rule.ts'
import type { Workspace } from '../model/workspace.ts'
import { countsOf, notApplicableOf } from './counts.ts'
import { checkedControls, controlsOf, regimesOf, rulesOf, sourcesOf, titleOf } from './coverage.ts'
import type { Explainer } from './finding.ts'
import { findingsOf } from './findings.ts'
import { isoInstant } from './instants.ts'
import { byText } from './order.ts'
import { rulesIn } from './packs.ts'
import { reliesOn, reliesOnInBrief } from './relies-on.ts'
import { withStandings } from './standing.ts'
import { shownToDo, toDoOf } from './to-do.ts'
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

/**
 * Brings outcomes together into the Report: what is open, and the verdict; the rest when somebody reads it. Pure, and the
 * same for the same input on any machine.
 */
export function settle(settling: Settling): Report {
  const { workspace, derived, evaluated, asOf, failLevel, packsLeftOut } = settling
  const { packs, registry, configuration } = workspace
  const engagement = workspace.engagement.value
  const rules = rulesIn(packs)
  const found = findingsOf(settling)
  const { open, exceptions } = withWaivers(workspace.waivers, {
    found,
    rules,
    rulesLeftOut: configuration.packs.flatMap((pack) => pack.rulesLeftOut),
    packs: packs.map(({ id }) => id),
    subjects: derived.subjects,
    asOf,
  })
  const toDo = toDoOf(open, found.asks)
  const passed = evaluated.some(({ rule, outcome }) => outcome.kind === 'pass' && rule.level === 'error')
  const verdict = verdictOf({ open, passed, toDo, exceptions }, failLevel, packsLeftOut)
  const infrastructure = derived.infrastructure()
  const { accessEvidence } = derived
  const { starts, ends } = engagement
  const said: Said = {
    open,
    toDo: () => toDo,
    inFull: once(() => open.map(found.whole)),
    met: once(found.met),
    controls: () => checkedControls(packs),
    titleOf: (document) => titleOf(document, registry),
    reliesOn: () => reliesOnInBrief(derived, registry, asOf, () => report.reliesOn),
  }
  const findings = once(() => [...said.inFull(), ...found.passes()])
  // A place in a list is known once every finding is made.
  const named = () => {
    findings()
    return found.named
  }
  const report: Report = reportOf(
    {
      apiVersion: () => 'douane/v1',
      kind: () => 'Report',
      tool: () => ({ name: 'douane', version }),
      asOf: () => isoInstant(asOf),
      validUntil: () => validUntil(settling.nextChange, firstEnd(exceptions)),
      engagement: () => ({
        id: engagement.id,
        title: engagement.title,
        context: engagement.context,
        file: workspace.engagement.file,
        ...(typeof starts === 'string' ? { starts } : {}),
        ...(typeof ends === 'string' ? { ends } : {}),
        firm: registry.firm.map(({ value }) => value.name).find((name) => typeof name === 'string') ?? 'the firm',
        firmFiles: registry.firm.map(({ file }) => file).sort(byText),
      }),
      regimes: () => regimesOf(derived.regimes(), registry, packs),
      verdict: () => ({
        ...verdict,
        packs: packs.map(({ id }) => id).sort(byText),
        packsLeftOut: [...packsLeftOut].sort(byText),
        failLevel,
        secondOpinion: settling.secondOpinion,
      }),
      digests: workspace.digests,
      ...(accessEvidence.length === 0 ? {} : { accessEvidence: () => accessEvidence.map(shown) }),
      configuration: () => configuration,
      counts: () => countsOf(rules, derived.subjects, evaluated, open),
      toDo: () => shownToDo(toDo),
      findings,
      asks: () => found.asks,
      origins: () => named().origins.all,
      explanations: () => named().explanations.shown,
      exceptions: () => exceptions,
      notApplicable: () => notApplicableOf(evaluated),
      rules: () => rulesOf(packs),
      controls: () => controlsOf(packs, evaluated),
      sources: () => sourcesOf(registry, packs, report.reliesOn.registryFacts),
      ...(infrastructure === undefined ? {} : { infrastructure: () => infrastructure }),
      architecture: () =>
        withStandings(derived.architecture(), { findings: [...open, ...said.met()], asks: found.asks }, failLevel),
      reliesOn: () => reliesOn(derived, packs, asOf),
      notEncoded: () => registry.sources.flatMap(({ value }) => value.notEncoded ?? []),
      defects: () => registry.sources.flatMap(({ value }) => value.defects ?? []),
    },
    said,
  )
  return report
}

function shown({
  validity,
  ...file
}: Derived['accessEvidence'][number]): NonNullable<Report['accessEvidence']>[number] {
  if (validity === undefined) return file
  return { ...file, countsFrom: isoInstant(validity.from), countsUntil: isoInstant(validity.until) }
}

function validUntil(...changes: readonly (Instant | undefined)[]): string {
  const known = changes.filter((change) => change !== undefined)
  return known.length === 0 ? 'none' : isoInstant(Math.min(...known))
}
