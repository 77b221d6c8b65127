import { assessmentCriteria } from '../../model/facts/values.ts'
import type { Moment } from '../../model/instant.ts'
import { startOfDay } from '../../model/moment.ts'
import { approvalFacts } from '../approvals.ts'
import type { Component } from '../components.ts'
import type { Entity } from '../entities.ts'
import { asFirstInstant, asMoment } from '../grounds.ts'
import { entryOf, type ProviderEntry, readEntry, usedSince } from '../providers.ts'
import { type Review, reviewOf } from '../reviews.ts'
import type { Scene } from '../scene.ts'
import { chain, each, known, map, unknown, type Value } from '../value.ts'
import { clientPersonalAt, personalAt } from './architecture.ts'
import { signed } from './documentation.ts'

const day = 86_400_000

/** How the provider of a component was chosen, announced, documented and reviewed. */
export function supplierFacts(component: Component, scene: Scene) {
  const entry = entryOf(component, scene)
  const who = component.provider ?? `the provider of ${component.id}`
  const read = <K extends Parameters<typeof readEntry>[1]>(key: K, ask: string) => readEntry<K>(entry, key, ask, scene)
  const change = changeFacts(component, scene)
  const notice = read('notice', `State when the client was notified of ${who}: \`notice\`, or \`{ on: none }\`.`)
  const noticedOn = dated(map(notice, (one) => one.on))
  const ofNotice = <K extends 'written' | 'objections'>(key: K, ask: string) =>
    chain(notice, (value) =>
      chain(entry, ({ index }) => scene.reader.get(value, ['providers', index, 'notice'], key, ask)),
    )
  return {
    ...change,
    contractedByFirm: answersFor(component.custodian, (one) => known(one.kind === 'firm')),
    notified: noticedOn.there,
    notifiedInWriting: ofNotice('written', `State whether the notice on ${who} was given in writing: \`written\`.`),
    noticedOn: map(noticedOn.on, startOfDay),
    noticeDays: map(each([map(noticedOn.on, startOfDay), change.usedSince]), ([from, to]) => daysBetween(from, to)),
    objectionsStated: map(
      ofNotice('objections', `State the objections to ${who}: \`objections\`, or \`[]\`.`),
      () => true,
    ),
    architectureRecorded: recorded(entry, 'approvedArchitecture', who, scene),
    documented: recorded(entry, 'documented', who, scene),
    needStated: map(read('need', `State why the engagement needs ${who}: \`need\`.`), () => true),
    ...approvalFacts(component, scene),
    withinRole: read('withinRole', `State whether ${who} is used in the role for which it is listed: \`withinRole\`.`),
    withinLimit: read('withinLimit', `State whether the engagement is inside the limit of ${who}: \`withinLimit\`.`),
    ...reviewFacts(component, scene),
    requiredCertificationsStated: map(
      read(
        'requiredCertifications',
        `State the certifications that are required of ${who}: \`requiredCertifications\`, or \`[]\`.`,
      ),
      () => true,
    ),
  }
}

/** Whether a change of provider is one to notify the client of; what a use and the objections to it have in common. */
export function changeFacts(component: Component, scene: Scene) {
  const entry = entryOf(component, scene)
  const who = component.provider ?? `the provider of ${component.id}`
  const requestedBy = readEntry(entry, 'requestedBy', `State who asked for ${who}: \`requestedBy\`.`, scene)
  const since = usedSince(component, scene)
  return {
    personalData: personalAt(component.id, scene),
    clientPersonalData: clientPersonalAt(component.id, scene),
    contractedByClient: answersFor(component.custodian, (one) => one.client),
    requestedByClient: chain(requestedBy, (ref) => scene.entities.byRef(ref)?.client ?? unknown(...requestedBy.from)),
    firstSet: map(since, (day) => day === 'first-set'),
    usedSince: map(since, startOfDay),
  }
}

/** What holds of whoever contracts a provider; unknown where nobody says who that is. */
const answersFor = (custodian: Entity, is: (one: Entity) => Value<boolean>): Value<boolean> =>
  custodian.kind === 'unknown' ? unknown(...custodian.country.from) : is(custodian)

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

function reviewFacts(component: Component, scene: Scene) {
  const { provider } = component
  const review = chain(component.service, () => (provider === undefined ? unknown() : reviewOf(provider, scene)))
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
}
