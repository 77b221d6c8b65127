import type { Architecture } from '../../model/generated/report.ts'
import { aboveOf } from '../above.ts'
import type { Relationship } from '../relationships.ts'
import type { Scene } from '../scene.ts'
import { each } from '../value.ts'
import { type SubjectIndex, some } from './plain.ts'

type Row = Architecture['relationships'][number]

export function relationshipRow(
  one: Relationship,
  all: readonly Relationship[],
  scene: Scene,
  subjects: SubjectIndex,
): Row {
  const facts = subjects('processing-relationship', one.id)
  const [list, at] = one.agreement.pointer
  const agreement = list === 'agreements' && typeof at === 'number' ? scene.engagement.agreements?.[at] : undefined
  const purposes = each(one.disclosures.map(({ purpose }) => purpose)).value
  const components = one.disclosures.flatMap(({ component }) => (component === undefined ? [] : [component]))
  const hosted = components.filter(({ entity }) => entity?.id === one.processor.id).map(({ id }) => id)
  return {
    id: one.id,
    controller: one.controller.name,
    controllerId: one.controller.id,
    processor: one.processor.name,
    processorId: one.processor.id,
    ...some('provider', one.processor.provider),
    ...some('service', one.services.length > 0 ? one.services.join(', ') : undefined),
    components: [...new Set(hosted)].sort(),
    data: [...one.assets],
    ...some('purposes', purposes === undefined ? undefined : [...new Set(purposes)].sort()),
    contractedBy: one.contractedBy.name,
    ...some('depth', facts.count('depth')),
    subProcessing: facts.truth('subProcessing'),
    ...some('country', one.processor.country.value),
    ...some('parentCountry', one.processor.parent.value),
    ...some('places', one.places.value),
    disclosures: one.disclosures.map(({ id }) => id),
    gdprApplies: facts.truth('gdprApplies'),
    ...some('agreement', agreement?.id),
    agreementExists: facts.truth('agreementExists'),
    agreementSigned: facts.truth('agreementSigned'),
    ...some('agreementAbove', facts.text('agreementAbove')),
    ...some('authorisation', authorisationAbove(one, all, scene)),
    authorised: facts.truth('subProcessingAuthorised'),
    ...some('breachHours', facts.count('breachWindowHours')),
    ...some('breachStart', facts.text('breachWindowStart')),
    ...some('breachHoursAbove', facts.count('breachWindowAboveHours')),
    ...some('weakerTerms', facts.list('weakerTerms')),
    equivalenceAssessed: facts.truth('equivalenceAssessed'),
    at: one.place.at,
  }
}

/** How the agreements above authorise sub-processors, where all of them say the same. */
function authorisationAbove(one: Relationship, all: readonly Relationship[], scene: Scene): string | undefined {
  const ways = aboveOf(one, all, scene).certain.map(
    ({ agreement }) => agreement.says((terms) => terms.subProcessing?.authorisation).value,
  )
  const [way, ...others] = new Set(ways)
  return others.length === 0 ? way : undefined
}
