import { assessmentCriteria } from '../../model/facts/values.ts'
import type { Moment } from '../../model/instant.ts'
import { startOfDay } from '../../model/moment.ts'
import { approvalFacts } from '../approvals.ts'
import type { Component } from '../components.ts'
import type { Entity } from '../entities.ts'
import { asFirstInstant, asMoment } from '../grounds.ts'
import { entryFor, type ProviderEntry, providerOf, readEntry, usedFrom } from '../providers.ts'
import { onceFor } from '../remembered.ts'
import { type Review, reviewOf } from '../reviews.ts'
import type { Scene } from '../scene.ts'
import { after, chain, each, known, map, openLike, unknown, type Value } from '../value.ts'
import { clientPersonalAt, personalAt } from './architecture.ts'
import { signed } from './documentation.ts'

const day = 86_400_000

/** How the provider of a component was chosen, announced, documented and reviewed; nothing where it is not stated. */
export function supplierOf(component: Component, scene: Scene) {
  const service = component.service.value
  return {
    terms: termsFor(component, scene),
    reviews: service === undefined ? undefined : reviewsOf(service, scene),
    approvals: service === undefined ? undefined : approvalFacts(component, service, scene),
  }
}

/** Whether a change of provider is one to notify the client of; what a use and the objections to it have in common. */
export function changeFacts(component: Component, scene: Scene) {
  const terms = termsFor(component, scene)
  const told = tellerOf(component)
  return {
    personalData: personalAt(component.id, scene),
    clientPersonalData: clientPersonalAt(component.id, scene),
    contractedByClient: answersFor(component.custodian, (one) => one.client),
    requestedByClient: told(terms?.requestedByClient),
    firstSet: told(terms?.firstSet),
    usedSince: told(terms?.usedSince),
  }
}

/** Tells of a component what holds of its service; unknown where that is not stated. */
export const tellerOf =
  ({ service }: Component) =>
  <T>(one: Value<T> | undefined): Value<T> =>
    one === undefined ? openLike(service) : after(service, one)

const termsFor = ({ service }: Component, scene: Scene) =>
  service.value === undefined ? undefined : termsOf(service.value, scene)

/** What is agreed of a service or its provider; the same for each component that runs on it. */
const termsOf = onceFor((service: string, scene: Scene) => {
  const entry = entryFor(service, scene)
  const who = `${providerOf(service)}`
  const read = <K extends Parameters<typeof readEntry>[1]>(key: K, ask: string) => readEntry<K>(entry, key, ask, scene)
  const requestedBy = read('requestedBy', `State who asked for ${who}: \`requestedBy\`.`)
  const since = usedFrom(service, scene)
  const usedSince = map(since, startOfDay)
  const notice = read('notice', `State when the client was notified of ${who}: \`notice\`, or \`{ on: none }\`.`)
  const noticedOn = dated(map(notice, (one) => one.on))
  const noticed = map(noticedOn.on, startOfDay)
  const ofNotice = <K extends 'written' | 'objections'>(key: K, ask: string) =>
    chain(notice, (value) =>
      chain(entry, ({ index }) => scene.reader.get(value, ['providers', index, 'notice'], key, ask)),
    )
  return {
    requestedByClient: chain(requestedBy, (ref) => scene.entities.byRef(ref)?.client ?? openLike(requestedBy)),
    firstSet: map(since, (day) => day === 'first-set'),
    usedSince,
    notified: noticedOn.there,
    notifiedInWriting: ofNotice('written', `State whether the notice on ${who} was given in writing: \`written\`.`),
    noticedOn: noticed,
    noticeDays: map(each([noticed, usedSince]), ([from, to]) => daysBetween(from, to)),
    objectionsStated: map(
      ofNotice('objections', `State the objections to ${who}: \`objections\`, or \`[]\`.`),
      () => true,
    ),
    architectureRecorded: recorded(entry, 'approvedArchitecture', who, scene),
    documented: recorded(entry, 'documented', who, scene),
    needStated: map(read('need', `State why the engagement needs ${who}: \`need\`.`), () => true),
    withinRole: read('withinRole', `State whether ${who} is used in the role for which it is listed: \`withinRole\`.`),
    withinLimit: read('withinLimit', `State whether the engagement is inside the limit of ${who}: \`withinLimit\`.`),
    requiredCertificationsStated: map(
      read(
        'requiredCertifications',
        `State the certifications that are required of ${who}: \`requiredCertifications\`, or \`[]\`.`,
      ),
      () => true,
    ),
  }
})

/** What holds of whoever contracts a provider; unknown where nobody says who that is. */
export const answersFor = (custodian: Entity, is: (one: Entity) => Value<boolean>): Value<boolean> =>
  custodian.kind === 'unknown' ? openLike(custodian.country) : is(custodian)

/** A date that may not exist: whether there is one, and which. */
export function dated(stated: Value<string>): { readonly there: Value<boolean>; readonly on: Value<string> } {
  return {
    there: map(stated, (text) => text !== 'none'),
    on: map(stated, (text) => (text === 'none' ? undefined : text)),
  }
}

/** Whole days from one day to another. */
const daysBetween = (from: Moment | undefined, to: Moment | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : (to.from - from.from) / day

/** Whether a signed document says so of the provider. */
function recorded(
  entry: Value<ProviderEntry>,
  key: 'approvedArchitecture' | 'documented',
  who: string,
  scene: Scene,
): Value<boolean> {
  const ask =
    key === 'documented'
      ? `State which document of the engagement names ${who}: \`documented\`, or \`{ agreement: none }\`.`
      : `State which document records ${who} as approved by the client: \`approvedArchitecture\`, or \`{ agreement: none }\`.`
  return chain(readEntry(entry, key, ask, scene), (value) =>
    chain(entry, ({ index }) => {
      const agreement = scene.reader.get(value, ['providers', index, key], 'agreement', ask)
      return chain(agreement, (id) => signed(id, scene))
    }),
  )
}

/** What the firm recorded of the provider of a service. */
const reviewsOf = onceFor((service: string, scene: Scene) => {
  const provider = providerOf(service)
  const review = provider === undefined ? unknown() : reviewOf(provider, scene)
  // A list of reviews that leaves the provider out says that nothing was done.
  const on = (key: 'assessedOn' | 'reviewedOn' | 'securityVerifiedOn', what: string) =>
    dated(
      chain(review, (one) =>
        one === 'none'
          ? known('none')
          : one.reader.get(one.value, one.pointer, key, `State when ${provider} was ${what}: \`${key}\`, or \`none\`.`),
      ),
    )
  const read = <K extends 'criteria' | 'adoptedOn'>(key: K, ask: string): Value<NonNullable<Review[K]>> =>
    chain(review, (one) => (one === 'none' ? unknown() : one.reader.get(one.value, one.pointer, key, ask)))
  const missing = map(
    read('criteria', `State what the assessment of ${provider} looked at: \`criteria\`.`),
    (list): readonly string[] => assessmentCriteria.filter((one) => !list.includes(one)),
  )
  const assessed = on('assessedOn', 'assessed')
  const reviewed = on('reviewedOn', 'last reviewed')
  const verified = on('securityVerifiedOn', 'last verified')
  return {
    assessed: assessed.there,
    assessedOn: asFirstInstant(assessed.on),
    adoptedOn: asFirstInstant(read('adoptedOn', `State when the firm adopted ${provider}: \`adoptedOn\`.`)),
    missingCriteriaCount: map(missing, (list) => list.length),
    missingCriteria: missing,
    reviewed: reviewed.there,
    reviewedOn: asMoment(reviewed.on),
    securityVerified: verified.there,
    securityVerifiedOn: asMoment(verified.on),
  }
})
