import { describe, expect, it } from 'vitest'
import { factsOf, subjectsOf } from './subjects.ts'

type Part = Record<string, unknown>

const site: Part = {
  id: 'site',
  service: 'veldhuis/hosting',
  contractedBy: 'client',
  operatedBy: 'firm',
  publicFacing: true,
  hosts: ['shop.example'],
  holds: [],
  purpose: 'hosting',
}
const measurement: Part = {
  id: 'measurement',
  service: 'google-analytics/ga4',
  contractedBy: 'client',
  locations: { support: ['worldwide'], logging: ['worldwide'], backup: ['worldwide'] },
  operatedBy: 'google-analytics/google-ireland',
  publicFacing: false,
  holds: [],
  purpose: 'analytics',
}
const containerComponent: Part = {
  ...measurement,
  id: 'gtm',
  service: 'google-tag-manager/container',
  locations: { storage: ['worldwide'], support: ['worldwide'], backup: ['worldwide'] },
  operatedBy: 'google-tag-manager/google-ireland',
  purpose: 'tag-management',
}
const measuring: Part = { id: 'visits', kind: 'analytics', on: 'site', component: 'measurement', loads: [] }
const container: Part = { id: 'container', kind: 'tag-container', on: 'site', component: 'gtm', loads: ['visits'] }
const base: Part = {
  regimes: [],
  parties: [{ id: 'client', country: 'BE', parentCountry: 'none', role: 'controller' }],
  data: [],
  components: [site, measurement],
  flows: [
    {
      id: 'measure',
      from: 'site',
      to: 'measurement',
      data: 'everything',
      transform: { kind: 'none' },
      purpose: 'analytics',
    },
  ],
  remoteAccess: [],
  safeguards: [],
  aiUses: [],
  tags: [measuring],
  agreements: [
    { id: 'annex', kind: 'dpa-annex', signedOn: '2026-01-10' },
    { id: 'draft', kind: 'dpa-annex', signedOn: 'none' },
  ],
  accounts: [],
}
const withTag = (more: Part, other: Part = {}) => ({ ...base, tags: [{ ...measuring, ...more }], ...other })
const visits = (more: Part, other: Part = {}) => factsOf('tag', 'visits', withTag(more, other))
const ids = (engagement: Part) => subjectsOf('tag', engagement).map(({ id }) => id)

describe('which tags there are', () => {
  it('has those that are listed, and no second one for what receives from them', () => {
    expect(ids(base)).toEqual(['visits'])
  })

  it.each([
    ['the list is empty', []],
    ['there is no list', undefined],
    ['the list names no receiver', [{ id: 'visits' }]],
  ])('has a component on an analytics service where %s', (_, tags) => {
    expect(ids({ ...base, tags })).toContain('measurement:tag')
    const facts = factsOf('tag', 'measurement:tag', { ...base, tags })
    expect(facts).toMatchObject({ serviceCategory: 'analytics', hasProvider: true, context: 'client-system' })
    for (const name of [
      'kind',
      'onFirmWebsite',
      'documented',
      'loadedByContainer',
      'consentAsked',
      'termsAccepted',
      'runsFrom',
    ])
      expect([name, facts[name]]).toEqual([name, undefined])
  })

  it('has a component on a tag management service as well, and none on hosting', () => {
    expect(ids({ ...base, components: [site, containerComponent], flows: [], tags: [] })).toEqual(['gtm:tag'])
    expect(ids({ ...base, components: [site], flows: [], tags: [] })).toEqual([])
  })

  it('asks for the missing entry', () => {
    const [tag] = subjectsOf('tag', { ...base, tags: [] })
    expect(tag?.facts.documented?.from).toMatchObject([
      { kind: 'missing', key: 'tags', ask: expect.stringContaining('component: measurement') },
    ])
  })
})

describe('what receives', () => {
  it.each([
    ['measurement', 'analytics', true, true],
    ['site', 'other', true, true],
    ['none', 'other', false, false],
    [undefined, undefined, undefined, undefined],
  ])('is %s: category %s, receiver %s, provider %s', (component, serviceCategory, hasReceiver, hasProvider) => {
    expect(visits({ component })).toMatchObject({ serviceCategory, hasReceiver, hasProvider })
  })

  it("is no provider where it is a server of one's own", () => {
    const own = { ...base, components: [site, { ...measurement, service: 'none', locations: {} }] }
    expect(factsOf('tag', 'visits', own)).toMatchObject({
      hasReceiver: true,
      hasProvider: false,
      serviceCategory: 'other',
    })
  })

  it('gets what is collected by a flow, or not', () => {
    expect(visits({}).flowDescribed).toBe(true)
    expect(visits({}, { flows: [] }).flowDescribed).toBe(false)
    expect(visits({}, { flows: undefined }).flowDescribed).toBeUndefined()
    expect(visits({ component: undefined }).flowDescribed).toBeUndefined()
  })
})

describe("the firm's own website", () => {
  it.each([
    [['imageplus.be'], true],
    [['WWW.Imageplus.be'], true],
    [['shop.example', 'imageplus.be'], true],
    [['notimageplus.be'], false],
    [[], false],
    [undefined, undefined],
  ])('with the hosts %s: %s', (hosts, onFirmWebsite) => {
    expect(visits({}, { components: [{ ...site, hosts }, measurement] }).onFirmWebsite).toBe(onFirmWebsite)
  })

  it('is not known of a tag that is nowhere', () => {
    expect(visits({ on: undefined }).onFirmWebsite).toBeUndefined()
  })
})

describe('documents', () => {
  it.each([
    ['annex', true],
    ['draft', false],
    ['none', false],
  ])('%s: %s', (agreement, documented) => {
    expect(visits({ documented: { agreement } }).documented).toBe(documented)
  })

  const loaded = (own: Part | undefined, containers: Part | undefined, more: Part = {}) => {
    const tags = [
      { ...measuring, documented: own },
      { ...container, documented: containers, ...more },
    ]
    const { loadedByContainer, documentedApart } = factsOf('tag', 'visits', {
      ...base,
      components: [site, measurement, containerComponent],
      tags,
    })
    return [loadedByContainer, documentedApart]
  }
  const at = (agreement: string, clause?: string) => ({ agreement, ...(clause === undefined ? {} : { clause }) })

  it.each([
    ['in another document', at('annex'), at('draft'), true],
    ['under another clause', at('annex', '2'), at('annex', '3'), true],
    ['under the same clause', at('annex', '3'), at('annex', '3'), false],
    ['in the same document, under a clause that is not stated', at('annex'), at('annex', '3'), undefined],
    ['where its container has no clause', at('annex', '2'), at('annex'), undefined],
    ['where its container has no document', at('annex'), at('none'), true],
    ['in no document', at('none'), at('annex'), false],
    ['in no document, like its container', at('none'), at('none'), false],
    ['where nothing is stated of the container', at('annex'), undefined, undefined],
    ['nowhere that is stated', undefined, at('annex'), undefined],
  ])('of a tag that a container loads, %s', (_, own, containers, apart) => {
    expect(loaded(own, containers)).toEqual([true, apart])
  })

  it('of a tag are apart from a container that does not load it', () => {
    expect(loaded(at('annex', '3'), at('annex', '3'), { loads: [] })).toEqual([false, true])
  })
})

describe('what a container loads', () => {
  const by = (containerTag: Part | undefined, components = [site, measurement, containerComponent]) =>
    factsOf('tag', 'visits', { ...base, components, tags: [measuring, ...(containerTag ? [containerTag] : [])] })

  it('is known where it says so', () => {
    expect(by(container)).toMatchObject({ loadedByContainer: true, containers: ['container'] })
    expect(by({ ...container, loads: [] }).loadedByContainer).toBe(false)
    expect(
      factsOf('tag', 'container', { ...base, components: [site, measurement, containerComponent], tags: [container] })
        .contentStated,
    ).toBe(true)
  })

  it('may be anything where it does not', () => {
    expect(by({ ...container, loads: undefined })).toMatchObject({
      loadedByContainer: undefined,
      documentedApart: undefined,
    })
  })

  it('may be anything where nobody lists the container', () => {
    expect(by(undefined).loadedByContainer).toBeUndefined()
  })

  it('may be anything where a component has no service, as it may be a container', () => {
    expect(
      by(undefined, [site, measurement, { ...containerComponent, service: undefined, locations: {} }])
        .loadedByContainer,
    ).toBeUndefined()
    expect(by(undefined, [site, measurement]).loadedByContainer).toBe(false)
  })

  it('is nothing for a tag of another kind, on another service', () => {
    const pixel = { id: 'pixel', kind: 'marketing', on: 'site', component: 'none' }
    expect(by(pixel, [site, measurement]).loadedByContainer).toBe(false)
    expect(by({ ...pixel, kind: undefined }, [site, measurement]).loadedByContainer).toBeUndefined()
    expect(by({ ...pixel, component: undefined }, [site, measurement]).loadedByContainer).toBeUndefined()
    expect(by({ ...pixel, component: 'gtm' }).loadedByContainer).toBeUndefined()
  })
})

describe('consent', () => {
  it('is what is stated', () => {
    const consent = {
      mechanism: 'A banner',
      qualities: ['informed'],
      since: '2026-05-01',
      firesBefore: ['cookieless-ping'],
    }
    expect(visits({ consent })).toMatchObject({
      consentAsked: true,
      consentQualities: ['informed'],
      consentSince: { text: '2026-05-01' },
      earlyEventCount: 1,
      earlyEvents: ['cookieless-ping'],
    })
    expect(visits({ consent: { mechanism: 'none', firesBefore: [] } })).toMatchObject({
      consentAsked: false,
      earlyEventCount: 0,
    })
  })

  it.each([{}, { consent: {} }])('is not known where nothing is stated of it: %j', (more) => {
    const facts = visits(more)
    for (const name of ['consentAsked', 'consentQualities', 'consentSince', 'earlyEventCount'])
      expect([name, facts[name]]).toEqual([name, undefined])
  })
})

describe('terms', () => {
  it.each([
    ['google-analytics/google-ireland', true],
    ['google-analytics/google-llc', false],
  ])('accepted with %s: %s', (entity, same) => {
    expect(visits({ termsAccepted: { on: '2026-05-01', with: entity } })).toMatchObject({
      termsAccepted: true,
      termsAcceptedOn: { text: '2026-05-01' },
      acceptedWithContractingEntity: same,
      contractingEntity: 'Google Ireland Limited',
    })
  })

  it('are not accepted, or nobody says', () => {
    expect(visits({ termsAccepted: { on: 'none' } })).toMatchObject({
      termsAccepted: false,
      termsAcceptedOn: undefined,
    })
    expect(visits({}).termsAccepted).toBeUndefined()
  })

  it('are with somebody, and who is contracted is not known', () => {
    const components = [site, { ...measurement, contractedBy: undefined }]
    const facts = visits({ termsAccepted: { with: 'google-analytics/google-ireland' } }, { components })
    expect(facts.acceptedWithContractingEntity).toBeUndefined()
  })

  it('are a record of the day on which they were accepted', () => {
    const records = (on: string) =>
      subjectsOf('record', withTag({ termsAccepted: { on } })).map(({ facts }) => facts.recordKind?.value)
    expect(records('2026-05-01')).toContain('terms-acceptance')
    expect(records('none')).not.toContain('terms-acceptance')
  })
})

describe('transfers by the provider', () => {
  const further = { id: 'further', exporter: 'google-analytics/google-ireland', importer: 'google-analytics@worldwide' }
  const without = (safeguards: unknown, more: Part = {}) => {
    const facts = factsOf('tag', 'visits', { ...base, safeguards, ...more })
    return [facts.transferWithoutGround, (facts.transfersWithoutGround as readonly string[]).length > 0]
  }

  it.each([
    ['a ground that is stated', [{ ...further, reliesOn: 'scc' }], [false, false]],
    ['a stated ground that is none', [{ ...further, reliesOn: 'none' }], [true, true]],
    ['no entry in a complete list', [], [true, true]],
    ['an entry without its ground', [further], [undefined, false]],
    ['no list', undefined, [undefined, false]],
  ])('with %s', (_, safeguards, expected) => {
    expect(without(safeguards)).toEqual(expected)
  })

  it('are not those of somebody else', () => {
    const components = [site, measurement, { ...containerComponent }]
    const flows = [
      ...(base.flows as Part[]),
      {
        id: 'load',
        from: 'site',
        to: 'gtm',
        data: 'everything',
        transform: { kind: 'none' },
        purpose: 'tag-management',
      },
    ]
    expect(without([{ ...further, reliesOn: 'scc' }], { components, flows })).toEqual([false, false])
  })

  it('are not known where a list is missing, or who receives', () => {
    expect(without([], { remoteAccess: undefined, flows: [] })).toEqual([undefined, false])
    expect(visits({ component: undefined }).transferWithoutGround).toBeUndefined()
    expect(visits({ component: 'none' }).transferWithoutGround).toBe(false)
  })
})

it('has a context that follows the site', () => {
  expect(visits({}).context).toBe('client-system')
  expect(visits({ on: undefined }).context).toBeUndefined()
  const components = [{ ...site, context: { is: 'internal-operations', agreement: 'annex' } }, measurement]
  expect(visits({}, { components }).context).toBeUndefined()
})

describe('the engagement', () => {
  const stated = (more: Part) => {
    const { tagsStated, servicesStated } = factsOf('engagement', 'x', { ...base, ...more })
    return [tagsStated, servicesStated]
  }

  it('has stated its tags and services, or it is not known', () => {
    expect(stated({})).toEqual([true, true])
    expect(stated({ tags: undefined })).toEqual([undefined, true])
    expect(stated({ components: undefined })).toEqual([true, undefined])
    expect(stated({ components: [] })).toEqual([true, true])
    expect(stated({ components: [{ ...site, service: undefined }] })).toEqual([true, undefined])
  })
})
