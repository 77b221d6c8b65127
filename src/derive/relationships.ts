import type { Location } from '../model/location.ts'
import { type ProcessingAgreement, processingAgreement } from './agreements.ts'
import { allPlaces, placesOutsideEea } from './components.ts'
import { type Disclosure, mayBe, mayBeMore, processesOnBehalf } from './disclosures.ts'
import type { Entity } from './entities.ts'
import type { Scene } from './scene.ts'
import { and, chain, each, map, mostReasons, or, unknown, type Value } from './value.ts'

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
  const othersOf = othersAmong(disclosures)
  return [...groups].flatMap(([id, list]) => {
    const first = list[0]
    if (first === undefined) return []
    const components = [...new Set(list.flatMap((one) => (one.component === undefined ? [] : [one.component])))]
    const hosted = components.filter((one) => one.entity?.id === first.importer.id)
    // Others that nobody tells apart from these two may be theirs as well, once it is stated who they are.
    const others = othersOf(first, new Set(list))
    const open = others.some(({ component }) => component?.entity?.kind === 'unknown')
    const unstated = others.reasons((some) =>
      or(...some.map(({ exporter, importer }) => unknown(...exporter.country.from, ...importer.country.from))),
    )
    const further = mayBeMore(scene)
    const everywhere = [
      ...hosted.map(allPlaces),
      ...(open ? [unknown(...unstated.from)] : []),
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
        personal: personalBetween(list, others, unstated, further),
        agreement: processingAgreement(first.exporter, first.importer, scene),
        disclosures: list,
        takesPlace: or(...list.map((one) => and(one.occurs, processesOnBehalf(one)))),
        more: others.reasons((some) => or(...some.map((one) => and(one.occurs, unstated)), further)),
        places,
        placesOutside: chain(places, (all) => placesOutsideEea(all, scene.index)),
        at: first.at,
      },
    ]
  })
}

/** Whether personal data is processed between two parties, or may be in disclosures of which it is not told whose they are. */
function personalBetween(
  own: readonly Disclosure[],
  others: Others,
  unstated: Value<boolean>,
  further: Value<boolean>,
): Value<boolean> {
  const among = or(...own.map((one) => and(one.personal, one.occurs, processesOnBehalf(one))))
  if (among.value === true) return among
  return others.reasons((some) =>
    or(
      ...own.map((one) => and(one.personal, one.occurs, processesOnBehalf(one))),
      ...some.map((one) => and(one.personal, one.occurs, unstated)),
      further,
    ),
  )
}

/** Disclosures that may turn out to be between two parties. There may be as many as there are components. */
type Others = {
  readonly some: (is: (one: Disclosure) => boolean) => boolean
  /** What is concluded from the first of them, once that is open for as many reasons as are kept; or from all. */
  readonly reasons: (conclude: (some: readonly Disclosure[]) => Value<boolean>) => Value<boolean>
}

function othersAmong(disclosures: readonly Disclosure[]): (first: Disclosure, own: ReadonlySet<Disclosure>) => Others {
  const candidates = new Map<string, readonly Disclosure[]>()
  /** For unknown importers of one provider the same list, which is what makes this quick. */
  const candidatesFor = ({ exporter, importer }: Disclosure): readonly Disclosure[] => {
    const whose = importer.kind === 'unknown' ? `unknown of ${importer.provider}` : importer.id
    const key = JSON.stringify([exporter.id, whose])
    const known =
      candidates.get(key) ?? disclosures.filter((one) => mayBe(one.exporter, exporter) && mayBe(one.importer, importer))
    candidates.set(key, known)
    return known
  }
  return (first, own) => {
    const list = candidatesFor(first)
    const firstOf = (count: number): readonly Disclosure[] => {
      const found: Disclosure[] = []
      for (const one of list) {
        if (found.length === count) break
        if (!own.has(one)) found.push(one)
      }
      return found
    }
    return {
      some: (is) => list.some((one) => !own.has(one) && is(one)),
      reasons: (conclude) => {
        for (let count = 16; ; count *= 4) {
          const some = firstOf(count)
          const concluded = conclude(some)
          const isFull = concluded.value === undefined && concluded.from.length >= mostReasons
          if (isFull || some.length < count) return concluded
        }
      },
    }
  }
}
