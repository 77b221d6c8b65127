import { describe, expect, it } from 'vitest'
import { factsOf, refusedWith } from './facts.ts'
import { subjectsOf } from './subjects.ts'

const parties = [
  { id: 'client', name: 'Client', country: 'BE', role: 'controller' },
  { id: 'vendor', name: 'Vendor', country: 'US', role: 'processor' },
] as const
const people = [{ id: 'of-firm', employer: 'firm' }, { id: 'of-vendor', employer: 'vendor' }, { id: 'of-nobody' }]
const components = [
  {
    id: 'database',
    service: 'veldhuis/hosting',
    contractedBy: 'client',
    operatedBy: 'firm',
    holds: ['records'],
    publicFacing: false,
    purpose: 'hosting',
  },
]

type Account = Readonly<Record<string, unknown>>

describe('to whom an account makes data available', () => {
  const reachedBy = (account: Account) =>
    subjectsOf('disclosure', {
      parties,
      people,
      data: [{ id: 'records', categories: ['name'], owner: 'client', state: 'clear', derivedFrom: [] }],
      components,
      flows: [],
      remoteAccess: [],
      accounts: [{ id: 'login', administers: ['database'], ...account }],
    })
      .filter(({ facts }) => facts.remoteAccess?.value !== false)
      .map(({ facts }) => [facts.importer?.value, facts.occurs?.value])

  it.each<[string, Account, readonly unknown[]]>([
    ['whoever employs its holder', { holders: ['of-vendor'] }, [['Vendor', true]]],
    ['nobody else, held by who operates it', { holders: ['of-firm'] }, []],
    [
      'somebody, held by a person of nobody knows whom',
      { holders: ['of-nobody'] },
      [['the employer of of-nobody', true]],
    ],
    ['the party whose machine it is', { holders: [], organisation: 'vendor' }, [['Vendor', true]]],
    ['nobody else, for a machine of who operates it', { holders: [], organisation: 'firm' }, []],
    ['nobody else, for a machine of the customer', { holders: [], organisation: 'client' }, []],
    ['somebody, while nobody says whose machine it is', { holders: [] }, [['whoever uses login', true]]],
    ['nobody there, if it administers nothing', { holders: [], organisation: 'vendor', administers: [] }, []],
    [
      'somebody, while nobody says who holds it',
      { organisation: 'vendor' },
      [['whoever holds accounts of database', undefined]],
    ],
  ])('%s', (_, account, expected) => {
    expect(reachedBy(account)).toEqual(expected)
  })
})

describe('an account', () => {
  it.each<[Account, boolean | undefined]>([
    [{ administrative: true, administers: [] }, true],
    [{ administrative: false, administers: [] }, false],
    [{ administers: [] }, undefined],
    // What it administers says that it does.
    [{ administrative: false, administers: ['database'] }, true],
    [{ administers: ['veldhuis/hosting'] }, true],
    [{ administrative: false }, undefined],
    [{ administrative: true }, true],
  ])('%j is administrative: %s', (account, expected) => {
    const changes = { components, accounts: [{ id: 'login', ...account }] } as unknown as Parameters<typeof factsOf>[0]
    expect(factsOf(changes, 'account', 'login', ['administrative'])).toEqual([expected])
  })

  it.each<[string | undefined, readonly string[], readonly string[]]>([
    ['client', ['of-firm'], ['CONTRADICTION']],
    ['vendor', ['of-firm'], ['CONTRADICTION']],
    ['vendor', ['of-vendor'], []],
    ['client', ['of-nobody'], []],
    ['client', [], []],
    [undefined, ['of-firm'], []],
    // Somebody whom the firm hired.
    ['firm', ['of-vendor'], []],
  ])('of personnel of %s that %j hold: %j', (organisation, holders, expected) => {
    const login = { id: 'login', holders, ...(organisation === undefined ? {} : { organisation }) }
    const changes = { parties, people, accounts: [login] } as unknown as Parameters<typeof refusedWith>[0]
    expect(refusedWith(changes)).toEqual(expected)
  })
})
