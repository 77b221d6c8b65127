import type { StatedTerms } from '../../model/generated/common.ts'
import type { Moment } from '../../model/instant.ts'
import { type Disclosure, processesOnBehalf } from '../disclosures.ts'
import { asFirstInstant, asMoment } from '../grounds.ts'
import { names } from '../names.ts'
import { usedSince } from '../providers.ts'
import type { Relationship } from '../relationships.ts'
import { remembered } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import { and, chain, each, known, map, openLike, or, unknown, type Value } from '../value.ts'
import { states } from '../weaker-terms.ts'
import { hoursOf } from '../window.ts'
import { shortfallOf } from './shortfall.ts'
import { aboveFacts } from './terms-above.ts'

/** Facts that the agreement of a relationship gives, and the one above it; in parts, to be put together at once. */
export function processingTerms(
  one: Relationship,
  all: readonly Relationship[],
  gdprApplies: Value<boolean>,
  scene: Scene,
) {
  const { engagement, reader } = scene
  const processing = {
    context: known(engagement.context, reader.stated(['context'])),
    forController: acts(one, ['controller', 'joint-controller']),
    subProcessing: acts(one, ['processor', 'sub-processor']),
    gdprApplies,
    controllerIsCcpaBusiness: one.controller.ccpaBusiness,
    processingStarts: processingStarts(one, scene),
  }
  return [
    processing,
    legalBases(one, scene),
    agreementFacts(one, gdprApplies, scene),
    statedTerms(one),
    parameters(one),
    aboveFacts(one, all, scene),
  ] as const
}

/**
 * When a processor starts: with the engagement, or later where its provider comes later. The first of its services
 * counts, and one whose provider is not stated may be one of them. What is only bought is used from the start.
 */
function processingStarts({ processor }: Relationship, scene: Scene): Value<Moment> {
  const { engagement, reader } = scene
  const starts = asFirstInstant(reader.get(engagement, [], 'starts', 'State when processing starts: `starts`.'))
  if (engagement.context === 'vendor-use') return starts
  if (processor.kind === 'unknown' && processor.provider === undefined) return openLike(processor.country)
  const { provider: of } = processor
  if (of === undefined) return starts
  return remembered(firstUse, of, scene, () => firstUse(of, starts, scene))
}

function firstUse(of: string, starts: Value<Moment>, scene: Scene): Value<Moment> {
  const services = scene.components.filter(({ provider, service }) => provider === of || service.value === undefined)
  if (services.length === 0) return starts
  const since = services.map((component) =>
    chain(usedSince(component, scene), (day) => (day === 'first-set' ? starts : asFirstInstant(known(day)))),
  )
  return map(each(since), (all) => all.reduce((first, one) => (one.from < first.from ? one : first)))
}

/** Whether the party that data is processed for has one of some roles. */
const acts = (one: Relationship, roles: readonly string[]): Value<boolean> =>
  or(
    ...one.disclosures.map((it) =>
      and(
        it.occurs,
        processesOnBehalf(it),
        map(it.exporterRole, (role) => roles.includes(role)),
      ),
    ),
    one.more,
  )

/** Each asset and purpose for which a controller makes personal data available, and whether a legal basis is recorded. */
function legalBases(one: Relationship, scene: Scene) {
  const bases = scene.engagement.legalBases
  const recorded = ({ asset, exporter, purpose }: Disclosure): Value<boolean> => {
    if (bases === undefined)
      return unknown(scene.reader.missing([], 'legalBases', 'State the recorded legal bases: `legalBases`, or `[]`.'))
    return chain(purpose, (id) =>
      or(
        known(false, scene.reader.listed(['legalBases'])),
        ...bases
          .filter((entry) => entry.basis !== 'none' && entry.data.includes(asset.id) && entry.purposes.includes(id))
          .map((entry) => names(entry.controller, exporter, scene)),
      ),
    )
  }
  const decides = (it: Disclosure): Value<boolean> =>
    map(it.exporterRole, (role) => role === 'controller' || role === 'joint-controller')
  const { count, list } = shortfallOf([
    ...one.disclosures.map((it) => ({
      what: `${it.asset.id} for ${it.purpose.value ?? 'a purpose not stated'}`,
      short: and(
        it.personal,
        it.occurs,
        decides(it),
        map(recorded(it), (yes) => !yes),
      ),
    })),
    { what: 'further data', short: one.more },
  ])
  return { dataWithoutBasisCount: count, dataWithoutBasis: list }
}

function agreementFacts(one: Relationship, gdprApplies: Value<boolean>, scene: Scene) {
  const { agreement } = one
  const { reader } = scene
  const acceptance = agreement.acceptance
  const part = (key: 'by' | 'version'): Value<boolean> =>
    chain(acceptance, (record) =>
      map(
        reader.get(
          record,
          [...agreement.pointer, 'acceptance'],
          key,
          `State \`acceptance.${key}\`: who accepted which version.`,
        ),
        () => true,
      ),
    )
  const named = agreement.says((terms) => terms.regimes, 'regimes')
  const regimes = reader.get(scene.engagement, [], 'regimes', 'State `regimes`, or `[]`.')
  const applies: readonly (readonly ['gdpr' | 'uk-gdpr' | 'ccpa' | 'swiss-fadp', Value<boolean>])[] = [
    ['gdpr', gdprApplies],
    ['uk-gdpr', one.controller.underUkGdpr],
    ['ccpa', one.controller.ccpaBusiness],
    ['swiss-fadp', known(false)],
  ]
  const unnamed = shortfallOf(
    applies.map(([regime, follows]) => ({
      what: regime,
      short: and(
        or(
          follows,
          map(regimes, (list) => list.includes(regime)),
        ),
        map(named, (list) => !list.includes(regime)),
      ),
    })),
  )
  return {
    agreement: agreement.title,
    agreementExists: agreement.exists,
    agreementSigned: agreement.signed,
    agreementSignedOn: chain(agreement.signedOn, (day) =>
      day === 'none' ? unknown() : asFirstInstant(known(day, ...agreement.signedOn.from)),
    ),
    unnamedRegimeCount: unnamed.count,
    unnamedRegimes: unnamed.list,
    acceptanceRecorded: and(
      map(acceptance, ({ on }) => on !== 'none'),
      part('by'),
      part('version'),
    ),
    acceptedOn: chain(acceptance, ({ on }) => (on === 'none' ? unknown() : asMoment(known(on, ...acceptance.from)))),
  }
}

const ccpaTerms = {
  'ccpa-no-sale': 'no sale or sharing',
  'ccpa-specific-purposes': 'the specific business purposes',
  'ccpa-no-other-purpose': 'no use for other purposes',
  'ccpa-no-other-commercial-purpose': 'no use for commercial purposes of others',
  'ccpa-no-use-outside-relationship': 'no use outside the direct relationship',
  'ccpa-same-protection': 'the protection that the law asks for',
  'ccpa-verification': 'steps to verify the use',
  'ccpa-notice-of-inability': 'notice within five business days of being unable to comply',
  'ccpa-stop-and-remediate': 'stopping and remedying unauthorised use',
  'ccpa-consumer-requests': 'help with requests of consumers',
} as const satisfies Partial<Record<keyof StatedTerms, string>>

function statedTerms({ agreement }: Relationship) {
  const says = (term: keyof StatedTerms) => states(agreement, term)
  const ccpa = shortfallOf(
    Object.entries(ccpaTerms).map(([term, what]) => ({
      what,
      short: map(says(term as keyof typeof ccpaTerms), (yes) => !yes),
    })),
  )
  return {
    statesPartOfServiceAgreement: says('part-of-service-agreement'),
    statesSubjectMatter: says('subject-matter'),
    statesDuration: says('duration'),
    statesNature: says('nature'),
    statesPurpose: says('purpose'),
    statesDataTypes: says('data-types'),
    statesDataSubjects: says('data-subjects'),
    statesControllerDuties: says('controller-duties'),
    statesDocumentedInstructions: says('documented-instructions'),
    statesInstructionsOnTransfers: says('instructions-on-transfers'),
    statesNoticeOfLegalRequirement: says('notice-of-legal-requirement'),
    statesConfidentiality: says('confidentiality'),
    statesSecurity: says('security'),
    statesSubProcessorChanges: says('sub-processor-changes'),
    statesSubProcessorObligations: says('sub-processor-obligations'),
    statesSubProcessorList: says('sub-processor-list'),
    statesAssistanceWithRights: says('assistance-with-rights'),
    statesAssistanceWithSecurity: says('assistance-with-security'),
    statesBreachNotice: says('breach-notice'),
    statesAssistanceWithImpactAssessments: says('assistance-with-impact-assessments'),
    statesDeletionOrReturn: says('deletion-or-return'),
    statesInformationOnCompliance: says('information-on-compliance'),
    statesAudits: says('audits'),
    statesWarningOfUnlawfulInstructions: says('warning-of-unlawful-instructions'),
    missingCcpaTermCount: ccpa.count,
    missingCcpaTerms: ccpa.list,
  }
}

function parameters({ agreement }: Relationship) {
  const { says, place } = agreement
  const within = says((terms) => terms.breachNotice?.within, 'breachNotice', 'within')
  return {
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
  }
}
