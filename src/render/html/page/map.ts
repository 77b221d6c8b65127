import type { Path } from './finding.ts'

/** Shows the way of data on the map: what is on it is marked, and the rest steps back. */
export type MapView = {
  readonly has: (path: Path) => boolean
  readonly show: (path: Path | undefined) => void
  readonly goTo: () => void
}

export function mapView(report: HTMLElement): MapView {
  const svg = report.querySelector<SVGSVGElement>('svg.data-map-svg')
  const parts = new Map<string, Element[]>()
  for (const part of svg?.querySelectorAll('[data-node], [data-flow]') ?? []) {
    for (const key of keysOf(part)) parts.set(key, [...(parts.get(key) ?? []), part])
  }
  const access = [...(svg?.querySelectorAll('[data-access]') ?? [])]
  const on = ({ steps }: Path): readonly Element[] => {
    const marked = steps.flatMap(({ node, flow }) => [
      ...(parts.get(`node ${node}`) ?? []),
      ...(flow === undefined ? [] : (parts.get(`flow ${flow}`) ?? [])),
    ])
    // Steps without a flow name who gets at data, and not the arrow there: it is the one between two that are marked.
    const nodes = new Set(marked.map((part) => part.getAttribute('data-node')))
    const ends = (part: Element): readonly (string | null)[] => [
      part.getAttribute('data-from'),
      part.getAttribute('data-to'),
    ]
    return [...marked, ...access.filter((part) => ends(part).every((end) => nodes.has(end)))]
  }
  return {
    has: (path) => on(path).length > 0,
    show: (path) => {
      for (const marked of svg?.querySelectorAll('.on-path') ?? []) marked.classList.remove('on-path')
      const marked = path === undefined ? [] : on(path)
      for (const part of marked) part.classList.add('on-path')
      svg?.classList.toggle('has-path', marked.length > 0)
    },
    goTo: () => {
      const map = report.querySelector<HTMLElement>('.map')
      map?.scrollIntoView({ block: 'start' })
      map?.querySelector<HTMLElement>('.data-map-view')?.focus({ preventScroll: true })
    },
  }
}

/** Steps call a component by its id, and a party by its name. */
function keysOf(part: Element): readonly string[] {
  const flow = part.getAttribute('data-flow')
  if (flow !== null) return [`flow ${flow}`]
  return [...new Set([part.getAttribute('data-node'), part.getAttribute('data-name')])].map(
    (one) => `node ${one ?? ''}`,
  )
}
