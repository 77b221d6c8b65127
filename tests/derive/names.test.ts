import { describe, expect, it } from 'vitest'
import { type Changes, factsOf } from './facts.ts'

const asset: NonNullable<Changes['data']>[number] = {
  id: 'd1',
  categories: ['name'],
  classification: 'confidential',
  owner: 'client',
  state: 'clear',
  derivedFrom: [],
  additionalInformationFor: [],
}

/** Nimbus Inc. has access to what Veldhuis hosts; which entity of Nimbus the partner contracts hangs on its country. */
function engagementWith(country: 'US' | 'BE' | undefined, importers: readonly string[]): Changes {
  return {
    parties: [
      { id: 'client', country: 'BE', role: 'controller' },
      { id: 'partner', ...(country === undefined ? {} : { country }) },
    ],
    data: [asset],
    components: [
      {
        id: 'c1',
        service: 'veldhuis/hosting',
        contractedBy: 'client',
        operatedBy: 'client',
        holds: ['d1'],
        purpose: 'hosting',
      },
      { id: 'c2', service: 'nimbus/desk', contractedBy: 'partner', operatedBy: 'partner', holds: [] },
    ],
    remoteAccess: [
      { id: 'r1', by: 'nimbus/nimbus-inc', to: ['c1'], from: ['US'], data: ['d1'], purpose: 'maintenance' },
    ],
    safeguards: importers.map((importer, at) => ({
      id: `s${at}`,
      exporter: 'client',
      importer,
      reliesOn: at === 0 ? 'scc' : 'dpf',
    })),
  }
}

describe('a ground for a bare provider', () => {
  const reliedOn = (country: 'US' | 'BE' | undefined, ...importers: readonly string[]) =>
    factsOf(engagementWith(country, importers), 'disclosure', 'd1: client -> nimbus/nimbus-inc in US for maintenance', [
      'reliedOn',
    ])

  it('is that of the entity which the engagement contracts', () => {
    expect(reliedOn('US', 'nimbus')).toEqual(['scc'])
    expect(reliedOn('BE', 'nimbus')).toEqual(['none'])
  })

  it('may be that of an entity while it is open which one is contracted', () => {
    expect(reliedOn(undefined, 'nimbus')).toEqual([undefined])
    expect(reliedOn(undefined, 'openai')).toEqual(['none'])
  })

  it('counts before a later one for the entity, if it is for it', () => {
    expect(reliedOn('US', 'nimbus', 'nimbus/nimbus-inc')).toEqual(['scc'])
    expect(reliedOn('BE', 'nimbus', 'nimbus/nimbus-inc')).toEqual(['dpf'])
    expect(reliedOn(undefined, 'nimbus', 'nimbus/nimbus-inc')).toEqual([undefined])
    expect(reliedOn(undefined, 'nimbus/nimbus-inc', 'nimbus')).toEqual(['scc'])
  })
})

describe('access from outside the EEA', () => {
  const outside = (changes: Changes) => factsOf(changes, 'provider-use', 'c1', ['accessOutsideEea'])

  it('is not counted where it has a ground; unknown while that is open', () => {
    expect(outside(engagementWith('US', ['nimbus']))).toEqual([[]])
    expect(outside(engagementWith('BE', ['nimbus']))).toEqual([['US']])
    expect(outside(engagementWith(undefined, ['nimbus']))).toEqual([undefined])
  })

  it('may be that of the customer itself while nobody says who that is', () => {
    const { components: [c1, c2] = [], ...rest } = engagementWith('US', [])
    const { contractedBy: _, ...unsaid } = c1 ?? { id: 'c1' }
    expect(outside({ ...rest, components: [unsaid, c2 ?? { id: 'c2' }] })).toEqual([undefined])
  })
})

describe('a list that is not stated', () => {
  it('leaves open whether a model must read what a component holds', () => {
    const told = (aiUses: Changes['aiUses']) => {
      const { components: [c1] = [], ...rest } = engagementWith('US', [])
      const components = [{ ...(c1 ?? { id: 'c1' }), operatedBy: 'firm', needsClearText: false }]
      const { aiUses: _, ...unsaid } = { aiUses, ...rest, components }
      return factsOf(
        aiUses === undefined ? { ...unsaid, aiUses: undefined as never } : { ...unsaid, aiUses },
        'disclosure',
        'd1: client -> firm in BE for hosting',
        ['importerNeedsClearText'],
      )
    }
    expect(told([])).toEqual([false])
    expect(told([{ id: 'a1', component: 'c1' }])).toEqual([true])
    expect(told(undefined)).toEqual([undefined])
  })

  it('leaves open who the controller is, and so whether the GDPR reaches one', () => {
    const reached = (parties: Changes['parties']) =>
      factsOf(
        {
          parties: parties as NonNullable<Changes['parties']>,
          components: [{ id: 'c1', service: 'none', operatedBy: 'firm' }],
          aiUses: [{ id: 'a1', component: 'c1' }],
        },
        'ai-use',
        'a1',
        ['controllerUnderGdpr'],
      )
    const usual = { id: 'client', country: 'BE' } as const
    expect(reached([{ ...usual, role: 'controller' }])).toEqual([true])
    expect(reached([usual])).toEqual([undefined])
    expect(reached([{ ...usual, role: 'processor' }])).toEqual([undefined])
    expect(reached([{ id: 'client', country: 'US', gdpr: 'outside', role: 'controller' }])).toEqual([false])
    expect(reached(undefined)).toEqual([undefined])
  })
})
