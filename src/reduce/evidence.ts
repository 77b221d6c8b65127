import type { Architecture, Evidence, Report } from '../model/generated/report.ts'
import type { LeftOut } from './left-out.ts'

/** All evidence that a Report names. */
export const evidenceIn = ({ architecture }: Pick<Report, 'architecture'>): readonly Evidence[] => [
  ...architecture.safeguards.flatMap(({ evidence }) => evidence),
  ...architecture.providers.flatMap(({ evidence, certificates }) => [
    ...evidence,
    ...certificates.flatMap((one) => one.evidence ?? []),
  ]),
]

/** The same without what some may not see. */
export function withoutEvidence(
  architecture: Architecture,
  isShown: (evidence: Evidence) => boolean,
  left: LeftOut,
): Architecture {
  const shown = (all: readonly Evidence[]): readonly Evidence[] => {
    const rest = all.filter(isShown)
    left.note('restricted evidence', all.length - rest.length)
    return rest
  }
  return {
    ...architecture,
    safeguards: architecture.safeguards.map((one) => ({ ...one, evidence: shown(one.evidence) })),
    providers: architecture.providers.map((one) => ({
      ...one,
      evidence: shown(one.evidence),
      certificates: one.certificates.map(({ evidence, ...rest }) => {
        const [kept] = evidence === undefined ? [] : shown([evidence])
        return kept === undefined ? rest : { ...rest, evidence: kept }
      }),
    })),
  }
}

/** Where evidence is kept is told as the source of a fact as well. */
export function withoutSources(report: Report, hidden: readonly Evidence[]): Report {
  const names = new Set(hidden.flatMap(({ where }) => where ?? []))
  const sourceOf = <T extends { readonly source?: string }>(one: T): T =>
    one.source !== undefined && names.has(one.source) ? { ...one, source: 'evidence that is not shown' } : one
  return {
    ...report,
    origins: report.origins.map(sourceOf),
    reliesOn: { ...report.reliesOn, registryFacts: report.reliesOn.registryFacts.map(sourceOf) },
  }
}
