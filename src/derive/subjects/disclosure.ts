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
import { and, because, chain, each, firstKnown, known, map, openLike, or, unknown, type Value } from '../value.ts'
import { documentation } from './documentation.ts'
import { subjectOf, together } from './subject.ts'

export function disclosureSubject(one: Disclosure, scene: Scene): Subject {
  const ground = groundOf(one.exporter, one.importer, scene)
  const label = `${one.asset.title} from ${one.exporter.name} to ${one.importer.name}`
  const facts = together(
    transferFacts(one),
    groundFacts(one, ground, scene),
    derogationFacts(ground, scene),
    assessmentFacts(one, ground, scene),
  )
  return subjectOf('disclosure', one.id, label, one.place, facts)
}

function transferFacts(one: Disclosure) {
  const { asset, exporter, importer } = one
  const path = { kind: 'path' as const, path: one.path }
  const from = asset.state.from
  const protection: Value<'clear' | 'pseudonymised' | 'encrypted' | 'anonymised'> = isEncrypted(one.protection)
    ? one.protection === 'encrypted:?'
      ? unknown(...from)
      : known('encrypted')
    : one.protection === 'unassessed'
      ? known('anonymised')
      : one.protection === 'unstated'
        ? unknown(...from)
        : known(one.protection)
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
    protection,
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
  }
}

function groundFacts(one: Disclosure, ground: Ground, scene: Scene) {
  const read = readGround(ground, scene)
  // A stated list that names the two nowhere states that there is no ground.
  const relied = <K extends 'reliesOn' | 'ukReliesOn'>(key: K): Value<NonNullable<Safeguard[K]> | 'none'> =>
    ground.stated.value === false
      ? known('none' as const, ...ground.stated.from)
      : read(key, `State the ground: \`${key}\` of the safeguard ${ground.entry?.id ?? ''}.`)
  const adequacy = adequacyOf(one, scene, 'eu-gdpr')
  const uk = adequacyOf(one, scene, 'uk-gdpr')
  const listing = listingOf(one, ground, scene)
  const instrument = instrumentOf(ground, scene)
  const scc = ground.entry?.scc
  const bcr = ground.entry?.bcr
  const members = within(ground, scene, 'bcr', bcr, 'members')
  return {
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
    toolAuthorised: within(ground, scene, 'otherTool', ground.entry?.otherTool, 'authorised'),
    toolCommitments: within(ground, scene, 'otherTool', ground.entry?.otherTool, 'bindingCommitments'),
  }
}

function derogationFacts(ground: Ground, scene: Scene) {
  type Derogation = NonNullable<NonNullable<Ground['entry']>['derogation']>
  const read = <K extends keyof Derogation & string>(key: K) =>
    within(ground, scene, 'derogation', ground.entry?.derogation, key)
  return {
    derogation: read('letter'),
    occasional: read('occasional'),
    explicitConsent: read('explicitConsent'),
    consentSpecific: read('consentSpecific'),
    risksInformed: read('risksInformed'),
    necessary: read('necessary'),
    publicInterestInLaw: read('publicInterestInLaw'),
    subjectIncapable: read('subjectIncapable'),
    publicRegister: read('publicRegister'),
    wholeRegister: read('wholeRegister'),
    publicAuthorityExporter: read('publicAuthorityExporter'),
    repetitive: read('repetitive'),
    limitedSubjects: read('limitedSubjects'),
    notOverridden: read('notOverridden'),
    suitableSafeguards: read('suitableSafeguards'),
    authorityInformed: read('authorityInformed'),
    subjectsInformed: read('subjectsInformed'),
    derogationRecorded: read('recorded'),
  }
}

function assessmentFacts(one: Disclosure, ground: Ground, scene: Scene) {
  const read = readGround(ground, scene)
  const entry = ground.entry
  const tiaOn = within(ground, scene, 'tia', entry?.tia, 'on')
  const measure = <K extends keyof NonNullable<NonNullable<Ground['entry']>['measureFacts']> & string>(key: K) =>
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

const upstreamGround = (before: Disclosure, scene: Scene): Value<string> => {
  const ground = groundOf(before.exporter, before.importer, scene)
  return ground.stated.value === false ? known('none') : firstKnown<string>(readGround(ground, scene)('reliesOn'))
}

/** The identity of a recipient is known where it is a party or a registered entity, and not an unnamed one in a place. */
function identified(one: Disclosure): Value<boolean> {
  if (one.importer.kind === 'unknown') return openLike(one.importer.country)
  if (one.importer.id.includes('@')) return openLike(one.destination)
  return and(known(true))
}
