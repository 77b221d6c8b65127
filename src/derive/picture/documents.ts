import type { ProcessingTerms, StatedTerms } from '../../model/generated/common.ts'
import type { Architecture, DocumentReference } from '../../model/generated/report.ts'
import { termsOf } from '../agreements.ts'
import type { Scene } from '../scene.ts'
import { signed } from '../subjects/documentation.ts'
import { some, truth } from './plain.ts'

type Row = Architecture['agreements'][number]

/** The terms that Art. 28 GDPR asks for; those of the CCPA are shown where somebody says something of them. */
const article28 = [
  'part-of-service-agreement',
  'subject-matter',
  'duration',
  'nature',
  'purpose',
  'data-types',
  'data-subjects',
  'controller-duties',
  'documented-instructions',
  'instructions-on-transfers',
  'notice-of-legal-requirement',
  'confidentiality',
  'security',
  'sub-processor-changes',
  'sub-processor-obligations',
  'sub-processor-list',
  'assistance-with-rights',
  'assistance-with-security',
  'breach-notice',
  'assistance-with-impact-assessments',
  'deletion-or-return',
  'information-on-compliance',
  'audits',
  'warning-of-unlawful-instructions',
] as const satisfies readonly (keyof StatedTerms)[]

const ccpa = [
  'ccpa-no-sale',
  'ccpa-specific-purposes',
  'ccpa-no-other-purpose',
  'ccpa-no-other-commercial-purpose',
  'ccpa-no-use-outside-relationship',
  'ccpa-same-protection',
  'ccpa-verification',
  'ccpa-notice-of-inability',
  'ccpa-stop-and-remediate',
  'ccpa-consumer-requests',
] as const satisfies readonly Exclude<keyof StatedTerms, (typeof article28)[number]>[]

export function agreementRows(scene: Scene): readonly Row[] {
  return (scene.engagement.agreements ?? []).map((agreement, at) => {
    const { says, place, template } = termsOf(agreement, at, scene)
    const said = <T>(pick: (terms: ProcessingTerms) => T | undefined): T | undefined => says(pick).value
    const saysOf = (term: keyof StatedTerms): NonNullable<Row['terms']>[number] => {
      const where = place(term).value
      if (where === undefined) return { term, says: 'not-stated' }
      return where === 'not-in-document' ? { term, says: where } : { term, says: 'stated', clause: where }
    }
    const isDpa = agreement.kind === 'dpa' || (agreement.kind === undefined && agreement.terms !== undefined)
    const terms = isDpa
      ? [...article28.map(saysOf), ...ccpa.map(saysOf).filter((one) => one.says !== 'not-stated')]
      : []
    return {
      id: agreement.id,
      title: agreement.title ?? template?.title ?? agreement.id,
      ...some('kind', agreement.kind),
      ...some(
        'parties',
        agreement.parties?.map((ref) => scene.entities.byRef(ref)?.name ?? ref),
      ),
      ...some('signedOn', agreement.signedOn),
      ...some('acceptance', agreement.acceptance),
      ...some('template', agreement.template),
      ...some(
        'basedOn',
        said((one) => one.basedOn),
      ),
      ...some(
        'regimes',
        said((one) => one.regimes),
      ),
      ...some(
        'authorisation',
        said((one) => one.subProcessing?.authorisation),
      ),
      ...some(
        'named',
        said((one) => one.subProcessing?.named),
      ),
      ...(isDpa ? { terms } : {}),
      at: scene.reader.at(['agreements', at]),
    }
  })
}

type Reference = {
  readonly agreement?: string
  readonly clause?: string
  readonly covers?: readonly string[]
}

/** A document that is named for something, as far as it is stated which. */
export function documentReference(value: Reference | undefined, scene: Scene): DocumentReference | undefined {
  if (value === undefined || value === null) return undefined
  const { agreement, clause, covers } = value
  const document = scene.engagement.agreements?.find((one) => one.id === agreement)
  return {
    ...some('agreement', agreement),
    ...some('title', document?.title),
    ...some('clause', clause),
    ...some('covers', covers),
    signed: agreement === undefined ? 'unknown' : truth(signed(agreement, scene)),
  }
}
