import { describe, expect, it } from 'vitest'
import { derive } from '../../src/derive/index.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import type { Subject } from '../../src/model/subject.ts'
import { fileAt, pipelineWith } from '../properties/pipeline.ts'

const evidence = [
  'examples/registry/firm-evidence.yaml',
  'examples/registry/noordhost.yaml',
  'examples/registry/zuidpost.yaml',
  'examples/registry/sources.yaml',
]
const withEvidence = await pipelineWith(evidence.map(fileAt))
const bare = await pipelineWith(evidence.slice(1).map(fileAt))

type Provider = NonNullable<Engagement['providers']>[number]
type Component = NonNullable<Engagement['components']>[number]

const entry: Provider = {
  provider: 'zuidpost',
  usedSince: '2026-06-01',
  requestedBy: 'firm',
  notice: { on: '2026-05-02', written: true, objections: [] },
}
const component: Component = {
  id: 'newsletters',
  service: 'zuidpost/newsletters',
  contractedBy: 'firm',
  publicFacing: false,
  holds: ['readers'],
}

/** An engagement of one component on one provider, with some of it otherwise. */
const engagement = (change: Partial<Engagement> = {}): Engagement => ({
  apiVersion: 'douane/v1',
  kind: 'Engagement',
  id: 'sample',
  title: 'Sample',
  context: 'client-system',
  parties: [{ id: 'client', country: 'BE' }, { id: 'other', country: 'BE', client: false }, { id: 'unsaid' }],
  data: [{ id: 'readers', categories: ['name'], owner: 'client', state: 'clear', derivedFrom: [] }],
  components: [component],
  flows: [],
  providers: [entry],
  agreements: [
    { id: 'signed', signedOn: '2026-01-10' },
    { id: 'draft', signedOn: 'none' },
    { id: 'undated', title: 'Undated' },
  ],
  ...change,
})

function subjects(kind: Subject['kind'], value: Engagement, pipeline = withEvidence): readonly Subject[] {
  return derive(pipeline.workspace(value)).subjects.filter((one) => one.kind === kind)
}

/** The value of a fact; a date as it was written. */
function written(fact: Subject['facts'][string] | undefined) {
  const value = fact?.value
  return typeof value === 'object' && 'text' in value ? value.text : value
}

/** A fact of the first subject of a kind. */
const factOf = (
  name: string,
  value: Engagement,
  kind: Subject['kind'] = 'provider-use',
  pipeline: typeof withEvidence = withEvidence,
) => written(subjects(kind, value, pipeline)[0]?.facts[name])

const using = (change: Partial<Component>) => engagement({ components: [{ ...component, ...change }] })
const agreed = (change: Partial<Provider>) => engagement({ providers: [{ ...entry, ...change }] })
/** Without a key. */
const lacking = <K extends keyof Provider>(key: K): Engagement => {
  const { [key]: _, ...rest } = entry
  return engagement({ providers: [rest as Provider] })
}

describe('the entry of a provider', () => {
  it('is that of its service before that of the provider', () => {
    const both = [entry, { provider: 'zuidpost/newsletters', usedSince: 'first-set' }]
    expect(factOf('firstSet', engagement({ providers: both }))).toBe(true)
    expect(factOf('firstSet', engagement())).toBe(false)
  })

  it.each([
    ['the list is not stated', undefined],
    ['the list does not name it', [{ provider: 'noordhost', usedSince: 'first-set' }]],
    ['another service of it is named', [{ provider: 'zuidpost/other', usedSince: 'first-set' }]],
  ])('is unknown where %s', (_, providers) => {
    const { providers: __, ...rest } = engagement()
    expect(factOf('firstSet', providers === undefined ? rest : { ...rest, providers })).toBeUndefined()
  })

  it('is unknown where the service is', () => {
    const { service: _, ...rest } = component
    expect(factOf('firstSet', engagement({ components: [rest] }))).toBeUndefined()
  })
})

describe('a change of provider', () => {
  it.each([
    ['2026-05-02', '2026-06-01', 30],
    ['2026-05-03', '2026-06-01', 29],
    ['2026-06-01', '2026-06-01', 0],
    ['2026-06-04', '2026-06-01', -3],
    ['2024-02-28', '2024-03-01', 2],
  ])('announced on %s for %s is announced %i days ahead', (on, usedSince, days) => {
    expect(factOf('noticeDays', agreed({ usedSince, notice: { on } }))).toBe(days)
  })

  it('is not announced where the notice is none, and unknown where nothing is said', () => {
    const none = agreed({ notice: { on: 'none' } })
    expect([factOf('notified', none), factOf('noticedOn', none), factOf('noticeDays', none)]).toEqual([
      false,
      undefined,
      undefined,
    ])
    const silent = lacking('notice')
    expect([factOf('notified', silent), factOf('notifiedInWriting', silent)]).toEqual([undefined, undefined])
  })

  it('has days and a form of its notice', () => {
    expect(
      ['notified', 'noticedOn', 'notifiedInWriting', 'usedSince'].map((name) => factOf(name, engagement())),
    ).toEqual([true, '2026-05-02', true, '2026-06-01'])
  })

  it('counts no days to a provider of the first set', () => {
    const first = agreed({ usedSince: 'first-set' })
    expect([factOf('firstSet', first), factOf('usedSince', first), factOf('noticeDays', first)]).toEqual([
      true,
      undefined,
      undefined,
    ])
  })

  it('has objections on record where their list is stated, empty or not', () => {
    expect(factOf('objectionsStated', engagement())).toBe(true)
    expect(factOf('objectionsStated', agreed({ notice: { on: '2026-05-02' } }))).toBeUndefined()
  })

  it.each([
    ['client', true],
    ['firm', false],
    ['other', false],
    ['unsaid', undefined],
    ['zuidpost', false],
  ])('that %s asked for: by the client %s', (requestedBy, expected) => {
    expect(factOf('requestedByClient', agreed({ requestedBy }))).toBe(expected)
  })

  it.each([
    ['client', true, false],
    ['firm', false, true],
    ['other', false, false],
    ['unsaid', undefined, false],
    [undefined, undefined, undefined],
  ])('contracted by %s: by the client %s, by the firm %s', (contractedBy, client, firm) => {
    const { contractedBy: _, ...rest } = component
    const value = engagement({ components: [contractedBy === undefined ? rest : { ...rest, contractedBy }] })
    expect([factOf('contractedByClient', value), factOf('contractedByFirm', value)]).toEqual([client, firm])
  })
})

describe('documents', () => {
  const of = { approvedArchitecture: 'architectureRecorded', documented: 'documented' } as const
  it.each(Object.entries(of) as ['documented', string][])('of %s count where they are signed', (key, fact) => {
    const told = (agreement?: string) => factOf(fact, agreed({ [key]: agreement === undefined ? {} : { agreement } }))
    expect([told('signed'), told('draft'), told('none'), told('undated'), told()]).toEqual([
      true,
      false,
      false,
      undefined,
      undefined,
    ])
    expect(factOf(fact, engagement())).toBeUndefined()
  })
})

describe("the firm's list", () => {
  const listed = (service: string, pipeline = withEvidence) => {
    const value = using({ service })
    return ['onFirmList', 'serviceApproved', 'contextRestricted', 'approvedContexts', 'limitPublished'].map((name) =>
      factOf(name, value, 'provider-use', pipeline),
    )
  }

  it('names what it names: a row without a context restricts none', () => {
    expect(listed('github/repositories')).toEqual([true, true, false, [], false])
  })

  it('restricts the contexts that its rows give', () => {
    expect(listed('openai/api')).toEqual([true, true, true, ['client-system'], false])
  })

  it('sets the limits that it publishes', () => {
    expect(listed('digitalocean/droplets')).toEqual([true, true, false, [], true])
    expect(factOf('publishedLimits', using({ service: 'digitalocean/droplets' }))).toEqual(['smaller engagements'])
  })

  it('covers no service that the rows of its provider leave out', () => {
    expect(listed('cloudflare/r2')).toEqual([true, false, false, [], false])
  })

  it('says nothing of a provider that it does not name, except that it does not', () => {
    expect(listed('hetzner/cloud')).toEqual([false, undefined, undefined, undefined, undefined])
    expect(listed('zuidpost/newsletters', bare)).toEqual([false, undefined, undefined, undefined, undefined])
  })

  it('gives the roles to compare with', () => {
    expect(factOf('approvedRoles', engagement())).toEqual(['Delivery of newsletters'])
  })
})

describe("the firm's reviews", () => {
  const names = [
    'assessed',
    'assessedOn',
    'adoptedOn',
    'missingCriteriaCount',
    'reviewed',
    'reviewedOn',
    'securityVerified',
  ]

  it('are read from its registry', () => {
    expect(names.map((name) => factOf(name, engagement()))).toEqual([
      true,
      '2026-09-14',
      '2026-10-05',
      0,
      true,
      '2026-10-12',
      true,
    ])
    expect(factOf('securityVerifiedOn', engagement())).toBe('2026-10-13')
  })

  it('that leave a provider out say that there was none', () => {
    const value = using({ service: 'hetzner/cloud' })
    expect(names.map((name) => factOf(name, value))).toEqual([
      false,
      undefined,
      undefined,
      undefined,
      false,
      undefined,
      false,
    ])
  })

  it('that are not published are unknown', () => {
    expect(names.map((name) => factOf(name, engagement(), 'provider-use', bare))).toEqual(names.map(() => undefined))
  })

  it('name the criteria that an assessment leaves out', async () => {
    const fewer = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])
    const value = using({ service: 'nimbus/desk' })
    expect(factOf('missingCriteria', value, 'provider-use', fewer)).toEqual([
      'security-posture',
      'certifications',
      'data-location',
      'contractual-terms',
      'transfer-mechanisms',
    ])
    expect(factOf('missingCriteriaCount', value, 'provider-use', fewer)).toBe(5)
    expect([
      factOf('reviewed', value, 'provider-use', fewer),
      factOf('securityVerified', value, 'provider-use', fewer),
    ]).toEqual([false, undefined])
  })
})

describe('an objection', () => {
  const objecting = (change: object) =>
    agreed({ notice: { on: '2026-05-02', objections: [{ id: 'profiles', on: '2026-05-10', ...change }] } })

  it('is judged for each component on the provider', () => {
    const value = { ...objecting({}), components: [component, { ...component, id: 'second' }] }
    expect(subjects('objection', value).map(({ id }) => id)).toEqual(['newsletters profiles', 'second profiles'])
  })

  it('says when it was made and answered, and against what', () => {
    const value = objecting({ dataProtectionGrounds: true, answeredOn: '2026-05-20' })
    const names = ['madeOn', 'answered', 'answeredOn', 'dataProtectionGrounds', 'usedSince', 'requestedByClient']
    expect(names.map((name) => factOf(name, value, 'objection'))).toEqual([
      '2026-05-10',
      true,
      '2026-05-20',
      true,
      '2026-06-01',
      false,
    ])
  })

  it('has no answer where it is none, and perhaps one where nothing is said', () => {
    const [none, silent] = [objecting({ answeredOn: 'none' }), objecting({})]
    expect([factOf('answered', none, 'objection'), factOf('answeredOn', none, 'objection')]).toEqual([false, undefined])
    expect([factOf('answered', silent, 'objection'), factOf('dataProtectionGrounds', silent, 'objection')]).toEqual([
      undefined,
      undefined,
    ])
  })

  it('is dated, and so is the notice', () => {
    const records = subjects('record', objecting({ answeredOn: '2026-05-20' }))
    expect(records.filter(({ facts }) => facts.recordKind?.value !== 'agreement').map(({ id }) => id)).toEqual([
      'notice on zuidpost',
      'answer to profiles on zuidpost',
    ])
  })
})

describe('a certification', () => {
  const certifications = (change: Partial<Provider>, service = 'noordhost/hosting', pipeline = withEvidence) => {
    const value = engagement({
      components: [{ ...component, service }],
      providers: [{ provider: service.split('/')[0] ?? '', ...change }],
    })
    return new Map(subjects('certification', value, pipeline).map((one) => [one.id, one.facts]))
  }
  it('is each one that is claimed or required', () => {
    const found = certifications({ requiredCertifications: ['ISO 27001', 'A seal'] })
    expect([...found.keys()]).toEqual(['noordhost ISO 27001', 'noordhost SOC 2', 'noordhost A seal'])
    expect([...found.values()].map((facts) => [facts.required?.value, facts.claimedBy?.value])).toEqual([
      [true, ['firm']],
      [false, ['provider']],
      [true, []],
    ])
  })

  it('is perhaps required where nothing is said', () => {
    expect(certifications({}).get('noordhost SOC 2')?.required?.value).toBeUndefined()
  })

  it('has the evidence of the firm', () => {
    const found = certifications({ requiredCertifications: ['A seal'] })
    const told = (id: string) =>
      ['evidenceKept', 'hasEnd', 'validUntil', 'checkedOn'].map((name) => written(found.get(`noordhost ${id}`)?.[name]))
    expect(told('ISO 27001')).toEqual([true, true, '2028-03-31', '2026-10-12'])
    expect(told('SOC 2')).toEqual([true, false, undefined, '2026-10-12'])
    expect(told('A seal')).toEqual([false, undefined, undefined, undefined])
  })

  it.each([
    ['is none where the firm lists none', 'zuidpost/newsletters', 'zuidpost ISO 27001', false],
    ['is unknown where the firm does not list its evidence', 'aws/ec2', 'aws ISO 27001', undefined],
    ['is none where the firm never looked at the provider', 'github/repositories', 'github ISO 27001', false],
  ])('%s', (_, service, id, expected) => {
    expect(certifications({}, service).get(id)?.evidenceKept?.value).toBe(expected)
  })

  it('is unknown where no review is published', () => {
    expect(certifications({}, 'aws/ec2', bare).get('aws ISO 27001')?.evidenceKept?.value).toBeUndefined()
  })
})

describe('a repository of source code', () => {
  const repository = (change: Partial<Component>) => factOf('sourceRepository', using(change), 'component')

  it('is one by its service, or by its purpose', () => {
    expect(repository({ service: 'github/repositories', purpose: 'project-management' })).toBe(true)
    expect(repository({ service: 'none', purpose: 'source-code-hosting' })).toBe(true)
    expect(repository({ service: 'noordhost/servers', purpose: 'hosting' })).toBe(false)
    expect(repository({ service: 'noordhost/servers' })).toBeUndefined()
  })

  it('may be one as long as nobody says on what service it runs', () => {
    const { service: _, ...rest } = component
    const kept = (purpose: string) => engagement({ components: [{ ...rest, purpose }] })
    expect(factOf('sourceRepository', kept('hosting'), 'component')).toBeUndefined()
    expect(factOf('sourceRepository', kept('source-code-hosting'), 'component')).toBe(true)
  })

  const holding = (...data: readonly object[]) =>
    factOf(
      'clientPersonalDataBesideCommits',
      engagement({
        data: data.map((one) => ({ id: 'd', state: 'clear', owner: 'client', derivedFrom: [], ...one })) as never,
        components: [{ ...component, service: 'github/repositories', holds: ['d'] }],
      }),
      'component',
    )

  it('may know who contributed, and nobody else', () => {
    expect(holding({ categories: ['commit-metadata', 'source-code'] })).toBe(false)
    expect(holding({ categories: ['commit-metadata', 'name'] })).toBe(true)
    expect(holding({ categories: ['name'], owner: 'firm' })).toBe(false)
    expect(holding({ categories: undefined })).toBeUndefined()
    expect(holding({ categories: ['name'], owner: undefined })).toBeUndefined()
  })

  it('counts what its data was made from', () => {
    const made = { categories: ['source-code'], derivedFrom: ['crm'] }
    expect(holding(made, { id: 'crm', categories: ['name'] })).toBe(true)
    expect(holding({ ...made, derivedFrom: undefined }, { id: 'crm', categories: ['name'] })).toBeUndefined()
    expect(holding({ ...made, derivedFrom: [] }, { id: 'crm', categories: ['name'] })).toBe(false)
  })
})

describe('personal data of the client', () => {
  const held = (owner: string | undefined, more: object = {}) =>
    factOf(
      'clientPersonalData',
      engagement({
        data: [{ id: 'readers', categories: ['name'], state: 'clear', derivedFrom: [], owner, ...more } as never],
      }),
    )

  it('is personal, and of the client', () => {
    expect([held('client'), held('firm'), held('other'), held(undefined)]).toEqual([true, false, false, undefined])
    expect(held('client', { categories: ['source-code'] })).toBe(false)
    expect(held('client', { state: 'anonymised', assessment: { on: '2026-01-10' } })).toBe(false)
  })
})
