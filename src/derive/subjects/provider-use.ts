import type { Subject } from '../../model/subject.ts'
import { allPlaces, type Component, placesOutsideEea } from '../components.ts'
import type { Entity } from '../entities.ts'
import { names } from '../names.ts'
import { employerOf, holdersAt, knownHoldersAt, machinesAt } from '../people.ts'
import { onceFor } from '../remembered.ts'
import type { Scene } from '../scene.ts'
import { union } from '../union.ts'
import { and, anyOf, chain, each, known, likewise, map, openLike, unknown, type Value } from '../value.ts'
import { clientPersonalAt, personalAt } from './architecture.ts'
import { subjectOf } from './subject.ts'
import { answersFor, supplierOf, tellerOf } from './supplier.ts'

/** One for each component that runs on a provider's service, or may. */
export function providerUseSubjects(scene: Scene): readonly Subject[] {
  return scene.components
    .filter((component) => component.service.value !== 'none')
    .map((component) => providerUse(component, scene))
}

function providerUse(component: Component, scene: Scene): Subject {
  const { reader, index } = scene
  const { value, pointer } = component
  const places = allPlaces(component, scene)
  const outside = chain(places, (list) => placesOutsideEea(list, index))
  const access = accessOutside(component, scene)
  const residency = reader.get(
    value,
    pointer,
    'residency',
    `State the \`residency\` settings of ${value.id} that are on, or \`[]\`.`,
  )
  const settings = component.registered?.value.residency ?? []
  // A service without such settings leaves nothing to rely on.
  const relied =
    component.registered !== undefined && settings.length === 0
      ? known([] as readonly string[], component.registered.origin)
      : residency
  // Whether a setting binds is for the service to say: without one, nothing is known of it.
  const unbinding =
    component.registered === undefined
      ? openLike(component.service)
      : map(relied, (list) => list.filter((id) => settings.find((one) => one.id === id)?.binding === false))
  const stated = (key: 'region' | 'endpointScope', ask: string): Value<boolean> => {
    const one = reader.get(value, pointer, key, ask)
    return one.value === undefined ? openLike(one) : likewise(true, one)
  }
  const { terms, reviews, approvals } = supplierOf(component, scene)
  const told = tellerOf(component)
  const listed = <T>(one: Value<T> | undefined): Value<T> => one ?? openLike(component.service)
  const label = `${component.title} on ${component.service.value ?? 'an unstated service'}`
  // One literal: what is put together of several objects is slow to make and to read.
  return subjectOf('provider-use', value.id, label, component.place, {
    personalData: personalAt(component.id, scene),
    clientPersonalData: clientPersonalAt(component.id, scene),
    contractedByClient: answersFor(component.custodian, (one) => one.client),
    contractedByFirm: answersFor(component.custodian, (one) => known(one.kind === 'firm')),
    requestedByClient: told(terms?.requestedByClient),
    firstSet: told(terms?.firstSet),
    usedSince: told(terms?.usedSince),
    notified: told(terms?.notified),
    notifiedInWriting: told(terms?.notifiedInWriting),
    noticedOn: told(terms?.noticedOn),
    noticeDays: told(terms?.noticeDays),
    objectionsStated: told(terms?.objectionsStated),
    architectureRecorded: told(terms?.architectureRecorded),
    documented: told(terms?.documented),
    needStated: told(terms?.needStated),
    withinRole: told(terms?.withinRole),
    withinLimit: told(terms?.withinLimit),
    requiredCertificationsStated: told(terms?.requiredCertificationsStated),
    onFirmList: listed(approvals?.onFirmList),
    serviceApproved: listed(approvals?.serviceApproved),
    approvedRoles: listed(approvals?.approvedRoles),
    contextRestricted: listed(approvals?.contextRestricted),
    approvedContexts: listed(approvals?.approvedContexts),
    limitPublished: listed(approvals?.limitPublished),
    publishedLimits: listed(approvals?.publishedLimits),
    assessed: told(reviews?.assessed),
    assessedOn: told(reviews?.assessedOn),
    adoptedOn: told(reviews?.adoptedOn),
    missingCriteriaCount: told(reviews?.missingCriteriaCount),
    missingCriteria: told(reviews?.missingCriteria),
    reviewed: told(reviews?.reviewed),
    reviewedOn: told(reviews?.reviewedOn),
    securityVerified: told(reviews?.securityVerified),
    securityVerifiedOn: told(reviews?.securityVerifiedOn),
    component: known(component.title),
    provider: component.service,
    context: component.context,
    locationModel:
      component.registered === undefined
        ? openLike(component.service)
        : known(component.registered.value.location.model, component.registered.origin),
    regionStated: stated('region', `State the \`region\` of ${value.id}.`),
    endpointScopeStated: stated('endpointScope', `State the \`endpointScope\` of ${value.id}.`),
    entity:
      component.entity === undefined || component.entity.kind === 'unknown'
        ? unknown(...(component.entity?.country.from ?? []))
        : known(component.entity.name),
    entityInEea: component.entity?.inEea ?? unknown(),
    placesKnown: places.value === undefined ? openLike(places) : likewise(true, places),
    places,
    placesOutsideEeaCount: map(outside, (list) => list.length),
    placesOutsideEea: outside,
    accessOutsideEeaCount: map(access, (list) => list.length),
    accessOutsideEea: access,
    claimsNoTransfer: claimsNoTransfer(component, scene),
    residencyClaimed: map(relied, (list) => list.length > 0),
    unbindingSettingCount: map(unbinding, (list) => list.length),
    unbindingSettings: unbinding,
  })
}

/**
 * Where others than the contracting customer have access from: support, operators, remote access and accounts. Who has a transfer
 * ground of its own is not counted: that access is judged by the ground.
 */
function accessOutside(component: Component, scene: Scene): Value<readonly string[]> {
  const { engagement, reader, index } = scene
  const support = chain(component.places.support, (list) => placesOutsideEea(list, index))
  if (engagement.remoteAccess === undefined)
    return unknown(reader.missing([], 'remoteAccess', 'State who has access from elsewhere: `remoteAccess`, or `[]`.'))
  const others: Value<readonly string[]>[] = [support]
  for (const [at, access] of engagement.remoteAccess.entries()) {
    if (!access.to.includes(component.id)) continue
    const person = scene.people.find((one) => one.value.id === access.by)
    const employer = person === undefined ? undefined : employerOf(person, scene)
    const by = employer === undefined ? scene.entities.byRef(access.by) : employer.value
    if (by !== undefined && by.id === component.custodian.id) continue
    const from = reader.get(
      access,
      ['remoteAccess', at],
      'from',
      `State the countries from which ${access.id} takes place: \`from\`.`,
    )
    // An employee abroad is where the employer is; a note says so.
    if (employer === undefined) {
      const places = chain(from, (list) => placesOutsideEea(list, index))
      others.push(unlessGrounded(component, by, places, scene))
    }
    others.push(unlessGrounded(component, by, by === undefined ? openLike(from) : established(by, scene), scene))
  }
  const { operator } = component
  if (operator.id !== component.custodian.id)
    others.push(unlessGrounded(component, operator, established(operator, scene), scene))
  const holders = holdersAt(component, scene)
  for (const { person } of knownHoldersAt(component, scene)) {
    const employer = employerOf(person, scene)
    const by = employer.value
    if (by?.id === component.custodian.id) continue
    others.push(unlessGrounded(component, by, by === undefined ? openLike(employer) : established(by, scene), scene))
  }
  if (holders.value === undefined) others.push(openLike(holders))
  for (const { organisation } of machinesAt(component, scene)) {
    const by = organisation.value
    if (by?.id === component.custodian.id) continue
    others.push(
      unlessGrounded(component, by, by === undefined ? openLike(organisation) : established(by, scene), scene),
    )
  }
  const outside = others.filter((one) => (one.value ?? []).length > 0)
  const places = map(each(others), union)
  // What is outside tells more than what is not.
  return places.value === undefined || outside.length === 0 ? places : { value: places.value, from: each(outside).from }
}

/** Places outside the EEA, or none where an entry of `safeguards` names the customer and who has access. */
function unlessGrounded(
  component: Component,
  by: Entity | undefined,
  places: Value<readonly string[]>,
  scene: Scene,
): Value<readonly string[]> {
  if (by === undefined || places.value?.length === 0) return places
  // Whoever contracts it has access as its customer.
  if (component.custodian.kind === 'unknown') return openLike(component.custodian.country)
  const safeguards = scene.engagement.safeguards
  if (safeguards === undefined)
    return unknown(scene.reader.missing([], 'safeguards', 'State the transfer grounds: `safeguards`, or `[]`.'))
  const named = anyOf([
    known(false),
    ...safeguards.map((one) => and(names(one.exporter, component.custodian, scene), names(one.importer, by, scene))),
  ])
  return named.value === false ? places : map(named, () => [])
}

/** The country of an entity outside the EEA that has access. */
const established = onceFor(
  ({ country }: Entity, { index }: Scene): Value<readonly string[]> =>
    chain(country, (code) => placesOutsideEea([code], index)),
)

/**
 * A stated list of grounds that names the provider nowhere claims that nothing is transferred to it. A customer that the
 * GDPR does not reach transfers nothing under it, and claims nothing.
 */
function claimsNoTransfer(component: Component, scene: Scene): Value<boolean> {
  const { engagement, reader } = scene
  if (engagement.safeguards === undefined)
    return unknown(reader.missing([], 'safeguards', 'State the transfer grounds: `safeguards`, or `[]`.'))
  const { provider } = component
  if (provider === undefined) return openLike(component.service)
  const named = engagement.safeguards.some(
    ({ importer }) => importer === provider || scene.entities.byRef(importer)?.provider === provider,
  )
  return and(
    known(!named, reader.listed(['safeguards'])),
    map(component.custodian.reach, (reach) => reach !== 'outside'),
  )
}
