import { describe, expect, it } from 'vitest'
import { subjectsOf } from './subjects.ts'

const stays = { storage: ['BE'], processing: ['BE'], inference: [], support: ['BE'], logging: ['BE'], backup: ['BE'] }

type Places = Readonly<Record<string, readonly string[]>>

/** Where records of a client in Belgium go that a vendor keeps on infrastructure of its own. */
function destinations(country: string, locations: Places | undefined, how: 'entrusted' | 'sent' = 'entrusted') {
  const archive = { id: 'archive', service: 'none', operatedBy: 'vendor', publicFacing: false, purpose: 'hosting' }
  const shop = { ...archive, id: 'shop', operatedBy: 'client' }
  const records = ['records']
  const disclosures = subjectsOf('disclosure', {
    parties: [
      { id: 'client', country: 'BE', role: 'controller' },
      { id: 'vendor', name: 'Vendor', country, role: 'processor' },
    ],
    data: [{ id: 'records', categories: ['name'], owner: 'client', state: 'clear', derivedFrom: [] }],
    components: [
      { ...archive, holds: how === 'sent' ? [] : records, ...(locations === undefined ? {} : { locations }) },
      { ...shop, holds: how === 'sent' ? records : [] },
    ],
    flows: how === 'sent' ? [{ id: 'send', from: 'shop', to: 'archive', data: records, purpose: 'hosting' }] : [],
    remoteAccess: [],
    accounts: [],
  }).filter(({ facts }) => facts.importer?.value === 'Vendor')
  return disclosures.map(({ facts }) => facts.destination?.value ?? '?').sort()
}

describe('data on infrastructure of another party', () => {
  it.each<[string, Places | undefined, readonly string[]]>([
    ['FR', stays, ['FR']],
    ['FR', { ...stays, storage: ['IN'] }, ['FR', 'IN']],
    ['FR', { ...stays, backup: ['GB', 'EEA'], logging: ['GB'] }, ['FR', 'GB']],
    ['IN', stays, ['IN']],
    ['IN', { ...stays, storage: ['IN'] }, ['IN']],
    ['FR', { storage: ['BE'] }, ['?', 'FR']],
    ['FR', { storage: ['IN'] }, ['?', 'FR', 'IN']],
    ['FR', undefined, ['?', 'FR']],
  ])('in %s, kept in %j, goes to %j', (country, locations, expected) => {
    expect(destinations(country, locations)).toEqual(expected)
    expect(destinations(country, locations, 'sent')).toEqual(expected)
  })
})
