import type { MapEdge, MapModel, MapNode, Outcome } from './model.ts'
import { regionTitles } from './placed.ts'

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  fail: 'fails',
  unknown: 'not known',
  pass: 'passes',
  none: 'no rule applies',
}

/** What the drawing shows, in a sentence or three. */
export function summaryOf(model: MapModel): string {
  const many = (kind: MapNode['kind'] | MapEdge['kind']): number =>
    [...model.nodes, ...model.edges].filter((one) => one.kind === kind).length
  const parts = [
    count(many('component'), 'component'),
    count(many('flow'), 'flow'),
    ...(many('access') === 0 ? [] : [count(many('access'), 'other way to the data', 'other ways to the data')]),
  ]
  const over = model.edges.filter((edge) => isOver(edge, model))
  const among = (outcome: Outcome): number => over.filter((edge) => edge.outcome === outcome).length
  const open = [
    ...(among('fail') === 0 ? [] : [`${among('fail')} ${among('fail') === 1 ? 'fails' : 'fail'}`]),
    ...(among('unknown') === 0
      ? []
      : [`${among('unknown')} ${among('unknown') === 1 ? 'is' : 'are'} not known to be in order`]),
  ]
  const crossing =
    over.length === 0
      ? 'No data crosses a border.'
      : `${over.length === 1 ? 'One of these crosses' : `${over.length} of these cross`} a border${open.length === 0 ? ', in order' : `: ${open.join(', ')}`}.`
  return `${parts.join(', ')}. ${crossing}`
}

const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`

const isOver = ({ from, to }: MapEdge, model: MapModel): boolean =>
  nodeIn(model, from)?.jurisdiction !== nodeIn(model, to)?.jurisdiction

const nodeIn = (model: MapModel, id: string): MapNode | undefined => model.nodes.find((node) => node.id === id)

/** 'European Economic Area → Third countries'; where it stays, just that. */
export function borderWords({ from, to }: MapEdge, model: MapModel): string {
  const [start, end] = [nodeIn(model, from), nodeIn(model, to)].map(
    (node) => regionTitles[node?.jurisdiction ?? 'unknown'],
  )
  return start === end ? `within: ${start}` : `${start} → ${end}`
}
