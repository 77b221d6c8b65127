import { assessmentCriteria } from '../../model/facts/values.ts'
import type { Architecture, Evidence } from '../../model/generated/report.ts'
import type { Component } from '../components.ts'
import { entryOf, type ProviderValue } from '../providers.ts'
import { type PlacedReview, reviewOf } from '../reviews.ts'
import type { Scene } from '../scene.ts'
import { documentReference } from './documents.ts'
import { type Facts, type SubjectIndex, some, type Truth } from './plain.ts'

type Provider = Architecture['providers'][number]
type ProviderUse = Architecture['providerUses'][number]

/** One for each component that runs on a provider's service, or may. */
export function providerUseRows(scene: Scene, subjects: SubjectIndex): readonly ProviderUse[] {
  return scene.components
    .filter((component) => component.service.value !== 'none')
    .map((component) => providerUse(component, scene, subjects))
}

function providerUse(component: Component, scene: Scene, subjects: SubjectIndex): ProviderUse {
  const facts = subjects('provider-use', component.id)
  const stated = entryOf(component, scene).value?.value
  const { custodian, value } = component
  return {
    component: component.id,
    ...some('service', component.service.value),
    ...some('contractedBy', custodian.kind === 'unknown' ? undefined : custodian.name),
    ...some('entity', facts.text('entity')),
    ...some('usedSince', stated?.usedSince),
    ...some('requestedBy', stated?.requestedBy),
    ...some('need', stated?.need),
    onFirmList: facts.truth('onFirmList'),
    approved: facts.truth('serviceApproved'),
    ...some('approvedRoles', facts.list('approvedRoles')),
    ...(facts.truth('contextRestricted') === 'true' ? some('approvedContexts', facts.list('approvedContexts')) : {}),
    ...(facts.truth('limitPublished') === 'true' ? some('limits', facts.list('publishedLimits')) : {}),
    withinRole: facts.truth('withinRole'),
    withinLimit: facts.truth('withinLimit'),
    ...some('notice', noticeOf(component, stated, facts, subjects)),
    ...some('documented', documentReference(stated?.documented, scene)),
    ...some('approvedArchitecture', documentReference(stated?.approvedArchitecture, scene)),
    ...some('endpointScope', value.endpointScope),
    ...some('residency', value.residency),
    ...some('accessOutsideEea', facts.list('accessOutsideEea')),
    at: component.place.at,
  }
}

function noticeOf(
  component: Component,
  stated: ProviderValue | undefined,
  facts: Facts<'provider-use'>,
  subjects: SubjectIndex,
): ProviderUse['notice'] {
  const notice = stated?.notice
  if (notice === undefined || notice === null) return undefined
  return {
    on: notice.on,
    written: facts.truth('notifiedInWriting'),
    ...some('days', facts.count('noticeDays')),
    ...some(
      'objections',
      notice.objections?.map(({ id, on }) => {
        const objection = subjects('objection', `${component.id} ${id}`)
        return {
          id,
          on,
          dataProtectionGrounds: objection.truth('dataProtectionGrounds'),
          ...some('answeredOn', objection.date('answeredOn', 'answered')),
        }
      }),
    ),
  }
}

/** The providers in use, with the reviews and certificates that the firm keeps of them. */
export function providerRows(scene: Scene, subjects: SubjectIndex): readonly Provider[] {
  const ids = [...new Set(scene.components.flatMap(({ provider }) => provider ?? []))].sort()
  return ids.map((id) => {
    const using = scene.components.find(({ provider }) => provider === id)
    const facts = subjects('provider-use', using?.id ?? '')
    const review = reviewOf(id, scene).value
    const placed = review === 'none' ? undefined : review
    return {
      id,
      name: scene.index.provider(id)?.value.name ?? id,
      ...some('assessedOn', facts.date('assessedOn', 'assessed')),
      criteria: criteriaOf(placed),
      ...some('adoptedOn', facts.date('adoptedOn')),
      ...some('reviewedOn', facts.date('reviewedOn', 'reviewed')),
      ...some('securityVerifiedOn', facts.date('securityVerifiedOn', 'securityVerified')),
      evidence: [...(placed === undefined ? [] : reviewEvidence(placed)), ...supportEvidence(id, scene)],
      certificates: certificateRows(id, placed, scene, subjects),
    }
  })
}

function criteriaOf(review: PlacedReview | undefined): NonNullable<Provider['criteria']> {
  const covered = review?.value.criteria
  const of = (criterion: (typeof assessmentCriteria)[number]): Truth =>
    covered === undefined ? 'unknown' : covered.includes(criterion) ? 'true' : 'false'
  return Object.fromEntries(assessmentCriteria.map((one) => [one, of(one)])) as NonNullable<Provider['criteria']>
}

function reviewEvidence({ value, reader, pointer }: PlacedReview): readonly Evidence[] {
  if (value.evidence === undefined) return []
  return [
    {
      of: 'review',
      where: value.evidence,
      ...some('checkedOn', value.reviewedOn === 'none' ? undefined : value.reviewedOn),
      shownTo: value.evidenceShownTo ?? 'engineer',
      at: reader.at(pointer),
    },
  ]
}

/** What the firm keeps on where the provider gives support from. */
function supportEvidence(provider: string, { index }: Scene): readonly Evidence[] {
  return index.firms.flatMap((document) =>
    (document.value.supportAccess ?? []).flatMap((row, at) =>
      row.provider !== provider
        ? []
        : [
            {
              of: 'support access',
              where: row.evidence,
              checkedOn: row.checkedOn,
              shownTo: row.evidenceShownTo ?? 'engineer',
              at: document.at(['supportAccess', at]),
            },
          ],
    ),
  )
}

function certificateRows(
  provider: string,
  review: PlacedReview | undefined,
  scene: Scene,
  subjects: SubjectIndex,
): Provider['certificates'] {
  const claimed = (scene.index.provider(provider)?.value.certifications ?? []).map((one) => one.name)
  const required = (scene.engagement.providers ?? [])
    .filter((one) => one.provider === provider || one.provider.startsWith(`${provider}/`))
    .flatMap((one) => one.requiredCertifications ?? [])
  return [...new Set([...claimed, ...required])].map((name) => {
    const facts = subjects('certification', `${provider} ${name}`)
    const at = review?.value.certificates?.findIndex((one) => one.name === name) ?? -1
    const kept = review?.value.certificates?.[at]
    return {
      name,
      claimedBy: facts.list('claimedBy') ?? [],
      required: facts.truth('required'),
      evidenceKept: facts.truth('evidenceKept'),
      ...some('validUntil', facts.date('validUntil', 'hasEnd')),
      ...(kept === undefined || review === undefined
        ? {}
        : {
            evidence: {
              of: 'certificate',
              where: kept.evidence,
              ...some('checkedOn', kept.checkedOn),
              shownTo: kept.evidenceShownTo ?? 'engineer',
              at: review.reader.at([...review.pointer, 'certificates', at]),
            },
          }),
    }
  })
}
