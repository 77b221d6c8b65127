import { activities } from '../../model/facts/values.ts'
import type { Subject } from '../../model/subject.ts'
import { accountsOf, shownToAdminister } from '../accounts.ts'
import type { Component } from '../components.ts'
import { componentInfrastructure } from '../infrastructure/coverage.ts'
import { maintained } from '../maintenance.ts'
import { leadingTo } from '../people.ts'
import { agreedIsolation, bitsOf, encryptionOf, isolationOf, keyHoldersIn } from '../protection.ts'
import type { Scene } from '../scene.ts'
import { anyOf, known, likewise, map, openLike, or, type Value } from '../value.ts'
import { heldAt, personalAt } from './architecture.ts'
import { atProcessor } from './processed.ts'
import { aging, subjectOf } from './subject.ts'

export function componentSubjects(scene: Scene): readonly Subject[] {
  const subjects = scene.components.map((component) => componentSubject(component, scene))
  return scene.logins.size === 0 ? subjects : subjects.map(aging)
}

function componentSubject(component: Component, scene: Scene): Subject {
  const encryption = encryptionOf(component, scene)
  const planned = componentInfrastructure(component, scene)
  return subjectOf('component', component.id, component.title, component.place, {
    component: known(component.title),
    context: component.context,
    operatedByFirm: operatedByFirm(component),
    administered: administered(component, scene),
    sourceRepository: sourceRepository(component, scene),
    clientPersonalDataBesideCommits: heldAt(component.id, scene, (asset) => asset.clientPersonalBesideCommits),
    personalData: personalAt(component.id, scene),
    personalDataWithProcessor: atProcessor(component, scene),
    stored: stored(component, scene),
    encryptionAtRest: encryption,
    atRestBits: map(encryption, bitsOf),
    encryptionKeyHolders: keyHoldersIn(component, scene),
    isolation: isolationOf(component, scene),
    agreedIsolation: agreedIsolation(component.id, scene),
    vulnerabilitiesMonitored: maintained(component, 'vulnerabilityMonitoring', scene),
    patchesManaged: maintained(component, 'patchManagement', scene),
    infrastructureGiven: planned.infrastructureGiven,
    infrastructureComplete: planned.infrastructureComplete,
    inInfrastructure: planned.inInfrastructure,
    planned: planned.planned,
    sourceStated: planned.sourceStated,
    sourcesFound: planned.sourcesFound,
    missingSources: planned.missingSources,
  })
}

const operatedByFirm = (component: Component): Value<boolean> =>
  component.operator.kind === 'unknown'
    ? openLike(component.operator.country)
    : known(component.operator.kind === 'firm')

/** True if an account names the component or its service, or evidence shows one that does; false if every account of a complete list names others. */
function administered(component: Component, scene: Scene): Value<boolean> {
  const accounts = accountsOf(scene)
  const shown = shownToAdminister(component, scene)
  if (shown.value !== undefined) return shown
  if (accounts.value === undefined) return openLike(accounts)
  const { id, service } = component
  const all: Value<boolean>[] = []
  for (const account of accounts.value) {
    const { everything, services, leads, leadsNot, mayLead } = leadingTo(account, scene)
    if (everything.has(id) || (service.value !== undefined && everything.has(service.value))) return leads
    // An account of some service may be of this one, as long as nobody says which one it is.
    all.push(service.value === undefined && services.length > 0 ? mayLead : leadsNot)
  }
  all.push(likewise(false, accounts))
  return anyOf(all)
}

/** By what the service is, or by what the component is for. */
function sourceRepository(component: Component, scene: Scene): Value<boolean> {
  const purpose = scene.reader.get(
    component.value,
    component.pointer,
    'purpose',
    `State what ${component.id} is for: its \`purpose\`.`,
  )
  return or(
    map(component.service, () => component.registered?.value.category === 'source-control'),
    map(purpose, (one) => one === 'source-code-hosting'),
  )
}

const isSome = (list: readonly unknown[]): boolean => list.length > 0

const keeping = activities.filter((one) => one === 'storage' || one === 'logging' || one === 'backup')

/** Whether anything is kept there: by the places where the service keeps data, or since it is there from the start. */
function stored(component: Component, scene: Scene): Value<boolean> {
  const { value, pointer, places } = component
  const holds = scene.reader.get(value, pointer, 'holds', `State what ${value.id} holds from the start: \`holds\`.`)
  const kept = map(holds, isSome)
  // What decides is not looked for any further.
  if (kept.value === true) return kept
  return anyOf([kept, ...keeping.map((activity) => map(places[activity], isSome))])
}
