import type { Engagement } from '../model/generated/engagement.ts'
import type { Document, Pointer } from '../model/location.ts'
import type { Registry } from '../model/workspace.ts'
import { seen } from '../text/harmless.ts'
import { suggest } from '../text/nearest.ts'
import { type Ids, idsOf } from './ids.ts'
import { KnownIds, type Lookups, lookupsIn } from './lookups.ts'
import { type Names, serviceOf } from './names.ts'
import { inside, type Place, type Problems } from './rules/problems.ts'

type Listed<K extends keyof Engagement> = NonNullable<Engagement[K]> extends readonly (infer T)[] ? T : never

/** What the checks of one descriptor share. */
type Checking = {
  readonly at: (...pointer: Pointer) => Place
  readonly ids: Ids
  readonly names: Names
  readonly lookups: Lookups
  readonly problems: Problems
}

/**
 * Looks up everything that a descriptor names: its own ids, and the registry's.
 *
 * Errors: REFERENCE_UNKNOWN, PROVIDER_UNKNOWN, SERVICE_UNKNOWN, REGION_UNKNOWN, TERM_UNKNOWN, VALUE_NOT_ALLOWED (a
 * country). An unknown region is reported here, as it mostly is a slip; what is derived never guesses one.
 */
export function checkReferences(
  document: Document<Engagement>,
  registry: Registry,
  names: Names,
  problems: Problems,
): void {
  const at = (...pointer: Pointer): Place => ({ document, pointer })
  const checking = { at, ids: idsOf(document.value, registry), names, lookups: lookupsIn(names, problems), problems }
  const engagement = document.value
  each(engagement.parties, (party, index) => checkParty(party, at('parties', index), checking))
  each(engagement.people, (person, index) => {
    checkPartyRef(person.employer, at('people', index, 'employer'), checking)
    checking.lookups.places(person.worksFrom, at('people', index, 'worksFrom'))
  })
  each(engagement.data, (asset, index) => checkAsset(asset, at('data', index), checking))
  each(engagement.components, (component, index) => checkComponent(component, at('components', index), checking))
  each(engagement.providers, (provider, index) => checkProvider(provider, at('providers', index), checking))
  each(engagement.flows, (flow, index) => checkFlow(flow, at('flows', index), checking))
  each(engagement.remoteAccess, (access, index) => checkRemoteAccess(access, at('remoteAccess', index), checking))
  each(engagement.aiUses, (use, index) => checkAiUse(use, at('aiUses', index), checking))
  each(engagement.tags, (tag, index) => checkTag(tag, at('tags', index), checking))
  checkAssurance(engagement.assurance, at('assurance'), checking)
  each(engagement.safeguards, (safeguard, index) => checkSafeguard(safeguard, at('safeguards', index), checking))
  each(engagement.agreements, (agreement, index) => checkAgreement(agreement, at('agreements', index), checking))
  each(engagement.legalBases, ({ controller, data, purposes }, index) => {
    const place = at('legalBases', index)
    checkPartyRef(controller, inside(place, 'controller'), checking)
    checking.lookups.each(data, inside(place, 'data'), checking.ids.dataOrImplied, 'data asset')
    checking.lookups.each(purposes, inside(place, 'purposes'), names.purposes, 'purpose', 'TERM_UNKNOWN')
  })
  checkSecurity(engagement.security, at('security'), checking)
  each(engagement.decisions?.equivalenceAssessments, ({ processor }, index) =>
    checkPartyRef(processor, at('decisions', 'equivalenceAssessments', index, 'processor'), checking),
  )
  each(engagement.decisions?.processorAssessments, ({ processor }, index) =>
    checkPartyRef(processor, at('decisions', 'processorAssessments', index, 'processor'), checking),
  )
  each(engagement.accounts, (account, index) => checkAccount(account, at('accounts', index), checking))
  each(engagement.accessEvidence, ({ organisation, administers }, index) => {
    const place = at('accessEvidence', index)
    checkPartyRef(organisation, inside(place, 'organisation'), checking)
    checkAdministers(administers, place, checking)
  })
}

function checkAgreement(agreement: Listed<'agreements'>, place: Place, checking: Checking): void {
  const { lookups, names, ids } = checking
  checkPartyRefs(agreement.parties, inside(place, 'parties'), checking)
  lookups.each(agreement.components, inside(place, 'components'), ids.components, 'component')
  lookups.one(agreement.template, inside(place, 'template'), names.templates, 'template or provider with terms')
  const { purposes, subProcessing } = agreement.terms ?? {}
  lookups.each(purposes, inside(place, 'terms', 'purposes'), names.purposes, 'purpose', 'TERM_UNKNOWN')
  checkPartyRefs(subProcessing?.named, inside(place, 'terms', 'subProcessing', 'named'), checking)
}

function checkParty(party: Listed<'parties'>, place: Place, { lookups, names, ids }: Checking): void {
  lookups.entity(party.entity, inside(place, 'entity'))
  lookups.country(party.country, inside(place, 'country'))
  lookups.country(party.parentCountry, inside(place, 'parentCountry'))
  each(party.roles, ({ purpose, data }, index) => {
    checkPurpose(purpose, inside(place, 'roles', index, 'purpose'), lookups, names)
    lookups.each(data, inside(place, 'roles', index, 'data'), ids.data, 'data asset')
  })
}

function checkAsset(asset: Listed<'data'>, place: Place, checking: Checking): void {
  const { lookups, names, ids } = checking
  lookups.each(asset.categories, inside(place, 'categories'), names.categories, 'category', 'TERM_UNKNOWN')
  lookups.each(asset.subjects, inside(place, 'subjects'), names.subjects, 'group of data subjects', 'TERM_UNKNOWN')
  lookups.each(asset.derivedFrom, inside(place, 'derivedFrom'), ids.data, 'data asset')
  lookups.each(asset.additionalInformationFor, inside(place, 'additionalInformationFor'), ids.data, 'data asset')
  checkPartyRef(asset.owner, inside(place, 'owner'), checking)
  checkPartyRefs(asset.keyHolders, inside(place, 'keyHolders'), checking)
  checkPartyRef(asset.release?.by, inside(place, 'release', 'by'), checking)
}

function checkComponent(component: Listed<'components'>, place: Place, checking: Checking): void {
  const { lookups, names, ids } = checking
  lookups.one(component.context?.agreement, inside(place, 'context', 'agreement'), ids.agreements, 'agreement')
  if (component.service !== 'none') lookups.service(component.service, inside(place, 'service'))
  for (const key of ['contractedBy', 'operatedBy', 'controlledBy'] as const) {
    checkPartyRef(component[key], inside(place, key), checking)
  }
  lookups.each(component.holds, inside(place, 'holds'), ids.data, 'data asset')
  checkPartyRefs(component.encryption?.keyHolders, inside(place, 'encryption', 'keyHolders'), checking)
  checkPurpose(component.purpose, inside(place, 'purpose'), lookups, names)
  for (const [activity, places] of Object.entries(component.locations ?? {})) {
    lookups.places(places, inside(place, 'locations', activity))
  }
  checkServiceSettings(component, place, checking)
}

/** What a component says of its service has to be something that the registry knows of that service. */
function checkServiceSettings(component: Listed<'components'>, place: Place, { lookups, names }: Checking): void {
  const found = serviceOf(names, component.service)
  if (found === undefined) return
  const { provider, service } = found
  const of = `of ${provider.id}/${service.id}`
  lookups.one(component.entity, inside(place, 'entity'), new KnownIds(provider.entities), `entity of ${provider.id}`)
  lookups.one(
    component.endpointScope,
    inside(place, 'endpointScope'),
    new KnownIds(service.endpointScopes),
    `endpoint scope ${of}`,
  )
  lookups.each(
    component.residency,
    inside(place, 'residency'),
    new KnownIds(service.residency),
    `residency setting ${of}`,
  )
  if (component.ownPurposes !== undefined) {
    const optional = (service.ownPurposes ?? []).filter((one) => one.optional === true).map(({ purpose }) => purpose)
    lookups.each(component.ownPurposes, inside(place, 'ownPurposes'), new Set(optional), `optional purpose ${of}`)
  }
  for (const feature of Object.keys(component.aiFeatures ?? {})) {
    lookups.one(feature, inside(place, 'aiFeatures', feature), new KnownIds(service.aiFeatures), `AI feature ${of}`)
  }
  const table = names.regions.get(service.location.regions ?? '')
  if (table !== undefined) {
    lookups.one(component.region, inside(place, 'region'), table, `region ${of}`, 'REGION_UNKNOWN')
  }
}

function checkProvider(entry: Listed<'providers'>, place: Place, checking: Checking): void {
  const { lookups, ids } = checking
  const name = inside(place, 'provider')
  if (entry.provider.includes('/')) lookups.service(entry.provider, name)
  else lookups.provider(entry.provider, name)
  checkPartyRef(entry.requestedBy, inside(place, 'requestedBy'), checking)
  for (const key of ['approvedArchitecture', 'documented'] as const) {
    lookups.one(entry[key]?.agreement, inside(place, key, 'agreement'), ids.agreementsOrNone, 'agreement')
  }
}

function checkFlow(flow: Listed<'flows'>, place: Place, checking: Checking): void {
  const { lookups, names, ids } = checking
  lookups.one(flow.from, inside(place, 'from'), ids.nodes, 'component or party')
  lookups.one(flow.to, inside(place, 'to'), ids.nodes, 'component or party')
  lookups.each(flow.data, inside(place, 'data'), ids.dataOrImplied, 'data asset')
  checkPurpose(flow.purpose, inside(place, 'purpose'), lookups, names)
  lookups.one(flow.transform?.performedBy, inside(place, 'transform', 'performedBy'), ids.nodes, 'component or party')
  checkPartyRefs(flow.transform?.keyHolders, inside(place, 'transform', 'keyHolders'), checking)
}

function checkRemoteAccess(access: Listed<'remoteAccess'>, place: Place, checking: Checking): void {
  const { lookups, names, ids } = checking
  if (!ids.people.has(access.by)) checkPartyRef(access.by, inside(place, 'by'), checking, ids.people)
  lookups.places(access.from, inside(place, 'from'))
  lookups.each(access.to, inside(place, 'to'), ids.components, 'component')
  lookups.each(access.data, inside(place, 'data'), ids.dataOrImplied, 'data asset')
  checkPurpose(access.purpose, inside(place, 'purpose'), lookups, names)
}

function checkAiUse(use: Listed<'aiUses'>, place: Place, checking: Checking): void {
  const { lookups, names, ids } = checking
  lookups.one(use.component, inside(place, 'component'), ids.components, 'component')
  lookups.one(use.documented?.agreement, inside(place, 'documented', 'agreement'), ids.agreementsOrNone, 'agreement')
  lookups.each(use.outputs, inside(place, 'outputs'), ids.data, 'data asset')
  lookups.one(use.exception?.agreement, inside(place, 'exception', 'agreement'), ids.agreementsOrNone, 'agreement')
  checkPartyRef(use.transparency?.systemProvider, inside(place, 'transparency', 'systemProvider'), checking)
  const found = serviceOf(names, ids.components.get(use.component)?.service)
  if (found === undefined) return
  const features = new KnownIds(found.service.aiFeatures)
  lookups.one(use.feature, inside(place, 'feature'), features, `AI feature of ${found.provider.id}/${found.service.id}`)
}

function checkTag(tag: Listed<'tags'>, place: Place, { lookups, ids }: Checking): void {
  lookups.one(tag.on, inside(place, 'on'), ids.components, 'component')
  if (tag.component !== 'none') lookups.one(tag.component, inside(place, 'component'), ids.components, 'component')
  lookups.each(tag.loads, inside(place, 'loads'), ids.tags, 'tag')
  lookups.one(tag.documented?.agreement, inside(place, 'documented', 'agreement'), ids.agreementsOrNone, 'agreement')
  lookups.entity(tag.termsAccepted?.with, inside(place, 'termsAccepted', 'with'))
}

function checkAssurance(assurance: Engagement['assurance'], place: Place, checking: Checking): void {
  const { lookups, ids } = checking
  each(assurance?.audits, (audit, index) => {
    const here = inside(place, 'audits', index)
    checkPartyRef(audit.mandatedBy, inside(here, 'mandatedBy'), checking)
    checkPartyRef(audit.auditor, inside(here, 'auditor'), checking)
    lookups.one(audit.conditions?.agreement, inside(here, 'conditions', 'agreement'), ids.agreementsOrNone, 'agreement')
  })
  each(assurance?.sharedPolicies, (shared, index) =>
    checkPartyRef(shared.with, inside(place, 'sharedPolicies', index, 'with'), checking),
  )
}

function checkSafeguard(safeguard: Listed<'safeguards'>, place: Place, checking: Checking): void {
  const { lookups, ids } = checking
  checkPartyRef(safeguard.exporter, inside(place, 'exporter'), checking)
  checkPartyRef(safeguard.importer, inside(place, 'importer'), checking)
  checkPartyRefs(safeguard.bcr?.members, inside(place, 'bcr', 'members'), checking)
  for (const key of ['instructions', 'documented'] as const) {
    lookups.one(safeguard[key]?.agreement, inside(place, key, 'agreement'), ids.agreementsOrNone, 'agreement')
  }
}

function checkSecurity(security: Engagement['security'], place: Place, { lookups, ids }: Checking): void {
  const document = (reference: { readonly agreement?: string } | undefined, where: Place): void =>
    lookups.one(reference?.agreement, inside(where, 'agreement'), ids.agreementsOrNone, 'agreement')
  document(security?.measures, inside(place, 'measures'))
  document(security?.development?.controls, inside(place, 'development', 'controls'))
  each(security?.commitments, ({ agreed }, index) => document(agreed, inside(place, 'commitments', index, 'agreed')))
}

function checkAccount(account: unknown, place: Place, checking: Checking): void {
  const { lookups, ids } = checking
  const { holders, owner, organisation, administers } = account as Listed<'accounts'> & Record<string, unknown>
  lookups.each(holders, inside(place, 'holders'), ids.people, 'person')
  lookups.one(owner, inside(place, 'owner'), ids.people, 'person')
  checkPartyRef(organisation, inside(place, 'organisation'), checking)
  checkAdministers(administers, place, checking)
}

function checkAdministers(administers: readonly string[] | undefined, place: Place, { lookups, ids }: Checking): void {
  each(administers, (name, index) => {
    const here = inside(place, 'administers', index)
    if (typeof name === 'string' && name.includes('/')) lookups.service(name, here)
    else lookups.one(name, here, ids.components, 'component')
  })
}

function checkPurpose(value: unknown, place: Place, lookups: Lookups, names: Names): void {
  lookups.one(value, place, names.purposes, 'purpose', 'TERM_UNKNOWN')
}

function checkPartyRefs(values: readonly unknown[] | undefined, place: Place, checking: Checking): void {
  each(values, (value, index) => checkPartyRef(value, inside(place, index), checking))
}

/** A party, `firm`, `aws`, `aws/aws-inc` or `aws@US`; and a person, where `people` are given. */
function checkPartyRef(value: unknown, place: Place, checking: Checking, people?: ReadonlySet<string>): void {
  const { ids, names, lookups, problems } = checking
  if (typeof value !== 'string') return
  if (value === 'firm' || ids.parties.has(value) || names.providers.has(value)) return
  if (value.includes('/')) {
    lookups.entity(value, place)
    return
  }
  const [provider = '', country] = value.split('@')
  if (country !== undefined) {
    lookups.provider(provider, place)
    lookups.country(country, place)
    return
  }
  const known = [...(people ?? []), ...ids.parties.keys(), 'firm', ...names.providers.keys()]
  const what = people === undefined ? 'party or provider' : 'person, party or provider'
  const message = `There is no ${what} ${seen(value)}`
  problems.add(place, { code: 'REFERENCE_UNKNOWN', message, hint: suggest(value, known) })
}

/** A list that is not stated, or a word that stands for one, has nothing to look up. */
function each<T>(list: readonly T[] | string | undefined, visit: (item: T, index: number) => void): void {
  if (list !== undefined && typeof list !== 'string') list.forEach(visit)
}
