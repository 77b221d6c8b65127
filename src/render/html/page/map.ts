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
    const key = keyOf(part)
    parts.set(key, [...(parts.get(key) ?? []), part])
  }
  const on = ({ steps }: Path): readonly Element[] =>
    steps.flatMap(({ node, flow }) => [
      ...(parts.get(`node ${node}`) ?? []),
      ...(flow === undefined ? [] : (parts.get(`flow ${flow}`) ?? [])),
    ])
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

function keyOf(part: Element): string {
  const node = part.getAttribute('data-node')
  return node === null ? `flow ${part.getAttribute('data-flow') ?? ''}` : `node ${node}`
}
