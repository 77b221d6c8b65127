import type { Disclosure, Report } from '../../../model/generated/report.ts'
import { anyOf, grouped, type MapEdge, unique, worst } from './model.ts'
import type { Outcomes } from './outcomes.ts'
import type { Places } from './places.ts'

/** A party as the end of an arrow, in one place. */
export type PartyEnd = { readonly node: string; readonly party: string; readonly place: string | undefined }

type Reach = { readonly from: string; readonly to: string; readonly end: PartyEnd; readonly how: string }

/** Data that becomes available without a flow: the arrows, and the parties at their ends. */
export function accessEdges(
  report: Report,
  outcomes: Outcomes,
  places: Places,
  titles: ReadonlyMap<string, string>,
): { readonly edges: readonly MapEdge[]; readonly ends: readonly PartyEnd[] } {
  const brought = new Set(report.architecture.flows.flatMap(({ to, data }) => data.map((asset) => `${to} ${asset}`)))
  const custodians = new Map(report.architecture.components.map(({ id, custodian }) => [id, custodian]))
  const reaches = report.architecture.disclosures.flatMap((one) =>
    one.components.flatMap((component) => {
      const own = custodians.get(component)
      const matters = isOver(one, places) || ['fail', 'unknown'].includes(outcomes.of('disclosure', one.id))
      return reachesOf(one, component, own, matters, brought.has(`${component} ${one.asset}`)).map((reach) => ({
        ...reach,
        one,
      }))
    }),
  )
  const ends = new Map(reaches.map(({ end }) => [end.node, end]))
  const edges = [...grouped(reaches, ({ from, to }) => `${from} > ${to}`)].map(([id, all]): MapEdge => {
    const disclosures = all.map(({ one }) => one)
    const transfers = disclosures.filter(({ isTransfer }) => isTransfer !== 'false')
    return {
      id,
      kind: 'access',
      from: all[0]?.from ?? '',
      to: all[0]?.to ?? '',
      data: unique(disclosures.map(({ asset }) => titles.get(asset) ?? asset)),
      how: unique(all.map(({ how }) => how)).join('; '),
      outcome: worst(disclosures.map((one) => outcomes.of('disclosure', one.id))),
      transfer: anyOf(transfers.map(({ isTransfer }) => isTransfer)),
      grounds: unique(transfers.map(({ reliesOn }) => reliesOn ?? 'not stated')),
      open: unique(disclosures.flatMap((one) => outcomes.open('disclosure', one.id))),
    }
  })
  return { edges, ends: [...ends.values()] }
}

/**
 * The arrows of one disclosure at one component. Flows are drawn as such; who hosts a component is written in its box.
 * What is entrusted, and what is with a host from the start, is drawn where it matters: over a border, or open.
 */
function reachesOf(
  one: Disclosure,
  component: string,
  custodian: string | undefined,
  matters: boolean,
  isBrought: boolean,
): readonly Reach[] {
  const exporter = { node: one.exporterId, party: one.exporterId, place: one.exporterCountry }
  const importer = importerOf(one)
  return one.channels.flatMap((channel): Reach | readonly Reach[] => {
    switch (channel) {
      case 'affiliate':
        return { from: component, to: importer.node, end: importer, how: activityWords(one.activities) }
      case 'remote-access':
        return { from: component, to: importer.node, end: importer, how: 'remote access' }
      case 'entrustment':
        if (!matters) return []
        return one.importer === custodian
          ? { from: exporter.node, to: component, end: exporter, how: 'entrusted' }
          : { from: component, to: importer.node, end: importer, how: 'operated by' }
      case 'hosting':
        return !matters || isBrought || one.isTransfer === 'false'
          ? []
          : { from: exporter.node, to: component, end: exporter, how: 'hosting' }
      default:
        return []
    }
  })
}

const inOrder = ['storage', 'processing', 'inference', 'support', 'logging', 'backup']

const activityWords = (all: readonly string[]): string =>
  inOrder.every((one) => all.includes(one))
    ? 'everything it does'
    : [...inOrder.filter((one) => all.includes(one)), ...all.filter((one) => !inOrder.includes(one))].join(', ') ||
      'processing'

/** A party has a box for itself, and one for each other place from which it gets at data. */
function importerOf({ importerId, importerCountry, destination }: Disclosure): PartyEnd {
  const elsewhere = destination !== undefined && destination !== importerCountry
  return {
    node: elsewhere ? `${importerId} in ${destination}` : importerId,
    party: importerId,
    place: destination ?? importerCountry,
  }
}

const isOver = (one: Disclosure, places: Places): boolean =>
  one.isTransfer !== 'false' || places.of(one.exporterCountry) !== places.of(one.destination ?? one.importerCountry)
