import { beforeAll, describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { Report } from '../../../src/model/generated/report.ts'
import { elkLayout } from '../../../src/render/html/map/elk.ts'
import { mapCss, mapOf } from '../../../src/render/html/map/index.ts'
import { layoutOf } from '../../../src/render/html/map/layout.ts'
import { modelOf } from '../../../src/render/html/map/map-model.ts'
import type { MapLayout, Point, Rectangle } from '../../../src/render/html/map/placed.ts'
import { fitted, widthOf, wrapped } from '../../../src/render/html/map/text-width.ts'
import { checkFile, example, exampleFiles } from '../../examples/checking.ts'

const nameOf = (path: string): string => path.replace('examples/', '').replace('.yaml', '')
const examples = exampleFiles.map(({ path }) => nameOf(path))
const reports = new Map<string, Report>()

beforeAll(async () => {
  for (const name of examples) {
    const { report } = await checkFile(example(name))
    if (report !== undefined) reports.set(name, report)
  }
}, 300_000)

const reportOf = (name: string): Report => reports.get(name) as Report
const drawn = (report: Report): Promise<MapLayout> => layoutOf(modelOf(report), elkLayout)
const svgIn = (html: string): string => /<svg class="data-map-svg[\s\S]*?<\/svg>/.exec(html)?.[0] ?? ''
const valuesOf = (svg: string, name: string): string[] =>
  [...svg.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value)

async function xmlProblems(svg: string): Promise<readonly unknown[]> {
  const schema =
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg"><xs:element name="svg" type="xs:anyType"/></xs:schema>'
  const { errors } = await validateXML({ xml: [{ fileName: 'map.svg', contents: svg }], schema: [schema] })
  return errors
}

/** An engagement of any size, as far as the map reads it. */
function synthetic(components: number, flows: number, name = (at: number) => `component ${at}`): Report {
  const at = { file: 'x.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }
  const kinds = ['eea', 'eea', 'eea', 'adequate', 'third-country', 'worldwide', 'unknown'] as const
  return {
    ...reportOf('brochure-site'),
    findings: [],
    architecture: {
      ...reportOf('brochure-site').architecture,
      parties: [],
      places: [{ place: 'BE', jurisdiction: 'eea' }],
      data: [],
      components: Array.from({ length: components }, (_, one) => ({
        id: `c${one}`,
        title: name(one),
        service: 'aws/ec2',
        places: { storage: ['BE'] },
        jurisdiction: kinds[(one * 5) % kinds.length] ?? 'eea',
        at,
      })),
      flows: Array.from({ length: flows }, (_, one) => ({
        id: `f${one}`,
        from: `c${(one * 7) % components}`,
        to: `c${(one * 13 + 5) % components}`,
        data: [],
        at,
      })),
      disclosures: [],
    },
  }
}

const isWithin = (inner: Rectangle, outer: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const touches = ({ x, y }: Point, box: Rectangle): boolean => {
  const [near, far] = [1.5, -1.5].map((by) => ({
    x: box.x - by,
    y: box.y - by,
    width: box.width + 2 * by,
    height: box.height + 2 * by,
  })) as [Rectangle, Rectangle]
  const point = { x, y, width: 0, height: 0 }
  return isWithin(point, near) && !isWithin(point, far)
}

function expectSound({ regions, nodes, edges }: MapLayout): void {
  for (const { node, text, ...box } of nodes) {
    const region = regions.find(({ jurisdiction }) => jurisdiction === node.jurisdiction)
    expect(region !== undefined && isWithin(box, region), node.id).toBe(true)
    expect(text.width, node.id).toBeLessThan(box.width)
    expect(text.height, node.id).toBeLessThan(box.height)
    for (const other of nodes) if (other.node !== node) expect(overlap(box, other), other.node.id).toBe(false)
  }
  for (const region of regions)
    for (const other of regions) if (other !== region) expect(overlap(region, other)).toBe(false)
  const boxes = new Map(nodes.map((one) => [one.node.id, one]))
  for (const { edge, points } of edges) {
    expect(touches(points[0] as Point, boxes.get(edge.from) as Rectangle), edge.id).toBe(true)
    expect(touches(points.at(-1) as Point, boxes.get(edge.to) as Rectangle), edge.id).toBe(true)
  }
}

describe.each(examples)('the map of %s', (name) => {
  it('has every component and flow once, and boxes within their jurisdictions', async () => {
    const report = reports.get(name) as Report
    const svg = svgIn(await mapOf(report))
    const nodes = valuesOf(svg, 'data-node')
    expect(new Set(nodes).size).toBe(nodes.length)
    expect(nodes).toEqual(expect.arrayContaining(report.architecture.components.map(({ id }) => id)))
    expect(valuesOf(svg, 'data-flow').sort()).toEqual(report.architecture.flows.map(({ id }) => id).sort())
    expect(await xmlProblems(svg)).toEqual([])
    expectSound(await drawn(report))
  })

  it('is the same twice, and with its keys in another order', async () => {
    const report = reports.get(name) as Report
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, one]) => [key, reversed(one)]),
      )
    }
    const first = await mapOf(report)
    expect(await mapOf(report)).toBe(first)
    expect(await mapOf(reversed(report) as Report)).toBe(first)
  })
})

describe('what is said about borders', () => {
  it('draws processing elsewhere as an arrow from the EEA, with its ground and outcome', () => {
    const { nodes, edges } = modelOf(reportOf('ai-tier-2-cloud'))
    const places = Object.fromEntries(nodes.map(({ id, jurisdiction }) => [id, jurisdiction]))
    expect(places).toMatchObject({
      classifier: 'eea',
      summariser: 'eea',
      'aws@CH': 'adequate',
      'aws@GB': 'adequate',
      'aws@worldwide': 'worldwide',
    })
    expect(edges.find(({ to }) => to === 'aws@worldwide')).toMatchObject({
      from: 'classifier',
      kind: 'access',
      outcome: 'fail',
      transfer: 'true',
      grounds: ['none'],
    })
    expect(edges.find(({ to }) => to === 'aws@CH')).toMatchObject({ outcome: 'pass', grounds: ['adequacy'] })
    expect(edges.find(({ id }) => id === 'classify')?.outcome).toBe('fail')
    expect(edges.find(({ id }) => id === 'summarise')?.outcome).toBe('pass')
  })

  it('draws remote access to who has it, where it takes place', () => {
    const { nodes, edges } = modelOf(reportOf('portal-remote-support'))
    expect(nodes.find(({ id }) => id === 'night-desk')?.jurisdiction).toBe('third-country')
    expect(edges.find(({ to }) => to === 'night-desk')).toMatchObject({ from: 'database', how: 'remote access' })
  })

  it('puts no component in the EEA whose places are not known', () => {
    const { nodes } = modelOf(reportOf('half-left-out'))
    expect(nodes.find(({ id }) => id === 'portal')?.jurisdiction).toBe('unknown')
  })

  it('marks each border that an arrow crosses, and no other', async () => {
    const report = reportOf('ai-tier-2-cloud')
    const svg = svgIn(await mapOf(report))
    const gates = (part: string): number => part.split('class="map-crossing"').length - 1
    const arrows = svg.split('<g class="map-edge').slice(1)
    for (const arrow of arrows) expect(gates(arrow)).toBe(arrow.includes('data-flow') ? 0 : 2)
    expect(arrows.filter((arrow) => arrow.includes('data-access'))).toHaveLength(3)
  })

  it.each(['fail', 'unknown', 'pass'] as const)('has a class and a shape for %s', async (outcome) => {
    const report = reportOf('portal-eea')
    const [flow] = report.architecture.flows
    const findings = report.findings
      .filter(({ subject }) => subject.kind === 'flow' && subject.id === flow?.id)
      .map((finding) => ({ ...finding, outcome }))
    const svg = svgIn(await mapOf({ ...report, findings }))
    expect(svg).toMatch(new RegExp(`<g class="map-edge map-flow map-${outcome}[^"]*" data-flow="${flow?.id}"`))
    expect(mapCss).toContain(`.map-${outcome} {`)
  })
})

describe('hostile input', () => {
  it('stays text', async () => {
    const evil = '</title><script>alert(1)</script>"\'&\u202e\u0000\ufffe]]>'
    const base = synthetic(3, 3, () => evil)
    const flows = base.architecture.flows.map((flow) => ({ ...flow, data: [evil] }))
    const html = await mapOf({ ...base, architecture: { ...base.architecture, flows } })
    expect(html).not.toContain('<script')
    for (const character of ['\u202e', '\u0000', '\ufffe']) expect(html).not.toContain(character)
    expect(await xmlProblems(svgIn(html))).toEqual([])
  })

  it('is cut to its box, and whole in its title', async () => {
    const long = 'W'.repeat(3000)
    const report = synthetic(2, 1, () => long)
    expectSound(await drawn(report))
    expect(svgIn(await mapOf(report))).toContain(`<title>${long}`)
  })
})

describe('sizes', () => {
  it('says what to state where there is nothing to draw', async () => {
    expect(await mapOf(synthetic(0, 0))).toContain('states no components')
    expect(await mapOf(synthetic(2, 0))).toContain('No flow is stated')
  })

  it('lays out 300 components and 600 flows', async () => {
    const layout = await drawn(synthetic(300, 600))
    expect(layout.nodes).toHaveLength(300)
    expect(layout.edges).toHaveLength(600)
    expectSound(layout)
    expect(layout.width).toBeLessThan(8000)
  })

  it('draws where ELK gives up', async () => {
    const gaveUp = async (): Promise<never> => {
      throw new TypeError('as ELK does')
    }
    expectSound(await layoutOf(modelOf(synthetic(40, 50)), gaveUp))
  })
})

describe('texts', () => {
  it('knows the width of every printable character of ASCII', () => {
    for (let code = 33; code < 127; code++) {
      const character = String.fromCharCode(code)
      const rare = ['@', 'm', 'M', '%', 'W'].includes(character)
      if (!rare) expect(widthOf(character, { size: 1000 }), character).toBeLessThan(800)
    }
  })

  it('cuts and wraps within the room there is', () => {
    const style = { size: 11 }
    expect(widthOf(fitted('a rather long name of a company', 90, style), style)).toBeLessThanOrEqual(90)
    const lines = wrapped('a rather long name of a company that goes on', 90, style, 2)
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(widthOf(line, style)).toBeLessThanOrEqual(90)
    expect(fitted('short', 90, style)).toBe('short')
  })
})
