import type { Location } from '../model/location.ts'
import { type ProcessingAgreement, processingAgreement } from './agreements.ts'
import { allPlaces, placesOutsideEea } from './components.ts'
import { type Disclosure, mayBe, mayBeMore, processesOnBehalf } from './disclosures.ts'
import type { Entity } from './entities.ts'
import type { Scene } from './scene.ts'
import { and, chain, each, map, or, unknown, type Value } from './value.ts'

/** Who processes for whom, whether or not an agreement exists. */
export type Relationship = {
  readonly id: string
  readonly controller: Entity
  readonly processor: Entity
  readonly services: readonly string[]
  readonly contractedBy: Entity
  readonly assets: readonly string[]
  readonly personal: Value<boolean>
  readonly places: Value<readonly string[]>
  readonly placesOutside: Value<readonly string[]>
  readonly agreement: ProcessingAgreement
  /** The disclosures that it consists of. */
  readonly disclosures: readonly Disclosure[]
  /** Whether one of them surely takes place, and is processing on behalf. */
  readonly takesPlace: Value<boolean>
  /** False, or unknown where there may be further disclosures between the two. */
  readonly more: Value<boolean>
  readonly at: Location
}

export function relationshipsOf(scene: Scene, disclosures: readonly Disclosure[]): readonly Relationship[] {
  const groups = new Map<string, Disclosure[]>()
  for (const one of disclosures) {
    if (processesOnBehalf(one).value === false || one.sameEntity.value === true) continue
    const key = `${one.exporter.id} -> ${one.importer.id}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups].flatMap(([id, list]) => {
    const first = list[0]
    if (first === undefined) return []
    const components = [...new Set(list.flatMap((one) => (one.component === undefined ? [] : [one.component])))]
    const hosted = components.filter((one) => one.entity?.id === first.importer.id)
    // Others that nobody tells apart from these two may be theirs as well, once it is stated who they are.
    const own = new Set(list)
    const others = disclosures.filter(
      (one) => !own.has(one) && mayBe(one.exporter, first.exporter) && mayBe(one.importer, first.importer),
    )
    const open = others.filter(({ component }) => component?.entity?.kind === 'unknown')
    const unstated = unknown(...others.flatMap((one) => [...one.exporter.country.from, ...one.importer.country.from]))
    const further = mayBeMore(scene)
    const everywhere = [
      ...hosted.map(allPlaces),
      ...(open.length > 0 ? [unstated] : []),
      ...(further.value === false ? [] : [unknown(...further.from)]),
    ]
    const places =
      everywhere.length > 0
        ? map(each<readonly string[]>(everywhere), (lists) => [...new Set(lists.flat())].sort())
        : map(first.importer.country, (country) => [country])
    return [
      {
        id,
        controller: first.exporter,
        processor: first.importer,
        services: [...new Set(hosted.flatMap((one) => one.service.value ?? []))].sort(),
        contractedBy: first.exporter,
        assets: [...new Set(list.map((one) => one.asset.id))].sort(),
        personal: or(
          ...list.map((one) => and(one.personal, one.occurs, processesOnBehalf(one))),
          ...others.map((one) => and(one.personal, one.occurs, unstated)),
          further,
        ),
        agreement: processingAgreement(first.exporter, first.importer, scene),
        disclosures: list,
        takesPlace: or(...list.map((one) => and(one.occurs, processesOnBehalf(one)))),
        more: or(...others.map((one) => and(one.occurs, unstated)), further),
        places,
        placesOutside: chain(places, (all) => placesOutsideEea(all, scene.index)),
        at: first.at,
      },
    ]
  })
}
