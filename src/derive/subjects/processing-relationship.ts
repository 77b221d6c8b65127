import type { Subject } from '../../model/subject.ts'
import { depthsOf, gdprApplies } from '../above.ts'
import type { Relationship } from '../relationships.ts'
import type { Scene } from '../scene.ts'
import { known, map, unknown, type Value } from '../value.ts'
import { processingTerms } from './processing-terms.ts'
import { subjectOf, together } from './subject.ts'

export function relationshipSubjects(all: readonly Relationship[], scene: Scene): readonly Subject[] {
  const reach = gdprApplies(all, scene)
  const depths = depthsOf(all, scene)
  return all.map((one) =>
    relationshipSubject(one, all, depths.get(one.id) ?? unknown(), reach.get(one.id) ?? unknown(), scene),
  )
}

const relationshipSubject = (
  one: Relationship,
  all: readonly Relationship[],
  depth: Value<number>,
  applies: Value<boolean>,
  scene: Scene,
): Subject => {
  const parties = {
    controller: known(one.controller.name),
    processor: known(one.processor.name),
    depth,
    personalData: one.personal,
    controllerUnderGdpr: map(one.controller.reach, (reach) => reach !== 'outside'),
    processorInEea: one.processor.inEea,
    processorParentOutsideEea: one.processor.parentOutsideEea,
    placesOutsideEeaCount: map(one.placesOutside, (list) => list.length),
    parentRiskAssessed: parentRiskAssessed(one, scene),
  }
  const facts = together(parties, ...processingTerms(one, all, applies, scene))
  const label = `${one.processor.name} for ${one.controller.name}`
  return subjectOf('processing-relationship', one.id, label, one.place, facts)
}

function parentRiskAssessed(one: Relationship, scene: Scene): Value<boolean> {
  const { engagement, reader, entities } = scene
  const ref = one.processor.kind === 'entity' ? one.processor.provider : one.processor.id
  const ask = `Record the Art. 28(1) assessment of ${one.processor.name}: \`decisions.processorAssessments\` with \`processor: ${ref}\`.`
  const list = engagement.decisions?.processorAssessments
  if (list === undefined)
    return unknown(reader.missing(engagement.decisions === undefined ? [] : ['decisions'], 'processorAssessments', ask))
  const at = list.findIndex(
    (entry) => entities.byRef(entry.processor)?.id === one.processor.id || entry.processor === one.processor.provider,
  )
  const entry = list[at]
  if (entry === undefined) return known(false, reader.stated(['decisions', 'processorAssessments']))
  const pointer = ['decisions', 'processorAssessments', at]
  if (entry.on === 'none') return known(false, reader.stated([...pointer, 'on']))
  return reader.get(
    entry,
    pointer,
    'thirdCountryParent',
    `State whether the assessment of ${one.processor.name} covers the risk of its parent: \`thirdCountryParent\`.`,
  )
}
