import { isSigned } from '../agreements.ts'
import type { Entity } from '../entities.ts'
import { names } from '../names.ts'
import type { Scene } from '../scene.ts'
import { and, anyOf, chain, known, map, unknown, type Value } from '../value.ts'

/** Whether a party is a joint controller for any purpose. The firm is controller or processor by its context. */
export function jointController(entity: Entity, scene: Scene): Value<boolean> {
  const { party } = entity
  if (party === undefined) return known(false)
  const { value, index } = party
  const pointer = ['parties', index]
  if (value.roles !== undefined)
    return known(
      value.roles.some(({ role }) => role === 'joint-controller'),
      scene.reader.stated([...pointer, 'roles']),
    )
  return map(
    scene.reader.get(value, pointer, 'role', `State the \`role\` of ${entity.name}.`),
    (role) => role === 'joint-controller',
  )
}

/** Whether a signed arrangement (Art. 26) binds a party and somebody else. */
export function arrangementExists(entity: Entity, scene: Scene): Value<boolean> {
  const { engagement, reader } = scene
  const ask = `State the arrangement that binds ${entity.name}: an entry of \`agreements\` with \`kind: joint-controller-arrangement\`.`
  if (engagement.agreements === undefined) return unknown(reader.missing([], 'agreements', ask))
  return anyOf([
    known(false, reader.listed(['agreements'])),
    ...engagement.agreements.map((agreement, at) => {
      const pointer = ['agreements', at]
      return and(
        map(
          reader.get(agreement, pointer, 'kind', `State what kind of document ${agreement.id} is: \`kind\`.`),
          (kind) => kind === 'joint-controller-arrangement',
        ),
        chain(
          reader.get(agreement, pointer, 'parties', `State who is bound by ${agreement.id}: \`parties\`.`),
          (list) => and(known(list.length > 1), anyOf([known(false), ...list.map((ref) => names(ref, entity, scene))])),
        ),
        isSigned(agreement, at, scene),
      )
    }),
  ])
}
