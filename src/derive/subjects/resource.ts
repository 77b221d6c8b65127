import type { Subject } from '../../model/subject.ts'
import type { Component } from '../components.ts'
import {
  aiDeployment,
  declaredModels,
  declaredScope,
  declaredTier,
  modelDeclared,
  plannedDelivery,
  scopeDeclared,
} from '../infrastructure/ai.ts'
import {
  encryptionClaimed,
  holdsProtected,
  isolationClaimed,
  keyClaimedOutside,
  servesPublic,
  transportClaimed,
} from '../infrastructure/claims.ts'
import { loginListed, loginName } from '../infrastructure/logins.ts'
import { belongs, infrastructureOf, type Match, through } from '../infrastructure/matching.ts'
import { type Planned, says, settingOf } from '../infrastructure/planned.ts'
import {
  copiedToAnyRegion,
  copiesDeclared,
  inAnyRegion,
  inRegionOf,
  placeOf,
  regional,
  regionOf,
  regionsOf,
  regionsOfProvider,
  undeclaredCopies,
} from '../infrastructure/regions.ts'
import { Place } from '../origins.ts'
import type { Scene } from '../scene.ts'
import { anyOf, because, chain, known, map, openLike, unknown, type Value } from '../value.ts'
import { subjectOf, together } from './subject.ts'

/** Everything that the plans are about to deploy, of known types and of others. */
export function resourceSubjects(scene: Scene): readonly Subject[] {
  if (scene.plans.length === 0) return []
  const { resources, matchOf } = infrastructureOf(scene)
  return resources.map((planned) => {
    const match = matchOf(planned)
    const facts = together(
      typeFacts(planned, scene),
      declarationFacts(planned, match, scene),
      regionFacts(planned, match, scene),
      protectionFacts(planned, match, scene),
      aiFacts(planned, match, scene),
    )
    return subjectOf('resource', planned.id, planned.address, new Place(planned.document, planned.pointer), facts)
  })
}

const typeFacts = (planned: Planned, scene: Scene) => ({
  resource: known(planned.address, planned.origin),
  type: known(planned.type, planned.origin),
  typeKnown: known(planned.value !== undefined, planned.origin),
  provider: planned.provider,
  service: planned.service,
  isLogin: map(planned.service, () => planned.value?.login !== undefined),
  loginName: planned.value?.login === undefined ? unknown() : loginName(planned),
  loginListed: planned.value?.login === undefined ? unknown() : loginListed(planned, scene),
})

/** Whether some component fits; unknown while the service of one is not stated. */
function someComponent({ engagement, components, reader }: Scene, fits: (component: Component) => boolean) {
  if (engagement.components === undefined)
    return unknown(reader.missing([], 'components', 'State the components: `components`, or `[]` if there are none.'))
  const all = components.map((one) => map(one.service, () => fits(one)))
  return anyOf([known(false, reader.listed(['components'])), ...all])
}

function declarationFacts(planned: Planned, match: Match, scene: Scene) {
  const { provider, service, origin } = planned
  const named = match.by === 'source'
  const of = ofComponent(planned, match, scene)
  return {
    components: known(
      match.candidates.map(({ title }) => title),
      ...match.candidates.map(({ pointer }) => scene.reader.stated(pointer)),
    ),
    providerDeclared: chain(provider, (id) =>
      because(
        someComponent(scene, (one) => one.provider === id),
        origin,
      ),
    ),
    supporting: map(service, (one) => one === 'none'),
    serviceDeclared: named
      ? belongs(planned, match, scene)
      : chain(service, (id) =>
          because(
            someComponent(scene, (one) => one.service.value === id),
            origin,
          ),
        ),
    belongs: belongs(planned, match, scene),
    // What supports others may stand under the source of any component.
    serviceAsDeclared: chain(service, (id) =>
      id === 'none'
        ? known(true, origin)
        : of((component) => map(component.service, (declared) => declared === id), known(false, origin)),
    ),
  }
}

/** What follows from the component that a resource is part of. */
function ofComponent(planned: Planned, match: Match, scene: Scene) {
  return <T extends boolean | string | readonly string[]>(
    follows: (component: Component) => Value<T>,
    none: Value<T>,
  ): Value<T> => through(planned, match, scene, follows, none)
}

function regionFacts(planned: Planned, match: Match, scene: Scene) {
  const of = ofComponent(planned, match, scene)
  const region = regionOf(planned, scene)
  const copies = (key: 'copiesTo' | 'logsTo') => ({
    says: map(planned.service, () => says(planned, key)),
    regions: settingOf(planned, key, scene),
    declared: of((one) => copiesDeclared(one, planned, key, scene), copiedToAnyRegion(planned, key, scene)),
    undeclared: of((one) => known(undeclaredCopies(one, planned, key, scene)), settingOf(planned, key, scene)),
  })
  const copied = copies('copiesTo')
  const logged = copies('logsTo')
  return {
    regional: regional(planned, scene),
    region,
    place: chain(region, (code) => placeOf(planned, code, scene)),
    regionDeclared: of((one) => inRegionOf(one, planned, scene), inAnyRegion(planned, scene)),
    declaredRegions: of((one) => regionsOf(one, scene), known(regionsOfProvider(planned, scene))),
    saysCopies: copied.says,
    copies: copied.regions,
    copiesDeclared: copied.declared,
    undeclaredCopies: copied.undeclared,
    saysLogs: logged.says,
    logs: logged.regions,
    logsDeclared: logged.declared,
    undeclaredLogs: logged.undeclared,
  }
}

function protectionFacts(planned: Planned, match: Match, scene: Scene) {
  const of = ofComponent(planned, match, scene)
  // What no component declares, none claims anything of; what it holds, nobody says.
  const unclaimed = known(false, planned.origin)
  const { value, origin, service } = planned
  return {
    keeps: value?.keeps === undefined ? openLike(service) : known(value.keeps, origin),
    encryptionClaimed: of((one) => encryptionClaimed(one, scene), unclaimed),
    encryptedAtRest: settingOf(planned, 'encryptedAtRest', scene),
    keyClaimedOutside: of((one) => keyClaimedOutside(one, scene), unclaimed),
    keyManagedBy: settingOf(planned, 'keyManagedBy', scene),
    saysTransport: map(service, () => says(planned, 'encryptedInTransit')),
    transportClaimed: of((one) => transportClaimed(one, scene), unclaimed),
    encryptedInTransit: settingOf(planned, 'encryptedInTransit', scene),
    isolationClaimed: of((one) => isolationClaimed(one, scene), unclaimed),
    dedicated: settingOf(planned, 'dedicated', scene),
    holdsProtectedData: of(
      (one) => holdsProtected(one, scene),
      unknown(
        scene.reader.missing(
          ['components'],
          'components',
          `Declare what ${planned.address} is part of, and what it holds.`,
        ),
        origin,
      ),
    ),
    servesPublic: of((one) => servesPublic(one, planned, scene), unclaimed),
    exposed: settingOf(planned, 'exposed', scene),
  }
}

function aiFacts(planned: Planned, match: Match, scene: Scene) {
  const of = ofComponent(planned, match, scene)
  const nobody = unknown(planned.origin)
  return {
    context: of((one) => one.context, nobody),
    aiDeployment: aiDeployment(planned, scene),
    declaredTier: of((one) => declaredTier(one, scene), nobody),
    plannedDelivery: of((one) => plannedDelivery(planned, one, scene), nobody),
    saysScope: map(planned.service, () => says(planned, 'endpointScope')),
    plannedScope: settingOf(planned, 'endpointScope', scene),
    declaredScope: of((one) => declaredScope(one, scene), nobody),
    scopeAsDeclared: of((one) => scopeDeclared(planned, one, scene), nobody),
    saysModel: map(planned.service, () => says(planned, 'model')),
    plannedModel: settingOf(planned, 'model', scene),
    declaredModels: of((one) => declaredModels(one, scene), nobody),
    modelAsDeclared: of((one) => modelDeclared(planned, one, scene), nobody),
  }
}
