import type { Entity } from './entities.ts'
import type { Scene } from './scene.ts'
import { known, openLike, unknown, type Value } from './value.ts'

/**
 * Whether a reference names an entity: itself, its place, or its provider where it is the one that the engagement
 * contracts. Unknown while that is not told, and for an entity that nobody knows: it may turn out to be the one named.
 */
export function names(ref: string, entity: Entity, scene: Scene): Value<boolean> {
  const named = scene.entities.byRef(ref)
  if (ref === entity.id || named?.id === entity.id) return known(true)
  if (ref === entity.provider) return isContracted(entity, scene)
  const mayBe = entity.kind === 'unknown' && (entity.provider === undefined || named?.provider === entity.provider)
  return mayBe ? openLike(entity.country) : known(false)
}

/** A bare provider stands for whichever of its entities the engagement contracts. */
function isContracted(entity: Entity, { engagement, reader, components }: Scene): Value<boolean> {
  if (components.some((component) => component.entity?.id === entity.id)) return known(true)
  if (engagement.components === undefined)
    return unknown(reader.missing([], 'components', 'State the components: `components`, or `[]`.'))
  const open = components.filter((one) => one.service.value === undefined || one.entity?.kind === 'unknown')
  const mine = open.filter((one) => one.provider === undefined || one.provider === entity.provider)
  return mine.length === 0
    ? known(false)
    : unknown(...mine.flatMap((one) => [...one.service.from, ...(one.entity?.country.from ?? [])]))
}

/** The place of the first entry that matches, or -1; unknown where one that may match could come first. */
export function firstOf(matches: readonly Value<boolean>[]): Value<number> {
  const at = matches.findIndex((one) => one.value !== false)
  const match = matches[at]
  return match === undefined || match.value === true ? known(at) : openLike(match)
}
