import { regionTitles } from './layout.ts'
import type { MapEdge, MapModel, MapNode, Outcome } from './model.ts'

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  fail: 'fails',
  unknown: 'not known',
  pass: 'passes',
  none: 'no rule applies',
}

/** What the drawing shows, in a sentence or three. */
export function summaryOf(model: MapModel): string {
  const { components, parties } = {
    components: model.nodes.filter(({ kind }) => kind === 'component').length,
    parties: model.nodes.filter(({ kind }) => kind === 'party').length,
  }
  const over = model.edges.filter((edge) => isOver(edge, model))
  const flows = model.edges.filter(({ kind }) => kind === 'flow').length
  const bad = (['fail', 'unknown'] as const).flatMap((outcome) => {
    const count = over.filter((edge) => edge.outcome === outcome).length
    return count === 0
      ? []
      : [
          `${count} ${outcome === 'fail' ? (count === 1 ? 'fails' : 'fail') : `${count === 1 ? 'is' : 'are'} not known to be in order`}`,
        ]
  })
  const crossing =
    over.length === 0
      ? 'No data crosses a border.'
      : `Data crosses a border ${over.length === 1 ? 'once' : `${over.length} times`}: ${bad.length === 0 ? 'all in order' : `of these, ${bad.join(' and ')}`}.`
  const access = model.edges.length - flows
  return `${count(components, 'component')}, ${count(flows, 'flow')}${access === 0 ? '' : `, ${count(access, 'other way of access', 'other ways of access')}`}${parties === 0 ? '' : `, ${count(parties, 'other party', 'other parties')}`}. ${crossing}`
}

const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`

export const isOver = ({ from, to }: MapEdge, model: MapModel): boolean =>
  nodeIn(model, from)?.jurisdiction !== nodeIn(model, to)?.jurisdiction

const nodeIn = (model: MapModel, id: string): MapNode | undefined => model.nodes.find((node) => node.id === id)

/** 'European Economic Area → Third countries'; where it stays, just that. */
export function borderWords({ from, to }: MapEdge, model: MapModel): string {
  const [start, end] = [nodeIn(model, from), nodeIn(model, to)].map(
    (node) => regionTitles[node?.jurisdiction ?? 'unknown'],
  )
  return start === end ? `within: ${start}` : `${start} → ${end}`
}
