/** What a key of a descriptor can say: all of it where that is little, a fixed choice where it is much. */
import type { Library } from '../../src/load/workspace.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import { definitionOf, itemsOf, type Path, resolved, type Schema, type StatedKey } from './keys.ts'

const days = ['1990-01-01', '2026-11-22', '2045-12-31']
const moments = [...days, '2026-11-22T12:00:00Z', '2026-11-21T18:00:00+01:00']
const countries = ['BE', 'US', 'GB', 'CH', 'IN', 'GL', 'SJ', 'EPO']
const byDefinition: Readonly<Record<string, readonly unknown[]>> = {
  Date: days,
  DateOrNone: ['none', ...days],
  DateOrFirstSet: ['first-set', ...days],
  Moment: moments,
  MomentOrNone: ['none', ...moments],
  Country: countries,
  CountryOrNone: ['none', ...countries],
  TermPlace: ['clause 9', 'not-in-document'],
  WindowOrNone: ['none', 'PT24H', 'PT72H', 'P4D'],
  Place: ['BE', 'US', 'GB', 'IN', 'EEA', 'EU', 'worldwide'],
}

/** How many values of one key are tried: the first ones, and some of the rest. */
const [first, rest] = [8, 8]

export function valuesOf(engagement: Engagement, { path, schema }: StatedKey, library: Library): readonly unknown[] {
  const stated = path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], engagement)
  const values = unique([stated, ...domain(schema, path, stated, engagement, library)])
  const more = values.slice(first)
  if (more.length <= rest) return values
  return [
    ...values.slice(0, first),
    ...Array.from({ length: rest }, (_, at) => more[Math.round((at * (more.length - 1)) / (rest - 1))]),
  ]
}

const unique = (values: readonly unknown[]): readonly unknown[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
]

function domain(
  schema: Schema,
  path: Path,
  stated: unknown,
  engagement: Engagement,
  library: Library,
): readonly unknown[] {
  const definition = byDefinition[definitionOf(schema) ?? '']
  if (definition !== undefined) return definition
  const of = resolved(schema)
  if (of.enum !== undefined) return of.enum
  const types = [of.type].flat()
  const words = of.then?.enum ?? []
  if (types.includes('boolean')) return [true, false]
  if (types.includes('array')) return [...words, ...lists(schema, path, stated, engagement, library)]
  if (types.includes('number') || types.includes('integer')) return [0, 1, 30, 10_000]
  if (types.includes('object')) {
    const shape = of.properties === undefined && of.else !== undefined ? resolved(of.else) : of
    return [...words, ...objects(shape, path, stated, engagement, library)]
  }
  return texts(schema, path, engagement, library)
}

/** None, each member alone, all of them, all but one. */
function lists(
  schema: Schema,
  path: Path,
  stated: unknown,
  engagement: Engagement,
  library: Library,
): readonly unknown[] {
  const items = itemsOf(schema)
  const none = (resolved(schema).minItems ?? resolved(schema).else?.minItems ?? 0) === 0 ? [[]] : []
  const now = Array.isArray(stated) ? stated : []
  if (items === undefined) return none
  if (resolved(items).type === 'object') {
    const fewer = now.map((_, gone) => now.filter((_, at) => at !== gone)).filter((list) => list.length > 0)
    return [...none, ...fewer, ...now.map((one) => [one])]
  }
  const members = domain(items, path, undefined, engagement, library)
  const others = members.filter((member) => !now.includes(member))
  return [
    ...none,
    ...others.slice(0, 1).map((other) => [...now, other]),
    unique([...now, ...members]),
    ...members.map((one) => [one]),
  ]
}

/** Complete, for each word that one of its keys can be; and as it is, with one of its keys otherwise or left out. */
function objects(
  of: Schema,
  path: Path,
  stated: unknown,
  engagement: Engagement,
  library: Library,
): readonly unknown[] {
  const now = (typeof stated === 'object' && stated !== null ? stated : {}) as Readonly<Record<string, unknown>>
  const { required = [], properties = {}, additionalProperties } = of
  const bare = Object.fromEntries(Object.entries(now).filter(([key]) => required.includes(key)))
  const keys = typeof additionalProperties === 'object' ? Object.keys(now) : Object.keys(properties)
  const full = Object.fromEntries(
    Object.entries(properties).flatMap(([key, inner]) => {
      const [first] = [now[key], ...domain(inner, [...path, key], now[key], engagement, library)].filter(
        (one) => one !== undefined,
      )
      return first === undefined ? [] : [[key, first]]
    }),
  )
  const complete = Object.entries(properties).flatMap(([key, inner]) =>
    (resolved(inner).enum ?? []).map((value) => ({ ...full, [key]: value })),
  )
  return [
    ...complete,
    full,
    bare,
    ...keys.flatMap((key) => {
      const inner = properties[key] ?? (additionalProperties as Schema)
      return domain(inner, [...path, key], now[key], engagement, library).map((value) => ({ ...now, [key]: value }))
    }),
  ]
}

/** Ids of the right kind, by the name of the key that refers to them. */
function texts(schema: Schema, path: Path, engagement: Engagement, { registry }: Library): readonly unknown[] {
  const key = [...path].reverse().find((step) => typeof step === 'string') ?? ''
  const ids = (list: unknown): readonly string[] =>
    Array.isArray(list) ? list.map((one: { readonly id: string }) => one.id) : []
  const component = path[0] === 'components' ? engagement.components?.[Number(path[1])] : undefined
  const [provider, service] = component?.service?.split('/') ?? []
  const entry = registry.providers.find(({ value }) => value.id === provider)?.value
  const offered = entry?.services.find((one) => one.id === service)
  const table = registry.regions.find(({ value }) => value.id === offered?.location.regions)?.value.regions ?? []
  const used = [...new Set((engagement.components ?? []).flatMap((one) => one.service?.split('/')[0] ?? []))].filter(
    (one) => one !== 'none',
  )
  const people = [...ids(engagement.people), ...registry.firm.flatMap(({ value }) => ids(value.people))]
  const parties = [
    ...ids(engagement.parties),
    'firm',
    ...used.flatMap((id) => [
      id,
      ...ids(registry.providers.find(({ value }) => value.id === id)?.value.entities).map((one) => `${id}/${one}`),
    ]),
    ...used.slice(0, 1).map((id) => `${id}@US`),
  ]
  if (definitionOf(schema) === 'PartyRef') return parties
  if (definitionOf(schema) === 'EntityRef') return parties.filter((one) => one.includes('/'))
  if (definitionOf(schema) === 'ServiceOrNone') {
    return [
      'none',
      ...(engagement.components ?? []).flatMap((one) => one.service ?? []),
      'aws/ec2',
      'openai/api',
      'stripe/payments',
      'google-workspace/workspace',
      'github/repositories',
    ]
  }
  if (definitionOf(schema) === 'ComponentOrService')
    return [...ids(engagement.components), ...(engagement.components ?? []).flatMap((one) => one.service ?? [])]
  switch (key) {
    case 'agreement':
      return [...ids(engagement.agreements), 'none']
    case 'categories':
      return ['name', 'salary', 'health', 'source-code', 'business-confidential']
    case 'subjects':
      return ['customers', 'employees', 'children']
    case 'components':
    case 'on':
      return ids(engagement.components)
    case 'component':
      return [...ids(engagement.components), 'none']
    case 'loads':
      return ids(engagement.tags)
    case 'hosts':
      return ['imageplus.be', 'sample.example']
    case 'mechanism':
    case 'record':
      return ['something else', 'none']
    case 'data':
    case 'holds':
    case 'derivedFrom':
    case 'outputs':
    case 'additionalInformationFor':
      return ids(engagement.data)
    case 'entity':
      return ids(entry?.entities)
    case 'endpointScope':
      return ids(offered?.endpointScopes)
    case 'residency':
      return ids(offered?.residency)
    case 'feature':
      return ids(offered?.aiFeatures)
    case 'grantedFor':
      return [engagement.id, 'earlier']
    case 'holders':
      return people
    case 'owner':
      return people
    case 'performedBy':
      return [
        // Before the crossing, where it counts.
        ...(engagement.flows ?? []).slice(Number(path[1]), Number(path[1]) + 1).map(({ from }) => from),
        ...ids(engagement.components),
        ...ids(engagement.parties),
        'firm',
      ]
    case 'template':
      return [
        ...registry.firm.flatMap(({ value }) => ids(value.templates)),
        ...registry.providers.flatMap(({ value }) => (value.processingTerms === undefined ? [] : [value.id])),
      ]
    case 'ownPurposes':
      return (offered?.ownPurposes ?? []).flatMap((one) => (one.optional === true ? [one.purpose] : []))
    case 'purposes':
    case 'purpose':
      return ['service-provision', 'hosting', 'maintenance', 'testing']
    case 'requiredCertifications':
      return ['ISO 27001', 'a seal']
    case 'region':
      return table.length > 0 ? table.map(({ code }) => code) : ['somewhere']
    case 'grants':
    case 'roleNeeds':
      return ['everything', 'deploy', 'read-logs']
    default:
      return ['something else']
  }
}
