import { describe, expect, it } from 'vitest'
import { refusedWith } from './facts.ts'
import { subjectsOf } from './subjects.ts'

const database = {
  id: 'database',
  service: 'veldhuis/hosting',
  contractedBy: 'client',
  operatedBy: 'client',
  holds: ['records'],
  purpose: 'hosting',
}

/** Where records of a client in Belgium become available, by access of a desk in some country from some places. */
function destinations(country: string | undefined, from: readonly string[] | undefined, by = 'desk') {
  const disclosures = subjectsOf('disclosure', {
    parties: [
      { id: 'client', country: 'BE', role: 'controller' },
      { id: 'desk', name: 'Desk', role: 'processor', ...(country === undefined ? {} : { country }) },
    ],
    people: [{ id: 'colleague', employer: 'desk', worksFrom: ['IN'] }],
    data: [{ id: 'records', categories: ['name'], owner: 'client', state: 'clear', derivedFrom: [] }],
    components: [database],
    flows: [],
    accounts: [],
    remoteAccess: [
      {
        id: 'desk',
        by,
        to: ['database'],
        data: ['records'],
        purpose: 'maintenance',
        ...(from === undefined ? {} : { from }),
      },
    ],
  }).filter(({ facts }) => facts.importer?.value === 'Desk')
  return disclosures.map(({ facts }) => facts.destination?.value ?? '?').sort()
}

describe('where data goes that a party has access to', () => {
  it.each([
    // In the EEA: only where it has access from.
    ['FR', ['FR'], ['FR']],
    ['FR', ['BE'], ['FR']],
    ['FR', ['EEA'], ['FR']],
    ['FR', ['IN'], ['IN']],
    ['FR', ['BE', 'IN'], ['FR', 'IN']],
    ['FR', undefined, ['?']],
    // In a third country: its own country, wherever it has access from.
    ['US', ['US'], ['US']],
    ['US', ['BE'], ['US']],
    ['US', ['CH'], ['CH', 'US']],
    ['US', ['BE', 'CH'], ['CH', 'US']],
    ['US', ['CH', 'US'], ['CH', 'US']],
    ['US', undefined, ['?', 'US']],
    ['CH', ['US'], ['CH', 'US']],
    // In a country that is not stated, or of which nobody says whether it is in the EEA.
    [undefined, ['CH'], ['?', 'CH']],
    [undefined, ['BE'], ['?']],
    [undefined, undefined, ['?']],
    ['SJ', ['CH'], ['CH', 'SJ']],
  ])('of %s with access from %j: %j', (country, from, expected) => {
    expect(destinations(country, from)).toEqual(expected)
  })

  it('is the country of the employer for an employee, wherever that is', () => {
    expect(destinations('FR', ['CH'], 'colleague')).toEqual(['FR'])
    expect(destinations('US', ['CH'], 'colleague')).toEqual(['US'])
  })
})

describe('what a party has access to', () => {
  const data = [
    { id: 'records', categories: ['name'], derivedFrom: [] },
    { id: 'profiles', categories: ['name'], derivedFrom: ['records'] },
  ]
  const copy = { id: 'copy', from: 'database', to: 'store', data: ['records'], transform: { kind: 'none' } }
  const other = { ...database, id: 'store', holds: [] }

  type Place = { holds?: readonly string[]; to?: readonly string[]; flows?: readonly object[]; open?: boolean }
  it.each<[string, readonly string[] | 'everything' | undefined, Place, readonly string[]]>([
    ['what is held there', ['records'], {}, []],
    ['all of it', 'everything', {}, []],
    ['nobody says what', undefined, {}, []],
    ['what is held elsewhere', ['profiles'], {}, ['CONTRADICTION']],
    ['what something else was made of', ['records'], { holds: ['profiles'] }, ['CONTRADICTION']],
    ['both of which one is not there', ['records', 'profiles'], {}, ['CONTRADICTION']],
    ['what may be there', ['profiles'], { open: true }, []],
    ['what a flow brings there', ['records'], { to: ['store'] }, []],
    ['what one of two holds', ['records'], { to: ['store', 'database'], flows: [] }, []],
    ['what no flow brings there', ['records'], { to: ['store'], flows: [] }, ['CONTRADICTION']],
  ])(
    'is there: %s',
    (_, named, { holds = ['records'], to = ['database'], flows = [copy], open = false }: Place, expected) => {
      const first = { ...database, holds: open ? null : holds }
      const access = { id: 'desk', by: 'desk', from: ['IN'], to, ...(named === undefined ? {} : { data: named }) }
      const changes = {
        parties: [{ id: 'client' }, { id: 'desk' }],
        data,
        components: [first, other],
        flows,
        remoteAccess: [access],
      }
      expect(refusedWith(changes as unknown as Parameters<typeof refusedWith>[0])).toEqual(expected)
    },
  )
})
