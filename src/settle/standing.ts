import type { Architecture, Report, Standing } from '../model/generated/report.ts'
import type { Level } from '../model/rule.ts'
import type { SubjectKind } from '../model/subject.ts'
import type { Finding } from './finding.ts'
import { countsAt } from './verdict.ts'

type About = (kind: SubjectKind, id: string) => readonly Finding[]

/** Says of each transfer, processor, provider and use of a provider how the rules came out on it, and what is missing. */
export function withStandings(
  architecture: Architecture,
  findings: readonly Finding[],
  failLevel: Level,
): Report['architecture'] {
  const about = findingsBySubject(findings)
  const standing = (found: readonly Finding[]) => standingOf(found, failLevel)
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

function findingsBySubject(findings: readonly Finding[]): About {
  const bySubject = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.subject.kind} ${finding.subject.id}`
    const list = bySubject.get(key)
    if (list === undefined) bySubject.set(key, [finding])
    else list.push(finding)
  }
  return (kind, id) => bySubject.get(`${kind} ${id}`) ?? []
}

/** The worst outcome that counts; as for the whole verdict, what is waived and what weighs less does not. */
function standingOf(found: readonly Finding[], failLevel: Level): { readonly verdict?: Standing } {
  if (found.length === 0) return {}
  const open = found.filter(({ outcome }) => outcome !== 'pass')
  const counting = found.filter(({ level, waiver }) => countsAt(level, failLevel) && waiver === undefined)
  const has = (outcome: Finding['outcome']): boolean => counting.some((one) => one.outcome === outcome)
  const first = counting.flatMap((finding) => firstAsk(finding) ?? [])
  return {
    verdict: {
      outcome: has('fail') ? 'fail' : has('unknown') ? 'unknown' : has('pass') ? 'pass' : 'none',
      findings: open.map(({ id }) => id),
      missing: [...new Set(first)],
    },
  }
}

function firstAsk({ missing }: Finding): string | undefined {
  for (const { asks } of missing) {
    const [first] = asks
    if (first !== undefined) return first.ask
  }
  return undefined
}
