import type { Subject } from '../../model/subject.ts'
import type { Component } from '../components.ts'
import { asFirstInstant } from '../grounds.ts'
import { entryOf } from '../providers.ts'
import type { Scene } from '../scene.ts'
import { known } from '../value.ts'
import { subjectOf } from './subject.ts'
import { changeFacts, dated } from './supplier.ts'

/** The objections to a change of provider, one for each component that runs on it. */
export function objectionSubjects(scene: Scene): readonly Subject[] {
  return scene.components.flatMap((component) => {
    const entry = entryOf(component, scene).value
    return (entry?.value.notice?.objections ?? []).map((_, at) => objection(component, entry?.index ?? 0, at, scene))
  })
}

function objection(component: Component, index: number, at: number, scene: Scene): Subject {
  const { reader, engagement } = scene
  const pointer = ['providers', index, 'notice', 'objections', at]
  const value = engagement.providers?.[index]?.notice?.objections?.[at] ?? { id: '', on: '' }
  const answered = dated(
    reader.get(value, pointer, 'answeredOn', `State when ${value.id} was answered: \`answeredOn\`, or \`none\`.`),
  )
  return subjectOf(
    'objection',
    `${component.id} ${value.id}`,
    `${value.id}, against ${component.provider} for ${component.title}`,
    reader.place(pointer),
    {
      objection: known(value.id),
      component: known(component.title),
      provider: component.service,
      context: component.context,
      ...changeFacts(component, scene),
      dataProtectionGrounds: reader.get(
        value,
        pointer,
        'dataProtectionGrounds',
        `State whether ${value.id} is made on grounds of data protection: \`dataProtectionGrounds\`.`,
      ),
      madeOn: asFirstInstant(known(value.on, reader.stated([...pointer, 'on']))),
      answered: answered.there,
      answeredOn: asFirstInstant(answered.on),
    },
  )
}
