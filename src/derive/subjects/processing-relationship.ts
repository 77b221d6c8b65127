import type { Subject } from '../../model/subject.ts'
import { depthsOf, gdprApplies as reachOf } from '../above.ts'
import { asFirstInstant, asMoment } from '../grounds.ts'
import type { Relationship } from '../relationships.ts'
import type { Scene } from '../scene.ts'
import { chain, known, map, unknown, type Value } from '../value.ts'
import { states } from '../weaker-terms.ts'
import { hoursOf } from '../window.ts'
import {
  acceptanceRecorded,
  acts,
  legalBases,
  missingCcpaTerms,
  processingStarts,
  unnamedRegimes,
} from './processing-terms.ts'
import { type FactsOf, subjectOf } from './subject.ts'
import { aboveFacts } from './terms-above.ts'

export function relationshipSubjects(all: readonly Relationship[], scene: Scene): readonly Subject[] {
  const reach = reachOf(all, scene)
  const depths = depthsOf(all, scene)
  return all.map((one) => {
    const chained = { depth: depths.get(one.id) ?? unknown(), gdprApplies: reach.get(one.id) ?? unknown() }
    const label = `${one.processor.name} for ${one.controller.name}`
    return subjectOf('processing-relationship', one.id, label, one.place, factsOf(one, all, chained, scene))
  })
}

/** What follows from whom a relationship is in a chain with. */
type Chained = { readonly depth: Value<number>; readonly gdprApplies: Value<boolean> }

/** In one literal: what is put together of several objects is slow to make and to read. */
function factsOf(
  one: Relationship,
  all: readonly Relationship[],
  { depth, gdprApplies }: Chained,
  scene: Scene,
): FactsOf<'processing-relationship'> {
  const { agreement } = one
  const { says, place, acceptance } = agreement
  const within = says((terms) => terms.breachNotice?.within, 'breachNotice', 'within')
  const bases = legalBases(one, scene)
  const regimes = unnamedRegimes(one, gdprApplies, scene)
  const ccpa = missingCcpaTerms(agreement)
  const above = aboveFacts(one, all, scene)
  return {
    controller: known(one.controller.name),
    processor: known(one.processor.name),
    depth,
    personalData: one.personal,
    controllerUnderGdpr: map(one.controller.reach, (reach) => reach !== 'outside'),
    processorInEea: one.processor.inEea,
    processorParentOutsideEea: one.processor.parentOutsideEea,
    placesOutsideEeaCount: map(one.placesOutside, (list) => list.length),
    parentRiskAssessed: parentRiskAssessed(one, scene),
    context: known(scene.engagement.context, scene.reader.stated(['context'])),
    forController: acts(one, ['controller', 'joint-controller']),
    subProcessing: acts(one, ['processor', 'sub-processor']),
    gdprApplies,
    controllerIsCcpaBusiness: one.controller.ccpaBusiness,
    processingStarts: processingStarts(one, scene),
    dataWithoutBasisCount: bases.count,
    dataWithoutBasis: bases.list,
    agreement: agreement.title,
    agreementExists: agreement.exists,
    agreementSigned: agreement.signed,
    agreementSignedOn: chain(agreement.signedOn, (day) =>
      day === 'none' ? unknown() : asFirstInstant(known(day, ...agreement.signedOn.from)),
    ),
    unnamedRegimeCount: regimes.count,
    unnamedRegimes: regimes.list,
    acceptanceRecorded: acceptanceRecorded(agreement, scene),
    acceptedOn: chain(acceptance, ({ on }) => (on === 'none' ? unknown() : asMoment(known(on, ...acceptance.from)))),
    statesPartOfServiceAgreement: states(agreement, 'part-of-service-agreement'),
    statesSubjectMatter: states(agreement, 'subject-matter'),
    statesDuration: states(agreement, 'duration'),
    statesNature: states(agreement, 'nature'),
    statesPurpose: states(agreement, 'purpose'),
    statesDataTypes: states(agreement, 'data-types'),
    statesDataSubjects: states(agreement, 'data-subjects'),
    statesControllerDuties: states(agreement, 'controller-duties'),
    statesDocumentedInstructions: states(agreement, 'documented-instructions'),
    statesInstructionsOnTransfers: states(agreement, 'instructions-on-transfers'),
    statesNoticeOfLegalRequirement: states(agreement, 'notice-of-legal-requirement'),
    statesConfidentiality: states(agreement, 'confidentiality'),
    statesSecurity: states(agreement, 'security'),
    statesSubProcessorChanges: states(agreement, 'sub-processor-changes'),
    statesSubProcessorObligations: states(agreement, 'sub-processor-obligations'),
    statesSubProcessorList: states(agreement, 'sub-processor-list'),
    statesAssistanceWithRights: states(agreement, 'assistance-with-rights'),
    statesAssistanceWithSecurity: states(agreement, 'assistance-with-security'),
    statesBreachNotice: states(agreement, 'breach-notice'),
    statesAssistanceWithImpactAssessments: states(agreement, 'assistance-with-impact-assessments'),
    statesDeletionOrReturn: states(agreement, 'deletion-or-return'),
    statesInformationOnCompliance: states(agreement, 'information-on-compliance'),
    statesAudits: states(agreement, 'audits'),
    statesWarningOfUnlawfulInstructions: states(agreement, 'warning-of-unlawful-instructions'),
    missingCcpaTermCount: ccpa.count,
    missingCcpaTerms: ccpa.list,
    rightsTools: says((terms) => terms.rights?.tools, 'rights', 'tools'),
    rightsCovered: says<readonly string[]>((terms) => terms.rights?.covers, 'rights', 'covers'),
    breachClause: place('breach-notice'),
    breachWithoutUndueDelay: says(
      (terms) => terms.breachNotice?.withoutUndueDelay,
      'breachNotice',
      'withoutUndueDelay',
    ),
    breachWindowStated: map(within, (window) => hoursOf(window) !== undefined),
    breachWindowHours: map(within, hoursOf),
    breachWindowStart: says((terms) => terms.breachNotice?.startsAt, 'breachNotice', 'startsAt'),
    breachInformation: says((terms) => terms.breachNotice?.information, 'breachNotice', 'information'),
    deletionClause: place('deletion-or-return'),
    deletionChoice: says((terms) => terms.deletion?.choice, 'deletion', 'choice'),
    copiesDeleted: says((terms) => terms.deletion?.copies, 'deletion', 'copies'),
    retention: says((terms) => terms.deletion?.retention, 'deletion', 'retention'),
    agreementAbove: above.agreementAbove,
    agreementAboveExists: above.agreementAboveExists,
    subProcessingAuthorised: above.subProcessingAuthorised,
    listAvailable: above.listAvailable,
    breachWindowAboveHours: above.breachWindowAboveHours,
    equivalenceAssessed: above.equivalenceAssessed,
    weakerTermCount: above.weakerTermCount,
    weakerTerms: above.weakerTerms,
  }
}

function parentRiskAssessed(one: Relationship, scene: Scene): Value<boolean> {
  const { engagement, reader, entities } = scene
  const ref = one.processor.kind === 'entity' ? one.processor.provider : one.processor.id
  const ask = `Record the Art. 28(1) assessment of ${one.processor.name}: \`decisions.processorAssessments\` with \`processor: ${ref}\`.`
  const list = engagement.decisions?.processorAssessments
  if (list === undefined)
    return unknown(reader.missing(engagement.decisions === undefined ? [] : ['decisions'], 'processorAssessments', ask))
  const at = list.findIndex(
    (entry) => entities.byRef(entry.processor)?.id === one.processor.id || entry.processor === one.processor.provider,
  )
  const entry = list[at]
  if (entry === undefined) return known(false, reader.stated(['decisions', 'processorAssessments']))
  const pointer = ['decisions', 'processorAssessments', at]
  if (entry.on === 'none') return known(false, reader.stated([...pointer, 'on']))
  return reader.get(
    entry,
    pointer,
    'thirdCountryParent',
    `State whether the assessment of ${one.processor.name} covers the risk of its parent: \`thirdCountryParent\`.`,
  )
}
