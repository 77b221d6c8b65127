import { documentedParts } from '../../model/facts/values.ts'
import type { Engagement } from '../../model/generated/engagement.ts'
import type { Pointer } from '../../model/location.ts'
import type { Scene } from '../scene.ts'
import { chain, known, map, openLike, unknown, type Value } from '../value.ts'

type Documented = NonNullable<NonNullable<Engagement['safeguards']>[number]['documented']>

/** What a reference to an engagement document says: whether there is one, and which parts it leaves out. */
export function documentation(
  value: Documented | undefined,
  stated: Value<Documented>,
  pointer: Pointer,
  scene: Scene,
) {
  if (value === undefined || value === null) {
    return { exists: openLike(stated), missing: openLike(stated), missingCount: openLike(stated) }
  }
  const agreement = scene.reader.get(
    value,
    pointer,
    'agreement',
    'State the document, by its id under `agreements`, or `none`.',
  )
  const covers = scene.reader.get(value, pointer, 'covers', 'State which parts the document describes: `covers`.')
  const missing = map(covers, (list) => documentedParts.filter((part) => !list.includes(part)))
  return {
    exists: chain(agreement, (id) => signed(id, scene)),
    missing: missing as Value<readonly string[]>,
    missingCount: map(missing, (list) => list.length),
  }
}

/** Only a document that was signed or accepted documents anything: a draft does not. */
export function signed(id: string, scene: Scene): Value<boolean> {
  const at = (scene.engagement.agreements ?? []).findIndex((one) => one.id === id)
  const agreement = scene.engagement.agreements?.[at]
  if (agreement === undefined) return id === 'none' ? known(false) : unknown()
  const on = scene.reader.get(
    agreement,
    ['agreements', at],
    'signedOn',
    `State when ${id} was signed or accepted: \`signedOn\`, or \`none\`.`,
  )
  return map(on, (when) => when !== 'none')
}
