import type { Origin } from '../model/fact.ts'
import type { Disclosure } from './disclosures.ts'
import type { Entity } from './entities.ts'
import { Firsts } from './firsts.ts'
import type { Scene } from './scene.ts'
import {
  and,
  anyOf,
  because,
  each,
  known,
  mostConsulted,
  mostReasons,
  openLike,
  or,
  unknown,
  type Value,
} from './value.ts'

/**
 * Data that came to an exporter under Chapter V and moves on. To a fixed point, since what moved on once moves on again;
 * a disclosure that may be a transfer, or may be to this exporter, makes what follows unknown, never false. So does a
 * list of disclosures that is not stated (`more`).
 *
 * Data may have come by as many disclosures as there are components, and may go on by as many. They are counted by
 * importer and asset, therefore, and looked at one by one only for as many reasons as are kept.
 */
export function withOnward(plain: readonly Disclosure[], more: Value<boolean>, scene: Scene): readonly Disclosure[] {
  const tallies = new Map<string, Tally>()
  const places = plain.map((one) =>
    one.sameEntity.value === true ? undefined : tallyAt(tallies, placeOf(one.importer, one.asset.id)),
  )
  const waysOf = waysAmong(tallies, scene)
  const start = ({ exporter }: Disclosure): Value<boolean> =>
    exporter.kind === 'unknown' ? openLike(exporter.country) : more
  const state = plain.map(start)
  const transfers = plain.map((one) => and(one.personal, one.isTransfer))
  const came = plain.map((_, at) => or(transfers[at] ?? no, state[at] ?? no))
  for (const [at, tally] of places.entries()) {
    tally?.all.add(at)
    if (tally !== undefined) raise(tally, at, false, came[at]?.value)
  }
  const under = ({ at, way }: Arrival): Value<boolean> => and(came[at] ?? no, surely(way, plain[at]))
  const mayFollow = sharing(raisedIn, (some) => anyOf(some.map(under)))
  const following = (one: Disclosure, at: number): Value<boolean> => {
    const ways = waysOf(one)
    const sure = firstSure(ways)
    if (sure !== undefined) return under(sure)
    // Nothing comes by itself.
    const others = howMany(ways, raisedIn) - (came[at]?.value !== false && isAmong(places[at], ways) ? 1 : 0)
    const isNews = others > 0 && state[at]?.value === false
    return isNews ? mayFollow(ways, at) : no
  }
  // Kleene values only rise: false, unknown, true. Each round raises at least one, so this ends.
  for (let changed = true; changed; ) {
    changed = false
    for (const [at, one] of plain.entries()) {
      const next = following(one, at)
      if (rank(next.value) <= rank(state[at]?.value)) continue
      state[at] = because(next)
      const last = came[at]?.value
      came[at] = or(transfers[at] ?? no, state[at] ?? no)
      const tally = places[at]
      if (tally !== undefined) raise(tally, at, last, came[at]?.value)
      changed = true
    }
  }
  for (const [at, tally] of places.entries()) if (came[at]?.value === undefined) tally?.open.add(at)
  const counted = new Map<readonly Way[], readonly Disclosure[]>()
  const counting = (ways: readonly Way[]): readonly Disclosure[] => {
    const before = counted.get(ways)
    if (before !== undefined) return before
    const sure = ways.flatMap((way) => (way.surely ? way.tally.sure : [])).sort((a, b) => a - b)
    const list = sure.flatMap((at) => plain[at] ?? [])
    counted.set(ways, list)
    return list
  }
  const mayCount = sharing(openIn, (some) => anyOf(some.map(under)))
  const counts = sharing(
    ({ tally }) => tally.all,
    (some) => each(some.map(under)),
  )
  const upstreamOf = (one: Disclosure, at: number): Value<readonly Disclosure[]> => {
    const ways = waysOf(one)
    const others = howMany(ways, openIn) - (came[at]?.value !== false && isAmong(places[at], ways) ? 1 : 0)
    return others > 0
      ? { value: undefined, from: mayCount(ways, at).from }
      : { value: counting(ways), from: counts(ways, at).from }
  }
  return plain.map((one, at) => ({
    ...one,
    onward: and(state[at] ?? no, one.criteria[1]),
    upstream: start(one).value === undefined ? unknown(...start(one).from) : upstreamOf(one, at),
  }))
}

const no = known(false)

/** The disclosures of one asset to one importer, or to those of whom nobody knows who they are. */
type Tally = {
  readonly all: Firsts
  /** Those that came under Chapter V, or may have. */
  readonly raised: Firsts
  /** Those that may have; counted at the end. */
  readonly open: Firsts
  /** Those that have. */
  readonly sure: number[]
  /** The first of these. */
  firstSure: number
  /** Becomes another one when one of the first is raised. */
  version: number
}

function tallyAt(tallies: Map<string, Tally>, place: string): Tally {
  const before = tallies.get(place)
  if (before !== undefined) return before
  const made: Tally = {
    all: new Firsts(),
    raised: new Firsts(),
    open: new Firsts(),
    sure: [],
    firstSure: Number.POSITIVE_INFINITY,
    version: 0,
  }
  tallies.set(place, made)
  return made
}

function raise(tally: Tally, at: number, before: boolean | undefined, after: boolean | undefined): void {
  if (before === false && after !== false) tally.raised.add(at)
  if (tally.raised.first.includes(at)) tally.version++
  if (before === true || after !== true) return
  tally.sure.push(at)
  tally.firstSure = Math.min(tally.firstSure, at)
}

/** The importers that nobody tells apart stand together: any of them, or those of one provider. */
const placeOf = ({ kind, id, provider }: Entity, asset: string): string =>
  `${kind === 'unknown' ? `?${provider ?? ''}` : id} ${asset}`

/** Disclosures by which an exporter may have come by data; `surely`, or why not. */
type Way = {
  readonly tally: Tally
  readonly surely: boolean
  /** To the exporter, and not to somebody who may turn out to be it. */
  readonly same: boolean
  readonly open: readonly Origin[]
}

type Arrival = { readonly at: number; readonly way: Way }

const surely = ({ surely: sure, same, open }: Way, before: Disclosure | undefined): Value<boolean> =>
  sure ? known(true) : unknown(...(same ? [] : (before?.importer.country.from ?? [])), ...open)

/** By what a disclosure may have come, of which the exporter is known: that of the exporter itself first. */
function waysAmong(tallies: ReadonlyMap<string, Tally>, scene: Scene): (one: Disclosure) => readonly Way[] {
  const found = new Map<string, readonly Way[]>()
  const find = ({ exporter, asset }: Disclosure): readonly Way[] => {
    const line = lineOf(asset.id, scene)
    const open = [...line].flatMap((id) => {
      const from = scene.assets.get(id)?.derivedFrom
      return from === undefined || from.value !== undefined ? [] : [from]
    })
    const why = open.flatMap(({ from }) => from)
    const assets = open.length > 0 ? [...scene.assets.keys()] : [...line]
    const importers = [exporter.id, '?', ...(exporter.provider === undefined ? [] : [`?${exporter.provider}`])]
    return importers.flatMap((importer, nth) =>
      assets.flatMap((id): readonly Way[] => {
        const tally = tallies.get(`${importer} ${id}`)
        if (tally === undefined) return []
        const [same, listed] = [nth === 0, line.has(id)]
        return [{ tally, surely: same && listed, same, open: listed ? [] : why }]
      }),
    )
  }
  return (one) => {
    if (one.exporter.kind === 'unknown') return []
    const question = `${one.exporter.id} ${one.asset.id}`
    const ways = found.get(question) ?? find(one)
    found.set(question, ways)
    return ways
  }
}

function firstSure(ways: readonly Way[]): Arrival | undefined {
  let first: Arrival | undefined
  for (const way of ways) {
    const at = way.surely ? way.tally.firstSure : Number.POSITIVE_INFINITY
    if (at < (first?.at ?? Number.POSITIVE_INFINITY)) first = { at, way }
  }
  return first
}

/** The first of those that come by some ways: those to the exporter, then the others, in the order of all. */
function earliest(ways: readonly Way[], of: (way: Way) => Firsts, except: number, most: number): readonly Arrival[] {
  const among = (some: readonly Way[]): readonly Arrival[] => {
    const lists = some.filter((way) => of(way).count > 0)
    const all = lists.flatMap((way) =>
      of(way)
        .first.slice(0, most + 1)
        .map((at) => ({ at, way })),
    )
    return lists.length > 1 ? all.sort((a, b) => a.at - b.at) : all
  }
  return [...among(ways.filter(({ same }) => same)), ...among(ways.filter(({ same }) => !same))]
    .filter(({ at }) => at !== except)
    .slice(0, most)
}

/** What is concluded from the first of them, once that has as many reasons as are kept; or from as many as are looked at. */
function fromEarliest<T>(
  ways: readonly Way[],
  of: (way: Way) => Firsts,
  except: number,
  conclude: (some: readonly Arrival[]) => Value<T>,
): Value<T> {
  const few = earliest(ways, of, except, mostReasons)
  const concluded = conclude(few)
  const isEnough = few.length < mostReasons || concluded.from.length >= mostReasons
  return isEnough ? concluded : conclude(earliest(ways, of, except, mostConsulted))
}

/** The same for all that come by the same ways; for those that are looked at themselves, without them. */
function sharing<T>(
  of: (way: Way) => Firsts,
  conclude: (some: readonly Arrival[]) => Value<T>,
): (ways: readonly Way[], at: number) => Value<T> {
  type Shared = { readonly version: number; readonly looked: ReadonlySet<number>; value?: Value<T> }
  const answers = new Map<readonly Way[], Shared>()
  return (ways, at) => {
    if (howMany(ways, of) <= mostConsulted) return fromEarliest(ways, of, at, conclude)
    const version = ways.reduce((sum, { tally }) => sum + tally.version, 0)
    let answer = answers.get(ways)
    if (answer?.version !== version) {
      answer = { version, looked: new Set(earliest(ways, of, -1, mostConsulted).map((one) => one.at)) }
      answers.set(ways, answer)
    }
    if (answer.looked.has(at)) return fromEarliest(ways, of, at, conclude)
    answer.value ??= fromEarliest(ways, of, -1, conclude)
    return answer.value
  }
}

const howMany = (ways: readonly Way[], of: (way: Way) => Firsts): number =>
  ways.reduce((sum, way) => sum + of(way).count, 0)

const isAmong = (tally: Tally | undefined, ways: readonly Way[]): boolean => ways.some((way) => way.tally === tally)

const raisedIn = ({ tally }: Way): Firsts => tally.raised
/** Whether it came by one of whom nobody knows who they are is open even where that one came under Chapter V. */
const openIn = ({ tally, surely: sure }: Way): Firsts => (sure ? tally.open : tally.raised)

const rank = (value: boolean | undefined): number => (value === true ? 2 : value === undefined ? 1 : 0)

/** An asset and everything that it was made from: what came in may leave as what was made of it. */
function lineOf(asset: string, scene: Scene): ReadonlySet<string> {
  const line = new Set<string>()
  const visit = (id: string): void => {
    if (line.has(id)) return
    line.add(id)
    for (const parent of scene.assets.get(id)?.derivedFrom.value ?? []) visit(parent)
  }
  visit(asset)
  return line
}
