import { mayBe } from './disclosures.ts'
import type { Entity } from './entities.ts'
import { grouped } from './grouped.ts'
import type { Relationship } from './relationships.ts'
import { onceFor } from './remembered.ts'
import type { Scene } from './scene.ts'

/** The relationships of which a party is the processor, or of which it may turn out to be, in their order. */
export type AsProcessor = {
  /** For a party that is known, without those in which data is processed for itself. */
  readonly all: readonly Relationship[]
  /** Those that surely take place, and of which it surely is. */
  readonly certain: readonly Relationship[]
  readonly possible: readonly Relationship[]
  /** Those of the possible ones in which an asset is processed. */
  readonly of: (asset: string) => readonly Relationship[]
}

/** Unknown parties that nobody tells apart share one list: it names each of them, too. */
export function asProcessor(entity: Entity, relationships: readonly Relationship[], scene: Scene): AsProcessor {
  const who = entity.kind !== 'unknown' ? entity.id : `unknown of ${entity.provider}`
  const known = listsFor(relationships, scene)
  const before = known.get(who)
  if (before !== undefined) return before
  const made = listsOf(entity, relationships)
  known.set(who, made)
  return made
}

const listsFor = onceFor((_: readonly Relationship[]) => new Map<string, AsProcessor>())

function listsOf(entity: Entity, relationships: readonly Relationship[]): AsProcessor {
  const isKnown = entity.kind !== 'unknown'
  const all = relationships.filter((it) => mayBe(it.processor, entity) && !(isKnown && it.controller.id === entity.id))
  const isCertain = (it: Relationship): boolean =>
    isKnown && it.takesPlace.value === true && it.processor.id === entity.id
  const possible = all.filter((it) => !isCertain(it))
  const uses = grouped(
    possible.flatMap((one) => one.assets.map((asset) => ({ one, asset }))),
    ({ asset }) => asset,
  )
  const byAsset = new Map([...uses].map(([asset, list]) => [asset, list.map(({ one }) => one)]))
  return { all, certain: all.filter(isCertain), possible, of: (asset) => byAsset.get(asset) ?? [] }
}

/** The first of some relationships, other than those in which data is processed for a party itself. */
export function firstFor(entity: Entity, some: readonly Relationship[], most: number): readonly Relationship[] {
  if (some.length <= most && some.every((one) => one.controller.id !== entity.id)) return some
  const first: Relationship[] = []
  for (const one of some) {
    if (first.length === most) break
    if (one.controller.id !== entity.id) first.push(one)
  }
  return first
}
