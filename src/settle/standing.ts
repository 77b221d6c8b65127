import type { Architecture, Report, Standing } from '../model/generated/report.ts'
import { isOpen, type Met, type OpenFinding } from '../model/report.ts'
import type { Level } from '../model/rule.ts'
import type { SubjectKind } from '../model/subject.ts'
import { firstAsk } from './to-do.ts'
import { countsAt } from './verdict.ts'

type Said = OpenFinding | Met
type About = (kind: SubjectKind, id: string) => readonly Said[]

/** Says of each transfer, processor, provider and use of a provider how the rules came out on it, and what is missing. */
export function withStandings(
  architecture: Architecture,
  { findings, asks }: { readonly findings: readonly Said[]; readonly asks: Report['asks'] },
  failLevel: Level,
): Report['architecture'] {
  const about = findingsBySubject(findings)
  const standing = (found: readonly Said[]) => standingOf(found, asks, failLevel)
  const certificates = new Map(
    architecture.providers.map(({ id, certificates: list }) => [
      id,
      list.flatMap(({ name }) => about('certification', `${id} ${name}`)),
    ]),
  )
  const uses = new Map(
    architecture.providerUses.map(({ component, notice }) => [
      component,
      [
        ...about('provider-use', component),
        ...(notice?.objections ?? []).flatMap(({ id }) => about('objection', `${component} ${id}`)),
      ],
    ]),
  )
  return {
    ...architecture,
    disclosures: architecture.disclosures.map((one) => ({ ...one, ...standing(about('disclosure', one.id)) })),
    relationships: architecture.relationships.map((one) => ({
      ...one,
      ...standing([
        ...about('processing-relationship', one.id),
        ...one.disclosures.flatMap((id) => about('disclosure', id)),
        ...one.components.flatMap((id) => uses.get(id) ?? []),
        ...(certificates.get(one.provider ?? '') ?? []),
      ]),
    })),
    providers: architecture.providers.map((one) => ({ ...one, ...standing(certificates.get(one.id) ?? []) })),
    providerUses: architecture.providerUses.map((one) => ({ ...one, ...standing(uses.get(one.component) ?? []) })),
  }
}

function findingsBySubject(findings: readonly Said[]): About {
  const bySubject = new Map<string, Said[]>()
  for (const finding of findings) {
    const key = `${finding.subject.kind} ${finding.subject.id}`
    const list = bySubject.get(key)
    if (list === undefined) bySubject.set(key, [finding])
    else list.push(finding)
  }
  return (kind, id) => bySubject.get(`${kind} ${id}`) ?? []
}

/** The worst outcome that counts; as for the whole verdict, what is waived and what weighs less does not. */
function standingOf(found: readonly Said[], asks: Report['asks'], failLevel: Level): { readonly verdict?: Standing } {
  if (found.length === 0) return {}
  const open = found.filter(isOpen)
  const counting = found.filter((one) => countsAt(one.level, failLevel) && !(isOpen(one) && one.waiver !== undefined))
  const has = (outcome: Said['outcome']): boolean => counting.some((one) => one.outcome === outcome)
  const first = counting.filter(isOpen).flatMap((finding) => firstAsk(finding, asks) ?? [])
  return {
    verdict: {
      outcome: has('fail') ? 'fail' : has('unknown') ? 'unknown' : has('pass') ? 'pass' : 'none',
      findings: open.map(({ id }) => id),
      missing: [...new Set(first)],
    },
  }
}
