/** Engagements that are as large as one likes: 20 data assets, components, and flows that go round in circles. */
export type Shape = keyof typeof shapes

/** What a component or a flow states. */
type Part = Readonly<Record<string, unknown>>

export const shapes = {
  circle: shapeOf(({ component, flow }, size) => ({
    components: each(size, component),
    flows: each(size, (at) => flow(at, at, (at + 1) % size)),
  })),
  'circles of five': shapeOf(({ component, flow }, size) => ({
    components: each(size, component),
    flows: each(size, (at) => {
      const first = at - (at % 5)
      return flow(at, at, first + ((at - first + 1) % Math.min(5, size - first)))
    }),
  })),
  'mesh, three flows out of each': shapeOf(({ component, flow }, size) => {
    const random = randomFrom(7)
    return {
      components: each(size, component),
      flows: each(3 * size, (at) => flow(at, Math.floor(at / 3), Math.floor(random() * size))),
    }
  }),
  'circle that carries everything': shapeOf(({ component, flow }, size) => ({
    components: each(size, component),
    flows: each(size, (at) => ({ ...flow(at, at, (at + 1) % size), data: 'everything' })),
  })),
  'circle of what one component holds': shapeOf(({ component, flow, data }, size) => ({
    components: each(size, (at) => ({ ...component(at), holds: at === 0 ? data : [] })),
    flows: each(size, (at) => ({ ...flow(at, at, (at + 1) % size), data: 'everything' })),
  })),
  'circle with unknowns': shapeOf(({ component, flow }, size) => ({
    components: each(size, (at) => without(component(at), unstatedOf[at % 3] ?? [])),
    flows: each(size, (at) =>
      without(flow(at, at, (at + 1) % size), at % 4 === 0 ? ['data', 'transit', 'transform'] : []),
    ),
  })),
}

/** The same components with more flows between them. */
export const flowsBetween = (components: number, count: number): Part =>
  shapeOf(({ component, flow }, size) => {
    const random = randomFrom(11)
    return {
      components: each(size, component),
      flows: each(count, (at) => flow(at, at % size, Math.floor(random() * size))),
    }
  })(components)

const unstatedOf = [['region'], ['service', 'region'], ['contractedBy', 'operatedBy', 'holds']]

type Parts = {
  readonly data: readonly string[]
  readonly component: (at: number) => Part
  readonly flow: (at: number, from: number, to: number) => Part
}

const partsOf = (assets: number): Parts => ({
  data: each(assets, (at) => `data-${at}`),
  component: (at) => ({
    id: `component-${at}`,
    service: at % 2 === 0 ? 'aws/ec2' : 'aws/rds',
    contractedBy: 'client',
    region: 'eu-central-1',
    operatedBy: 'firm',
    controlledBy: 'client',
    publicFacing: false,
    holds: [`data-${at % assets}`],
    encryption: { atRest: 'aes-256' },
    purpose: 'service-provision',
  }),
  flow: (at, from, to) => ({
    id: `flow-${at}`,
    from: `component-${from}`,
    to: `component-${to}`,
    data: [`data-${at % assets}`, `data-${(at + 1) % assets}`],
    purpose: 'service-provision',
    transit: 'tls-1.3',
    transform: { kind: 'none' },
    means: 'electronic',
  }),
})

type Made = { readonly components: readonly Part[]; readonly flows: readonly Part[] }

function shapeOf(make: (parts: Parts, size: number) => Made): (size: number, assets?: number) => Part {
  return (size, assets = 20) => engagement(make(partsOf(assets), size), assets)
}

function engagement({ components, flows }: Made, assets: number): Part {
  return {
    apiVersion: 'douane/v1',
    kind: 'Engagement',
    id: 'growth',
    title: 'Many components (fictional)',
    context: 'client-system',
    starts: '2026-01-01',
    ends: 'none',
    regimes: [],
    parties: [
      { id: 'client', name: 'Voorbeeld NV (fictional)', country: 'BE', parentCountry: 'none', role: 'controller' },
    ],
    data: each(assets, (at) => ({
      id: `data-${at}`,
      categories: ['name', 'contact-email'],
      subjects: ['customers'],
      classification: 'confidential',
      owner: 'client',
      state: 'clear',
      derivedFrom: [],
      additionalInformationFor: [],
    })),
    components,
    flows,
    remoteAccess: [],
    safeguards: [],
    aiUses: [],
    tags: [],
    accounts: [],
  }
}

const each = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at))

const without = (part: Part, keys: readonly string[]): Part =>
  Object.fromEntries(Object.entries(part).filter(([key]) => !keys.includes(key)))

/** The same numbers from the same seed, between 0 and 1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
