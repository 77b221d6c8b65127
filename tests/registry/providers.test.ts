import { describe, expect, it } from 'vitest'
import { firm, jurisdictions, providers, regions, vocabulary } from './shipped.ts'

const codes = new Set((jurisdictions.jurisdictions ?? []).flatMap((row) => row.codes))
const groups = ['EU', 'EEA', 'worldwide']
const isPlace = (place: string): boolean => codes.has(place) || groups.includes(place)
const provider = (id: string) => providers.find((candidate) => candidate.id === id)
const services = providers.flatMap((owner) =>
  owner.services.map((service) => ({ id: `${owner.id}/${service.id}`, service })),
)
const service = (id: string) => services.find((candidate) => candidate.id === id)?.service

/** Rows of the firm's pages and agreement, by name there. */
const published = {
  'Amazon Web Services': ['aws/ec2', 'aws/ebs', 'aws/s3', 'aws/rds', 'aws/lambda', 'aws/cloudfront', 'aws/ses'],
  'Google Cloud Platform': ['gcp/compute', 'gcp/cloud-run', 'gcp/cloud-sql', 'gcp/storage', 'gcp/bigquery'],
  DigitalOcean: [
    'digitalocean/droplets',
    'digitalocean/managed-databases',
    'digitalocean/spaces',
    'digitalocean/app-platform',
  ],
  Cloudflare: ['cloudflare/dns', 'cloudflare/cdn', 'cloudflare/workers', 'cloudflare/edge-protection'],
  Cloudways: ['cloudways/managed-hosting'],
  GitHub: ['github/repositories'],
  'Google Workspace': ['google-workspace/workspace'],
  AuthSMTP: ['authsmtp/relay'],
  Drip: ['drip/marketing'],
  Anthropic: ['anthropic/api'],
  OpenAI: ['openai/api'],
  'Google Gemini / Vertex AI': ['gcp/gemini-api', 'gcp/vertex-ai'],
  'AWS Bedrock': ['aws/bedrock'],
  'Azure OpenAI Service': ['azure/openai'],
  'Google Analytics': ['google-analytics/ga4'],
  'Google Tag Manager': ['google-tag-manager/container'],
}
const fromTheAgreement = ['stripe/payments', 'imagodraw/image-generation']

describe('providers', () => {
  it('has every provider that the firm publishes, and those of the agreement', () => {
    const missing = [...Object.values(published).flat(), ...fromTheAgreement].filter((id) => service(id) === undefined)
    expect(missing).toEqual([])
  })

  it.each(providers.map((owner) => [owner.id, owner] as const))('%s refers to what exists', (_, owner) => {
    const entities = owner.entities.map((entity) => entity.id)
    const own = owner.services.map((each) => each.id)
    const contracting = owner.contracting ?? []
    expect(new Set(entities).size).toBe(entities.length)
    expect(new Set(own).size).toBe(own.length)
    expect(contracting.filter((rule) => !entities.includes(rule.entity))).toEqual([])
    expect(contracting.flatMap((rule) => rule.services ?? []).filter((id) => !own.includes(id))).toEqual([])
    expect(contracting.flatMap((rule) => rule.customers).filter((place) => !isPlace(place))).toEqual([])
    const countries = owner.entities.flatMap((entity) => [entity.country ?? 'none', entity.parentCountry ?? 'none'])
    expect(countries.filter((country) => country !== 'none' && !codes.has(country))).toEqual([])
  })

  it('works in places that exist', () => {
    const places = services.flatMap(({ id, service }) => {
      const stated = Object.values(service.location.activities ?? {})
      const bound = (service.residency ?? []).flatMap((setting) => Object.values(setting.activities ?? {}))
      const reached = (service.endpointScopes ?? []).map((scope) => scope.reaches)
      return [...stated, ...bound, ...reached].flatMap((value) =>
        typeof value === 'string' ? [] : value.map((place: string) => [id, place] as const),
      )
    })
    expect(places.length).toBeGreaterThan(50)
    expect(places.filter(([, place]) => !isPlace(String(place)))).toEqual([])
  })

  it('has a table for every service that is placed by region', () => {
    const tables = new Set(regions.map((table) => table.id))
    const placed = services.filter(
      ({ service }) => service.location.model === 'region' || service.location.regions !== undefined,
    )
    expect(placed.filter(({ service }) => !tables.has(service.location.regions ?? '')).map(({ id }) => id)).toEqual([])
  })

  it('names a region or a scope only where the model has one', () => {
    const odd = services.filter(({ service: { location, endpointScopes } }) => {
      const stated = Object.values(location.activities ?? {})
      const region = stated.includes('region') || (endpointScopes ?? []).some((scope) => scope.reaches === 'region')
      return (
        (region && location.regions === undefined) ||
        (stated.includes('scope') && location.model !== 'endpoint-scope') ||
        (location.model === 'endpoint-scope') !== (endpointScopes !== undefined)
      )
    })
    expect(odd.map(({ id }) => id)).toEqual([])
  })

  it('says of every AI service how it is delivered', () => {
    expect(services.filter(({ service }) => (service.category === 'ai') !== (service.ai !== undefined))).toEqual([])
  })

  it('names purposes that are in the vocabulary', () => {
    const known = new Set(vocabulary.purposes.map((purpose) => purpose.id))
    const own = services.flatMap(({ service }) => (service.ownPurposes ?? []).map((each) => each.purpose))
    expect(own).toContain('fraud-prevention')
    expect(own.filter((purpose) => !known.has(purpose))).toEqual([])
  })

  it('never says that a listing is active: the official list was not read', () => {
    const listed = providers.flatMap((owner) => owner.entities.filter((entity) => entity.dpf !== undefined))
    expect(listed.length).toBeGreaterThan(5)
    expect(listed.filter((entity) => entity.dpf?.status !== 'unknown' || entity.dpf.note === undefined)).toEqual([])
    expect(listed.filter((entity) => entity.dpf?.frameworks !== undefined || entity.dpf?.covers !== undefined)).toEqual(
      [],
    )
  })

  it('never gives a certificate a last day: no evidence was read', () => {
    expect(
      providers.flatMap((owner) => owner.certifications ?? []).filter((each) => each.expiresOn !== undefined),
    ).toEqual([])
  })

  it('never says where support comes from: no evidence was read', () => {
    expect(services.filter(({ service }) => service.location.activities?.support !== undefined)).toEqual([])
    expect(
      providers.filter((owner) => owner.supportAccess !== undefined && owner.supportAccess.places !== 'unknown'),
    ).toEqual([])
  })

  it('holds the certificates that the firm publishes', () => {
    const claimed = (id: string) =>
      (provider(id)?.certifications ?? []).filter((each) => each.claimedBy === 'firm').map((each) => each.name)
    expect(claimed('aws')).toEqual(['ISO 27001', 'ISO 27017', 'SOC 1', 'SOC 2', 'SOC 3'])
    expect(claimed('gcp')).toEqual(['ISO 27001', 'SOC 1', 'SOC 2', 'SOC 3'])
    expect(claimed('digitalocean')).toEqual(['ISO 27001', 'SOC 2'])
    expect(claimed('cloudflare')).toEqual(['ISO 27001', 'SOC 2'])
    expect(claimed('cloudways')).toEqual(['SOC 2'])
    expect(claimed('github')).toEqual(['ISO 27001', 'SOC 2'])
    expect(claimed('google-workspace')).toEqual(['ISO 27001', 'SOC 1', 'SOC 2', 'SOC 3'])
    for (const id of ['authsmtp', 'drip', 'anthropic', 'openai', 'azure', 'google-analytics'])
      expect(claimed(id)).toEqual([])
  })
})

describe('endpoint scopes and residency', () => {
  const reach = (id: string, scope: string) => service(id)?.endpointScopes?.find((each) => each.id === scope)?.reaches

  it.each([
    ['aws/bedrock', 'in-region', 'region'],
    ['aws/bedrock', 'eu', ['EU', 'GB', 'CH']],
    ['aws/bedrock', 'us', ['US']],
    ['aws/bedrock', 'apac', ['worldwide']],
    ['aws/bedrock', 'global', ['worldwide']],
    ['azure/openai', 'standard', 'region'],
    ['azure/openai', 'data-zone-eu', ['EU']],
    ['azure/openai', 'data-zone-us', ['US']],
    ['azure/openai', 'global', ['worldwide']],
    ['gcp/vertex-ai', 'regional', 'region'],
    ['gcp/vertex-ai', 'eu', ['EU']],
    ['gcp/vertex-ai', 'global', ['worldwide']],
    ['anthropic/api', 'global', ['worldwide']],
    ['anthropic/api', 'us', ['US']],
    ['openai/api', 'global', ['worldwide']],
    ['openai/api', 'eu', ['EEA', 'CH']],
  ])('%s %s reaches %j', (id, scope, places) => {
    expect(reach(id, scope)).toEqual(places)
  })

  it('binds no hint on best effort', () => {
    const hints = services
      .flatMap(({ service }) => service.residency ?? [])
      .filter((setting) => setting.id.includes('hint'))
    expect(hints.length).toBe(6)
    expect(hints.filter((setting) => setting.binding || setting.activities !== undefined)).toEqual([])
  })

  it('offers no jurisdiction for KV', () => {
    expect(service('cloudflare/kv')?.residency).toBeUndefined()
  })
})

describe('regions', () => {
  const place = (table: string, code: string) =>
    regions.find((each) => each.id === table)?.regions.find((region) => region.code === code)?.place

  it.each(regions.map((table) => [table.id, table] as const))('%s has each code once, in a known place', (_, table) => {
    const own = table.regions.map((region) => region.code)
    expect(new Set(own).size).toBe(own.length)
    expect(table.regions.filter((region) => !isPlace(region.place))).toEqual([])
    expect(provider(table.provider)).toBeDefined()
  })

  it.each([
    ['aws', 'eu-west-2', 'GB'],
    ['aws', 'eu-central-2', 'CH'],
    ['aws', 'eusc-de-east-1', 'DE'],
    ['gcp', 'europe-west2', 'GB'],
    ['gcp', 'europe-west6', 'CH'],
    ['gcp', 'EU', 'EU'],
    ['gcp', 'global', 'worldwide'],
    ['azure', 'northeurope', 'IE'],
    ['azure', 'westeurope', 'NL'],
    ['azure', 'uksouth', 'GB'],
    ['digitalocean', 'lon1', 'GB'],
    ['ovh', 'UK1', 'GB'],
    ['hetzner', 'ash', 'US'],
  ])('%s %s is in %s', (table, code, expected) => {
    expect(place(table, code)).toBe(expected)
  })

  it('places Cloudways where the infrastructure below it is', () => {
    const below = new Map(
      ['digitalocean', 'aws', 'gcp']
        .flatMap((id) => regions.find((table) => table.id === id)?.regions ?? [])
        .map((region) => [region.code, region.place]),
    )
    const own = regions.find((table) => table.id === 'cloudways')?.regions ?? []
    expect(own.length).toBeGreaterThan(80)
    expect(own.filter((region) => below.get(region.code) !== region.place)).toEqual([])
  })
})

describe('approvals', () => {
  const approvals = firm.approvals ?? []
  const covers = (id: string) =>
    approvals.filter((approval) => {
      const [owner, name] = id.split('/')
      return (
        approval.provider === owner && (approval.services === undefined || approval.services.includes(String(name)))
      )
    })

  it('has one approval for each row of the page', () => {
    expect(approvals.length).toBe(Object.keys(published).length)
    expect(new Set(approvals.map((approval) => approval.clause)).size).toBe(approvals.length)
  })

  it('covers each published service by one row', () => {
    const odd = Object.values(published)
      .flat()
      .filter((id) => covers(id).length !== 1)
    expect(odd).toEqual([])
  })

  it('refers to services that exist', () => {
    const missing = approvals.flatMap((approval) =>
      (approval.services ?? []).map((id) => `${approval.provider}/${id}`).filter((id) => service(id) === undefined),
    )
    expect(missing).toEqual([])
    expect(approvals.filter((approval) => provider(approval.provider) === undefined)).toEqual([])
  })

  it('registers tiers and express agreement for the AI rows, and for no other', () => {
    const tiers = approvals
      .filter((each) => each.tiers !== undefined)
      .map((each) => [each.provider, each.tiers, each.expressAgreement])
    expect(tiers).toEqual([
      ['anthropic', [1], true],
      ['openai', [1], true],
      ['gcp', [1, 2], true],
      ['aws', [2], true],
      ['azure', [2], true],
    ])
    expect(approvals.filter((each) => each.tiers === undefined && each.expressAgreement !== undefined)).toEqual([])
  })

  it('lets no AI service in through a row without tiers', () => {
    const open = services.filter(
      ({ id, service }) => service.category === 'ai' && covers(id).some((each) => each.tiers === undefined),
    )
    expect(open.map(({ id }) => id)).toEqual([])
  })

  it('gives a context only where the table has a column for it', () => {
    const line = (clause: string) => Number(clause.replace('line ', ''))
    expect(approvals.filter((each) => (each.contexts !== undefined) !== line(each.clause) > 40)).toEqual([])
  })

  it('gives the published limits', () => {
    const limits = approvals.filter((each) => each.limit !== undefined).map((each) => [each.provider, each.limit])
    expect(limits).toEqual([
      ['digitalocean', 'smaller engagements'],
      ['cloudways', 'applicable engagements'],
      ['drip', 'applicable client engagements'],
    ])
  })

  it('does not approve what the page does not name', () => {
    expect(['stripe/payments', 'azure/compute', 'cloudflare/r2', 'hetzner/cloud'].flatMap(covers)).toEqual([])
  })

  it('invents no evidence', () => {
    expect(firm.accounts).toBeUndefined()
    expect(firm.people).toBeUndefined()
    expect(firm.supportAccess).toBeUndefined()
  })
})
