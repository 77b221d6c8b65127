import type { Disclosure, Report } from '../../../model/generated/report.ts'
import { anyOf, grouped, type MapEdge, unique, worst } from './model.ts'
import type { Outcomes } from './outcomes.ts'

type Flow = Report['architecture']['flows'][number]

/** The flows, each with what happens by it and right behind it. */
export function flowEdges(
  { architecture }: Report,
  outcomes: Outcomes,
  titles: ReadonlyMap<string, string>,
): MapEdge[] {
  const custodians = new Map(architecture.components.map(({ id, custodian }) => [id, custodian]))
  const names = new Map(architecture.parties.map(({ id, name }) => [id, name]))
  const byAsset = grouped(architecture.disclosures, ({ asset }) => asset)
  return architecture.flows.map((flow) => {
    const sender = custodians.get(flow.from) ?? names.get(flow.from)
    const all = flow.data.flatMap((asset) => byAsset.get(asset) ?? [])
    const reached = all.filter((one) => reaches(one, flow))
    const transfers = reached.filter((one) => happensBy(one, flow, sender) && one.isTransfer !== 'false')
    return {
      id: flow.id,
      kind: 'flow',
      from: flow.from,
      to: flow.to,
      data: unique(flow.data.map((asset) => titles.get(asset) ?? asset)),
      outcome: worst([outcomes.of('flow', flow.id), ...reached.map(({ id }) => outcomes.of('disclosure', id))]),
      transfer: anyOf(transfers.map(({ isTransfer }) => isTransfer)),
      grounds: unique(transfers.map(({ reliesOn }) => reliesOn ?? 'not stated')),
      open: unique([flow, ...reached].flatMap(({ id }, at) => outcomes.open(at === 0 ? 'flow' : 'disclosure', id))),
    }
  })
}

/** Whether a disclosure takes place where a flow brings its data. */
const reaches = (one: Disclosure, flow: Flow): boolean =>
  one.components.includes(flow.to) || one.path.steps.findLast((step) => step.flow !== undefined)?.flow === flow.id

/** Whether it is the flow that discloses, and not what the receiver does with the data, or who looks at it there. */
function happensBy(one: Disclosure, flow: Flow, sender: string | undefined): boolean {
  if (one.channels.includes('hosting')) return true
  return one.channels.includes('flow') && (one.exporter === sender || one.path.steps.at(-1)?.flow === flow.id)
}
