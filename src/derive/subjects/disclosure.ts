import type { Subject } from '../../model/subject.ts'
import { isEncrypted } from '../assets.ts'
import type { Disclosure } from '../disclosures.ts'
import {
  adequacyOf,
  asFirstInstant,
  asLastDay,
  asMoment,
  type Ground,
  groundOf,
  instrumentOf,
  listingOf,
  protectionFacts,
  readGround,
  type Safeguard,
  within,
} from '../grounds.ts'
import type { Scene } from '../scene.ts'
import { because, chain, each, firstKnown, known, map, openLike, or, unknown, type Value } from '../value.ts'
import { documentation } from './documentation.ts'
import { type FactsOf, subjectOf } from './subject.ts'

export function disclosureSubject(one: Disclosure, scene: Scene): Subject {
  const ground = groundOf(one.exporter, one.importer, scene)
  const label = `${one.asset.title} from ${one.exporter.name} to ${one.importer.name}`
  return subjectOf('disclosure', one.id, label, one.place, factsOf(one, ground, scene))
}

/** In one literal: what is put together of several objects is slow to make and to read. */
function factsOf(one: Disclosure, ground: Ground, scene: Scene): FactsOf<'disclosure'> {
  const { asset, exporter, importer } = one
  const path = { kind: 'path' as const, path: one.path }
  const { entry } = ground
  const read = readGround(ground, scene)
  // A stated list that names the two nowhere states that there is no ground.
  const relied = <K extends 'reliesOn' | 'ukReliesOn'>(key: K): Value<NonNullable<Safeguard[K]> | 'none'> =>
    ground.stated.value === false
      ? known('none' as const, ...ground.stated.from)
      : read(key, `State the ground: \`${key}\` of the safeguard ${entry?.id ?? ''}.`)
  const adequacy = adequacyOf(one, scene, 'eu-gdpr')
  const uk = adequacyOf(one, scene, 'uk-gdpr')
  const listing = listingOf(one, ground, scene)
  const instrument = instrumentOf(ground, scene)
  const scc = entry?.scc
  const bcr = entry?.bcr
  const members = within(ground, scene, 'bcr', bcr, 'members')
  const derogation = <K extends keyof NonNullable<Safeguard['derogation']> & string>(key: K) =>
    within(ground, scene, 'derogation', entry?.derogation, key)
  const tiaOn = within(ground, scene, 'tia', entry?.tia, 'on')
  const measure = <K extends keyof NonNullable<Safeguard['measureFacts']> & string>(key: K) =>
    within(ground, scene, 'measureFacts', entry?.measureFacts, key)
  const reach = protectionFacts(one, scene)
  const documented = documentation(
    entry?.documented,
    read('documented'),
    ['safeguards', ground.index, 'documented'],
    scene,
  )
  const upstream = chain(one.upstream, (list) => each(list.map((before) => upstreamGround(before, scene))))
  return {
    exporter: known(exporter.name),
    importer: known(importer.name),
    asset: known(asset.title),
    destination: map(one.destination, (place) => (place === 'worldwide' ? 'any country' : place)),
    purpose: one.purpose,
    path: known(
      one.path.taken.map((step) => step.node),
      path,
    ),
    channels: known(one.channels),
    activities: known(one.activities),
    occurs: one.occurs,
    personalData: because(one.personal, path),
    specialCategories: asset.special,
    employmentData: asset.employment,
    confidentialData: asset.confidential,
    protection: formOf(one),
    exporterReach: exporter.reach,
    importerReach: importer.reach,
    exporterUnderUkGdpr: exporter.underUkGdpr,
    exporterRole: one.exporterRole,
    importerRole: one.importerRole,
    roles: one.roles,
    sameEntity: one.sameEntity,
    importerInEea: importer.inEea,
    destinationInEea: one.destinationInEea,
    destinationInUk: map(one.destination, (place) => place === 'GB'),
    worldwide: one.worldwide,
    criterion1: one.criteria[0],
    criterion2: one.criteria[1],
    criterion3: one.criteria[2],
    isTransfer: one.isTransfer,
    isUkTransfer: one.isUkTransfer,
    onward: one.onward,
    systematicProviderUse: or(one.through('hosting'), one.through('affiliate')),
    remoteAccess: one.through('remote-access'),
    reliedOn: relied('reliesOn'),
    ukReliedOn: relied('ukReliesOn'),
    fallbacks: read('fallbacks'),
    adequacyDecision: adequacy.exists,
    adequacyFrom: adequacy.from,
    adequacyHasEnd: adequacy.hasEnd,
    adequacyUntil: adequacy.until,
    adequacyScope: adequacy.scope,
    importerKinds: one.importer.recipientKinds,
    means: one.means,
    ukAdequacyDecision: uk.exists,
    ukAdequacyScope: uk.scope,
    ukAdequacyHasEnd: uk.hasEnd,
    ukAdequacyUntil: uk.until,
    dpfEntityMatches: listing.entityMatches,
    dpfStatus: listing.status,
    dpfFrameworks: listing.frameworks,
    dpfCovers: listing.covers,
    dpfCheckedOn: listing.checkedOn,
    dpfRecertificationDue: listing.recertificationDue,
    sccSet: within(ground, scene, 'scc', scc, 'set'),
    sccModules: map(within(ground, scene, 'scc', scc, 'modules'), (list) => list.map(String)),
    sccModulesConfirmed: within(ground, scene, 'scc', scc, 'modulesConfirmed'),
    sccBindsFrom: asFirstInstant(within(ground, scene, 'scc', scc, 'bindsFrom')),
    sccAnnexes: within(ground, scene, 'scc', scc, 'annexes'),
    firstTransferOn: asMoment(read('firstTransferOn')),
    instrumentInvalidated: instrument.invalidated,
    instrumentInvalidSince: instrument.since,
    bcrType: within(ground, scene, 'bcr', bcr, 'type'),
    bcrNamesBoth: map(members, (list) => {
      const bound = list.map((ref) => scene.entities.byRef(ref)?.id ?? ref)
      return bound.includes(one.exporter.id) && bound.includes(one.importer.id)
    }),
    bcrApprovedOn: asMoment(within(ground, scene, 'bcr', bcr, 'approvedOn')),
    toolAuthorised: within(ground, scene, 'otherTool', entry?.otherTool, 'authorised'),
    toolCommitments: within(ground, scene, 'otherTool', entry?.otherTool, 'bindingCommitments'),
    derogation: derogation('letter'),
    occasional: derogation('occasional'),
    explicitConsent: derogation('explicitConsent'),
    consentSpecific: derogation('consentSpecific'),
    risksInformed: derogation('risksInformed'),
    necessary: derogation('necessary'),
    publicInterestInLaw: derogation('publicInterestInLaw'),
    subjectIncapable: derogation('subjectIncapable'),
    publicRegister: derogation('publicRegister'),
    wholeRegister: derogation('wholeRegister'),
    publicAuthorityExporter: derogation('publicAuthorityExporter'),
    repetitive: derogation('repetitive'),
    limitedSubjects: derogation('limitedSubjects'),
    notOverridden: derogation('notOverridden'),
    suitableSafeguards: derogation('suitableSafeguards'),
    authorityInformed: derogation('authorityInformed'),
    subjectsInformed: derogation('subjectsInformed'),
    derogationRecorded: derogation('recorded'),
    tiaExists: map(tiaOn, (day) => day !== 'none'),
    tiaOn: chain(tiaOn, (day) => (day === 'none' ? unknown() : asMoment(known(day, ...tiaOn.from)))),
    tiaReviewBy: asLastDay(within(ground, scene, 'tia', entry?.tia, 'reviewBy')),
    problematicLaw: within(ground, scene, 'tia', entry?.tia, 'problematicLaw'),
    measures: read('measures'),
    importerNeedsClearText: one.needsClearText,
    keysOutsideImporter: reach.keysOutsideImporter,
    additionalInformationWithExporterOnly: reach.additionalInformationWithExporterOnly,
    strongEncryption: measure('strongEncryption'),
    transitOnly: measure('transitOnly'),
    recipientProtectedByLaw: measure('recipientProtectedByLaw'),
    splitAcrossJurisdictions: measure('splitAcrossJurisdictions'),
    singlingOutExcluded: measure('singlingOutExcluded'),
    combinesWithEuData: read('combinesWithEuData'),
    upstreamGrounds: map(upstream, (list) => [...new Set<string>(list)].sort()),
    onwardContract: within(ground, scene, 'onward', entry?.onward, 'contract'),
    onwardConditionsMet: within(ground, scene, 'onward', entry?.onward, 'conditionsMet'),
    importerIdentified: identified(one),
    instructed: documentation(
      entry?.instructions,
      read('instructions'),
      ['safeguards', ground.index, 'instructions'],
      scene,
    ).exists,
    documented: documented.exists,
    undocumentedPartCount: documented.missingCount,
    undocumentedParts: documented.missing,
  }
}

/** The form in which it arrives, in the words of the catalogue. */
function formOf({ asset, protection }: Disclosure): FactsOf<'disclosure'>['protection'] {
  const open = protection === 'encrypted:?' || protection === 'unstated'
  if (open) return unknown(...asset.state.from)
  if (isEncrypted(protection)) return known('encrypted')
  return known(protection === 'unassessed' ? 'anonymised' : protection)
}

const upstreamGround = (before: Disclosure, scene: Scene): Value<string> => {
  const ground = groundOf(before.exporter, before.importer, scene)
  return ground.stated.value === false ? known('none') : firstKnown<string>(readGround(ground, scene)('reliesOn'))
}

/** The identity of a recipient is known where it is a party or a registered entity, and not an unnamed one in a place. */
function identified(one: Disclosure): Value<boolean> {
  if (one.importer.kind === 'unknown') return openLike(one.importer.country)
  if (one.importer.id.includes('@')) return openLike(one.destination)
  return known(true)
}
