import { describe, expect, it } from 'vitest'
import { type Changes, factsOf, refusedWith } from './facts.ts'

type Component = NonNullable<Changes['components']>[number]
type Agreement = NonNullable<Changes['agreements']>[number]
type Flow = NonNullable<Changes['flows']>[number]
type Asset = NonNullable<Changes['data']>[number]

const people: Asset = {
  id: 'people',
  categories: ['name'],
  subjects: ['customers'],
  owner: 'client',
  state: 'clear',
  derivedFrom: [],
}
const store: Component = {
  id: 'store',
  service: 'aws/ec2',
  contractedBy: 'client',
  operatedBy: 'firm',
  publicFacing: false,
  holds: ['people'],
  purpose: 'hosting',
}

const at = (component: Partial<Component>, names: readonly string[], more: Changes = {}) =>
  factsOf({ data: [people], components: [{ ...store, ...component }], ...more }, 'component', 'store', names)

describe('personal data with a processor', () => {
  const processed = (component: Partial<Component>, more: Changes = {}) =>
    at(component, ['personalDataWithProcessor'], more)[0]

  it('is there where the firm operates, or a provider processes', () => {
    expect(processed({ service: 'none' })).toBe(true)
    expect(processed({ operatedBy: 'client' })).toBe(true)
  })

  it("is not in the controller's own hands", () => {
    expect(processed({ service: 'none', operatedBy: 'client' })).toBe(false)
  })

  it('is not where nothing personal is', () => {
    expect(processed({ holds: [] })).toBe(false)
    expect(processed({}, { data: [{ ...people, categories: ['source-code'] }] })).toBe(false)
  })

  it('may be where nobody says who operates it, what is there, or what it is', () => {
    expect(processed({ service: 'none', operatedBy: undefined as never })).toBe(undefined)
    expect(processed({ holds: undefined as never })).toBe(undefined)
    expect(processed({}, { data: [{ id: 'people' }] })).toBe(undefined)
    expect(processed({ holds: [] }, { flows: undefined as never })).toBe(undefined)
  })
})

describe('data at rest', () => {
  it('is kept where it is stored, logged or copied, or there from the start', () => {
    const stored = (component: Partial<Component>) => at({ service: 'none', ...component }, ['stored'])[0]
    const nowhere = { storage: [], logging: [], backup: [] }
    expect(stored({ locations: nowhere })).toBe(true)
    expect(stored({ holds: [], locations: nowhere })).toBe(false)
    expect(stored({ holds: [], locations: { ...nowhere, storage: ['BE'] } })).toBe(true)
    expect(stored({ holds: [], locations: { ...nowhere, logging: ['BE'] } })).toBe(true)
    expect(stored({ holds: [], locations: { ...nowhere, backup: ['BE'] } })).toBe(true)
    expect(stored({ holds: [], locations: { storage: [], logging: [] } })).toBe(undefined)
    expect(stored({ holds: undefined as never, locations: nowhere })).toBe(undefined)
  })

  it.each([
    ['none', 0],
    ['weaker', 0],
    ['aes-128', 128],
    ['aes-192', 192],
    ['aes-256', 256],
  ] as const)('encrypted with %s has a key of %i bits', (atRest, bits) => {
    expect(at({ encryption: { atRest } }, ['encryptionAtRest', 'atRestBits'])).toEqual([atRest, bits])
  })

  it('is encrypted as the registry says that the service always does', () => {
    const names = ['encryptionAtRest', 'isolation']
    expect(at({ service: 'veldhuis/hosting' }, names)).toEqual(['aes-256', 'logical'])
    expect(at({}, names)).toEqual([undefined, undefined])
    expect(at({ encryption: {}, isolation: 'physical' }, names)).toEqual([undefined, 'physical'])
  })

  it('has keys with whom the descriptor says', () => {
    expect(at({ encryption: { keyHolders: ['client'] } }, ['encryptionKeyHolders'])).toEqual([['client']])
    expect(refusedWith({ components: [{ id: 'c', encryption: { keyHolders: ['nobody'] } }] })).toEqual([
      'REFERENCE_UNKNOWN',
    ])
  })

  it('is never said to be encrypted or kept apart otherwise than the registry knows', () => {
    const refused = (component: Partial<Component>) =>
      refusedWith({ data: [people], components: [{ ...store, service: 'veldhuis/hosting', ...component }] })
    expect(refused({ encryption: { atRest: 'aes-128' } })).toEqual(['CONTRADICTION'])
    expect(refused({ isolation: 'physical' })).toEqual(['CONTRADICTION'])
    expect(refused({ encryption: { atRest: 'aes-256' }, isolation: 'logical' })).toEqual([])
  })
})

describe('what agreements ask for', () => {
  const names = ['agreedIsolation']
  const signed: Agreement = { id: 'dpa', kind: 'dpa', signedOn: '2026-05-04', components: ['store'] }
  const asked = (...agreements: readonly Agreement[]) => at({}, names, { agreements })
  const terms = { measures: { isolation: 'logical' } } as const

  it('is the most that one of them does', () => {
    const other: Agreement = {
      ...signed,
      id: 'annex',
      kind: 'dpa-annex',
      terms: { measures: { isolation: 'none' } },
    }
    expect(asked({ ...signed, terms }, other)).toEqual(['logical'])
    expect(asked(other, { ...signed, terms })).toEqual(['logical'])
  })

  it('is nothing where none binds on the component', () => {
    expect(asked()).toEqual(['none'])
    expect(asked({ ...signed, terms, components: [] })).toEqual(['none'])
    expect(asked({ ...signed, terms, signedOn: 'none' })).toEqual(['none'])
    expect(asked({ ...signed, components: [], signedOn: undefined as never })).toEqual(['none'])
  })

  it('is unknown while something unstated could be more', () => {
    const open = [undefined]
    expect(asked(signed)).toEqual(open)
    expect(asked({ ...signed, terms: { measures: {} } })).toEqual(open)
    expect(asked({ id: 'dpa', kind: 'dpa', signedOn: '2026-05-04', terms })).toEqual(open)
    expect(asked({ id: 'dpa', kind: 'dpa', components: ['store'], terms })).toEqual(open)
    expect(at({}, names)).toEqual(open)
  })

  it('is known where nothing can be more', () => {
    const most = { isolation: 'physical' } as const
    expect(asked({ ...signed, terms: { measures: most } }, { id: 'other' })).toEqual(['physical'])
    expect(asked({ ...signed, terms }, { id: 'other', terms })).toEqual(['logical'])
  })

  it('is what the template asks for, where it says so', () => {
    expect(asked({ ...signed, template: 'whole' })).toEqual(['logical'])
    expect(asked({ ...signed, template: 'half' })).toEqual([undefined])
    expect(asked({ ...signed, template: 'half', terms })).toEqual(['logical'])
  })

  it('is for processing agreements to say, and no other document', () => {
    expect(asked({ ...signed, kind: 'offer' })).toEqual(['none'])
    expect(asked({ id: 'x', signedOn: '2026-05-04', components: ['store'], terms })).toEqual([undefined])
  })
})

describe('data on its way', () => {
  const upload: Flow = {
    id: 'upload',
    from: 'client',
    to: 'store',
    data: ['people'],
    purpose: 'hosting',
    transform: { kind: 'none' },
  }
  const moved = (flow: Partial<Flow>, names: readonly string[], more: Changes = {}) =>
    factsOf({ data: [people], components: [store], flows: [{ ...upload, ...flow }], ...more }, 'flow', 'upload', names)

  it.each([
    ['none', 0, undefined],
    ['tls-1.0', 1, 'electronic'],
    ['tls-1.1', 1.1, 'electronic'],
    ['tls-1.2', 1.2, 'electronic'],
    ['tls-1.3', 1.3, 'electronic'],
    ['ipsec', 0, 'electronic'],
    ['in-process', 0, 'electronic'],
    ['loopback', 0, 'electronic'],
  ] as const)('under %s has TLS %d', (transit, version, means) => {
    expect(moved({ transit }, ['transit', 'tlsVersion', 'means'])).toEqual([transit, version, means])
  })

  it('goes by carrier where that is said, and no wire is', () => {
    expect(moved({ means: 'physical' }, ['means', 'tlsVersion'])).toEqual(['physical', undefined])
    expect(moved({}, ['means'])).toEqual([undefined])
    const flows = [{ ...upload, means: 'physical', transit: 'tls-1.3' } as const]
    expect(refusedWith({ data: [people], components: [store], flows })).toEqual(['CONTRADICTION'])
    expect(refusedWith({ data: [people], components: [store], flows: [{ ...upload, means: 'physical' }] })).toEqual([])
  })

  it('concerns a processor at either end', () => {
    const own = { ...store, service: 'none', operatedBy: 'client' }
    const processed = (flow: Partial<Flow>, more: Changes = {}) => moved(flow, ['personalDataWithProcessor'], more)[0]
    expect(processed({})).toBe(true)
    expect(processed({}, { components: [own] })).toBe(false)
    expect(processed({ from: 'store', to: 'client' })).toBe(true)
    expect(processed({ data: undefined as never })).toBe(undefined)
    expect(processed({}, { data: [{ ...people, categories: ['source-code'] }] })).toBe(false)
    expect(processed({ data: undefined as never }, { data: undefined as never })).toBe(undefined)
  })

  it('is encrypted before it leaves, or not', () => {
    const carried = (flow: Partial<Flow>, more: Changes = {}) => moved(flow, ['carriedEncrypted'], more)[0]
    expect(carried({})).toBe(false)
    expect(carried({ transform: { kind: 'encrypt', performedBy: 'client', keyHolders: ['client'] } })).toBe(true)
    expect(carried({ transform: undefined as never })).toBe(undefined)
    expect(carried({}, { data: [{ ...people, state: 'encrypted', keyHolders: ['firm'] }] })).toBe(true)
    expect(carried({}, { data: [{ ...people, categories: ['source-code'] }] })).toBe(true)
    expect(carried({ data: undefined as never })).toBe(undefined)
  })

  it('has the version of TLS that agreements on its ends ask for', () => {
    const dpa: Agreement = {
      id: 'dpa',
      kind: 'dpa',
      signedOn: '2026-05-04',
      components: ['store'],
      terms: { measures: { transit: 'tls-1.3' } },
    }
    const agreed = (...agreements: readonly Agreement[]) => moved({}, ['agreedTlsVersion'], { agreements })[0]
    expect(agreed(dpa)).toBe(1.3)
    expect(agreed({ ...dpa, components: [] })).toBe(0)
    expect(agreed({ ...dpa, terms: { measures: {} } })).toBe(undefined)
    expect(agreed({ ...dpa, terms: {}, template: 'whole' })).toBe(1.2)
  })
})

describe('what was made from personal data', () => {
  const made: Asset = { id: 'made', categories: ['public-content'], state: 'clear', derivedFrom: ['people'] }
  const names = ['claimsNoPersonalData', 'madeFromPersonalData', 'shownNotPersonal', 'shownNotPersonalOn']
  const facts = (asset: Partial<Asset>, more: Changes = {}) =>
    factsOf({ data: [people, { ...made, ...asset }], components: [store], ...more }, 'data-asset', 'made', names)

  it('is told by what it derives from', () => {
    expect(facts({}).slice(0, 2)).toEqual([true, true])
    expect(facts({ derivedFrom: [] }).slice(0, 2)).toEqual([true, false])
    expect(facts({ derivedFrom: undefined as never }).slice(0, 2)).toEqual([true, undefined])
    const anonymous: Asset = { ...people, state: 'anonymised', assessment: { on: '2026-05-04' } }
    expect(facts({}, { data: [anonymous, made] })[1]).toBe(false)
  })

  it('claims to hold none by its categories, or as anonymised', () => {
    expect(facts({ categories: ['name'] })[0]).toBe(false)
    expect(facts({ categories: ['name'], state: 'anonymised' })[0]).toBe(true)
    expect(facts({ categories: undefined as never })[0]).toBe(undefined)
    expect(facts({ categories: ['name'], state: undefined as never })[0]).toBe(undefined)
  })

  it('is shown to hold none by an assessment', () => {
    expect(facts({ assessment: { on: '2026-05-04' } }).slice(2)).toEqual([true, '2026-05-04'])
    expect(facts({ assessment: { on: 'none' } }).slice(2)).toEqual([false, undefined])
    expect(facts({}).slice(2)).toEqual([undefined, undefined])
  })

  it('is told by the models that make it', () => {
    const answered = (use: object, more: Changes = {}) =>
      facts({ derivedFrom: [] }, { aiUses: [{ id: 'use', component: 'store', ...use }], ...more })[1]
    expect(answered({ outputs: ['made'] })).toBe(true)
    expect(answered({ outputs: [] })).toBe(false)
    expect(answered({})).toBe(undefined)
    expect(answered({ outputs: ['made'] }, { components: [{ ...store, holds: [] }] })).toBe(false)
    expect(facts({ derivedFrom: [] }, { aiUses: undefined as never })[1]).toBe(undefined)
  })

  it('is not taken for anonymous where the assessment is said not to exist', () => {
    const data: Asset[] = [{ ...people, state: 'anonymised', assessment: { on: 'none' } }]
    expect(factsOf({ data }, 'data-asset', 'people', ['personalData'])).toEqual([undefined])
  })
})
