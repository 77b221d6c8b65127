import type { Placed } from '../model/location.ts'
import { type ProcessingAgreement, processingAgreement } from './agreements.ts'
import { allPlaces, placesOutsideEea } from './components.ts'
import { type Disclosure, mayBe, mayBeMore, processesOnBehalf } from './disclosures.ts'
import type { Entity } from './entities.ts'
import type { Scene } from './scene.ts'
import { union } from './union.ts'
import { and, anyOf, chain, each, map, mostConsulted, mostReasons, openLike, unknown, type Value } from './value.ts'

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
  readonly place: Placed
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
    const unstated = others.reasons((some) =>
      anyOf(some.map(({ exporter, importer }) => unknown(...exporter.country.from, ...importer.country.from))),
    )
    const further = mayBeMore(scene)
    const everywhere = [
      ...hosted.map((one) => allPlaces(one, scene)),
      ...(others.hosted ? [openLike(unstated)] : []),
      ...(further.value === false ? [] : [openLike(further)]),
    ]
    const places =
      everywhere.length > 0
        ? map(each<readonly string[]>(everywhere), union)
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
        takesPlace: anyOf(list.map((one) => and(one.occurs, processesOnBehalf(one)))),
        more: others.reasons((some) => anyOf([...some.map((one) => and(one.occurs, unstated)), further])),
        places,
        placesOutside: chain(places, (all) => placesOutsideEea(all, scene.index)),
        place: first.place,
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
  const among = anyOf(own.map((one) => and(one.personal, one.occurs, processesOnBehalf(one))))
  if (among.value === true) return among
  return others.personal((some) =>
    anyOf([
      ...own.map((one) => and(one.personal, one.occurs, processesOnBehalf(one))),
      ...some.map((one) => and(one.personal, one.occurs, unstated)),
      further,
    ]),
  )
}

/** Disclosures that may turn out to be between two parties. There may be as many as there are components. */
type Others = {
  /** Whether an entity that is not known hosts one of them. */
  readonly hosted: boolean
  /** What is concluded from the first of them. */
  readonly reasons: (conclude: Conclude) => Value<boolean>
  /** The same from the first that may be of personal data, or from those that are not if there is none. */
  readonly personal: (conclude: Conclude) => Value<boolean>
}

type Conclude = (some: readonly Disclosure[]) => Value<boolean>

function othersAmong(disclosures: readonly Disclosure[]): (first: Disclosure, own: ReadonlySet<Disclosure>) => Others {
  const candidates = new Map<string, Candidates>()
  /** Those that nobody tells apart share a list, which is what makes this quick. */
  const candidatesFor = ({ exporter, importer }: Disclosure): Candidates => {
    const question = `${whose(exporter)} -> ${whose(importer)}`
    const known = candidates.get(question) ?? candidatesOf(disclosures, exporter, importer)
    candidates.set(question, known)
    return known
  }
  return (first, own) => {
    const { all, personal, hosted } = candidatesFor(first)
    const few = firstBeside(own, personal, 1).length > 0 ? personal : all
    return {
      hosted: firstBeside(own, hosted, 1).length > 0,
      reasons: (conclude) => fromFirst(own, all, conclude),
      personal: (conclude) => fromFirst(own, few, conclude),
    }
  }
}

const whose = ({ kind, id, provider }: Entity): string => (kind === 'unknown' ? `unknown of ${provider}` : id)

type Candidates = {
  readonly all: readonly Disclosure[]
  readonly personal: readonly Disclosure[]
  readonly hosted: readonly Disclosure[]
}

function candidatesOf(disclosures: readonly Disclosure[], exporter: Entity, importer: Entity): Candidates {
  const all = disclosures.filter((one) => mayBe(one.exporter, exporter) && mayBe(one.importer, importer))
  return {
    all,
    personal: all.filter((one) => one.personal.value !== false),
    hosted: all.filter(({ component }) => component?.entity?.kind === 'unknown'),
  }
}

function firstBeside(own: ReadonlySet<Disclosure>, list: readonly Disclosure[], most: number): readonly Disclosure[] {
  const found: Disclosure[] = []
  for (const one of list) {
    if (found.length === most) break
    if (!own.has(one)) found.push(one)
  }
  return found
}

/** What is concluded from the first, once that is open for as many reasons as are kept; or from as many as are looked at. */
function fromFirst(own: ReadonlySet<Disclosure>, list: readonly Disclosure[], conclude: Conclude): Value<boolean> {
  const few = firstBeside(own, list, mostReasons)
  const concluded = conclude(few)
  const isFull = concluded.value === undefined && concluded.from.length >= mostReasons
  return isFull || few.length < mostReasons ? concluded : conclude(firstBeside(own, list, mostConsulted))
}
