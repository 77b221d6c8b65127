import type { Subject } from '../../model/subject.ts'
import { agreed, processingAgreement } from '../agreements.ts'
import type { Component } from '../components.ts'
import { personalIn } from '../disclosures.ts'
import type { Entity } from '../entities.ts'
import type { Service } from '../registry-index.ts'
import { pursues } from '../roles.ts'
import type { Scene } from '../scene.ts'
import { and, anyOf, known, likewise, map, not, unknown, type Value } from '../value.ts'
import { mayHoldMore, openAt, personalAt } from './architecture.ts'
import { subjectOf } from './subject.ts'

type OwnPurpose = NonNullable<Service['ownPurposes']>[number]

/** What a provider does with data for a purpose of its own, whether or not a flow says so: it decides about that itself. */
export const ownUseSubjects = (scene: Scene): readonly Subject[] =>
  scene.components.flatMap((component) => {
    const { entity, registered } = component
    if (entity === undefined || registered === undefined) return []
    return (registered.value.ownPurposes ?? []).map((own) => ownUse(own, component, entity, scene))
  })

function ownUse(own: OwnPurpose, component: Component, entity: Entity, scene: Scene): Subject {
  const { custodian, registered } = component
  const origin = registered === undefined ? [] : [registered.origin]
  const agreement = processingAgreement(custodian, entity, scene)
  const id = `${component.id} for ${own.purpose}`
  const label = `${entity.name}, for ${own.purpose} of its own, with what ${component.title} holds`
  return subjectOf('own-use', id, label, component.place, {
    provider: known(entity.name),
    component: known(component.title),
    purpose: known(own.purpose, ...origin),
    discloser: known(custodian.name),
    takesPlace: pursues(own, component, scene.reader),
    personalData: personalAt(component.id, scene),
    discloserUnderGdpr: map(custodian.reach, (reach) => reach !== 'outside'),
    role: known(own.role, ...origin),
    legalBasisRecorded: legalBasisRecorded(own, component, scene),
    instructed:
      agreement.exists.value === false
        ? likewise(false, agreement.exists)
        : map(
            agreement.says((terms) => terms.purposes, 'purposes'),
            (list) => list.includes(own.purpose),
          ),
    controllerTermsExist: agreed('controller-terms', custodian, entity, scene),
    arrangementExists: agreed('joint-controller-arrangement', custodian, entity, scene),
  })
}

/** Whether a legal basis is recorded for the purpose and for all personal data that is there. */
function legalBasisRecorded(own: OwnPurpose, component: Component, scene: Scene): Value<boolean> {
  const { engagement, reader } = scene
  const bases = engagement.legalBases
  if (bases === undefined)
    return unknown(reader.missing([], 'legalBases', 'State the recorded legal bases: `legalBases`, or `[]`.'))
  const uncovered = scene.heldBy(component.id).map((holding): Value<boolean> => {
    const asset = scene.assets.get(holding.asset)
    const covered = bases.some(
      (entry) => entry.basis !== 'none' && entry.purposes.includes(own.purpose) && entry.data.includes(holding.asset),
    )
    if (asset === undefined || covered) return known(false, reader.listed(['legalBases']))
    const there = holding.certain ? known(true) : unknown(...openAt(component.id, holding.asset, scene))
    return and(personalIn(asset, holding.protection), there, known(true, reader.listed(['legalBases'])))
  })
  return not(anyOf([known(false, reader.listed(['legalBases'])), ...uncovered, mayHoldMore(component.id, scene)]))
}
