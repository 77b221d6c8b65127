import { describe, expect, it } from 'vitest'
import { asksOf } from '../setup/findings.ts'
import { checkFile, controlsThat, example, item, type Outcome, outcomesOf, variant } from './checking.ts'

describe('client data that reaches a cloud model four flows later', () => {
  const personal = 'ai-tiers/no-client-personal-data-in-cloud'
  const confidential = 'ai-tiers/no-client-confidential-data-in-cloud'
  const leak = ['client-crm', 'export-job', 'ticket-index', 'desk-bot', 'openai']
  const withTransform = (transform: unknown, flow = 'index') =>
    checkFile(
      variant('internal-support-desk', (engagement) => {
        item('flows', flow)(engagement).transform = transform as never
      }),
    )
  const outcomes = (outcome: Outcome) => [...outcomesOf(personal, outcome), ...outcomesOf(confidential, outcome)]
  const assessment = { on: '2026-05-04', by: 'An assessor' }

  it('is found with the whole way', async () => {
    const { report } = await checkFile(example('internal-support-desk'))
    for (const rule of [personal, confidential]) {
      const finding = report?.findings.find((one) => one.rule === rule)
      expect(finding?.outcome).toBe('fail')
      expect(finding?.path?.steps.map(({ node }) => node)).toEqual(leak)
      expect(finding?.message).toContain(leak.join(' -> '))
    }
  })

  it.each(['nightly-export', 'index', 'look-up', 'prompt'])(
    'is anonymised in %s: AI-01 passes, AI-02 never',
    async (flow) => {
      const performedBy = {
        'nightly-export': 'client-crm',
        index: 'export-job',
        'look-up': 'ticket-index',
        prompt: 'desk-bot',
      }[flow]
      const outcome = await withTransform({ kind: 'anonymise', performedBy, assessment }, flow)
      expect(outcomes(outcome)).toEqual(['pass', 'fail'])
    },
  )

  it('is unknown under AI-01 without an assessment, and asks for it', async () => {
    const outcome = await withTransform({ kind: 'anonymise', performedBy: 'export-job' })
    expect(outcomes(outcome)).toEqual(['unknown', 'fail'])
    const finding = outcome.report?.findings.find(({ rule }) => rule === personal)
    expect(asksOf(outcome.report, finding).map(({ key }) => key)).toContain('assessment')
  })

  it.each([
    ['pseudonymised', { kind: 'pseudonymise', performedBy: 'export-job' }],
    ['aggregated', { kind: 'aggregate', performedBy: 'export-job' }],
    [
      'encrypted, since a model reads in the clear',
      { kind: 'encrypt', performedBy: 'export-job', keyHolders: ['firm'] },
    ],
    ['anonymised by the provider, after the crossing', { kind: 'anonymise', performedBy: 'openai', assessment }],
  ])('%s: neither is cleared', async (_, transform) => {
    expect(outcomes(await withTransform(transform, 'prompt'))).toEqual(['fail', 'fail'])
    expect(outcomes(await withTransform(transform))).not.toContain('pass')
  })

  it('is unknown under AI-01 where nothing says what a flow does to it', async () => {
    expect(outcomes(await withTransform(undefined))).toEqual(['unknown', 'fail'])
  })

  it('ends only with the release by its owner', async () => {
    const released = variant('internal-support-desk', (engagement) => {
      const asset = item('data', 'customer-tickets')(engagement)
      Object.assign(asset, {
        classification: 'released',
        release: { by: 'client', on: '2026-05-04', record: 'A letter' },
      })
    })
    expect(outcomes(await checkFile(released))).toEqual(['fail', 'pass'])
  })
})

describe('the end of the adequacy of the United Kingdom', () => {
  it('is named beforehand, counts to the end of its last day, and then fails through two controls', async () => {
    const relay = example('email-uk-relay')
    const before = await checkFile(relay, '2031-12-27T23:59:59.999Z')
    expect([before.exit, before.report?.validUntil]).toEqual([0, '2031-12-28T00:00:00Z'])
    const after = await checkFile(relay, '2031-12-28T00:00:00Z')
    expect([after.exit, controlsThat('fail', after), controlsThat('unknown', after)]).toEqual([
      1,
      ['TR-01', 'TR-03'],
      [],
    ])
  })
})

describe('a provider with a contracting entity in Luxembourg', () => {
  const transfers = ({ report }: Outcome) =>
    report?.architecture.disclosures
      .filter(({ isTransfer }) => isTransfer !== 'false')
      .map((one) => `${one.isTransfer} ${one.destination}`)
  const withDatabase = (edit: (database: { region?: unknown; locations?: unknown }) => void) =>
    checkFile(variant('portal-eea', (engagement) => edit(item('components', 'database')(engagement) as never)))

  it('makes a region in the United States a transfer', async () => {
    const outcome = await withDatabase((database) => {
      database.region = 'us-east-1'
    })
    expect(transfers(outcome)).toContain('true US')
    // The company in the United States is a sub-processor, too, on no terms that are stated.
    expect(controlsThat('fail', outcome)).toEqual(['PT-01', 'TR-01', 'TR-12'])
  })

  it('leaves Frankfurt unknown where nobody says from where support has access', async () => {
    const outcome = await withDatabase((database) => {
      delete database.locations
    })
    expect(transfers(outcome)).toEqual(['unknown undefined'])
    expect(controlsThat('fail', outcome)).toEqual([])
    expect(controlsThat('unknown', outcome)).toContain('TR-12')
    expect(outcome.exit).toBe(1)
  })

  it('has no transfer with support from the EEA', async () => {
    const outcome = await checkFile(example('portal-eea'))
    expect(transfers(outcome)).toEqual([])
    expect(outcome.exit).toBe(0)
  })
})

describe('accounts', () => {
  it('are unknown where the key is left out', async () => {
    const outcome = await checkFile(
      variant('brochure-site', (engagement) => {
        delete engagement.accounts
      }),
    )
    expect(outcomesOf('access/inputs-stated', outcome)).toEqual(['unknown'])
    expect(controlsThat('fail', outcome)).toEqual([])
    expect(outcome.exit).toBe(1)
  })

  const withNone = (operatedBy: string) =>
    checkFile(
      variant('brochure-site', (engagement) => {
        engagement.accounts = [] as never
        item('components', 'website')(engagement).operatedBy = operatedBy as never
      }),
    )

  it('are shown as none stated where the list is empty', async () => {
    const outcome = await withNone('client')
    expect(outcome.exit).toBe(0)
    expect(outcome.report?.reliesOn.statedNone.map(({ text }) => text)).toContain('accounts: none stated.')
  })

  it('have to administer what the firm operates', async () => {
    const outcome = await withNone('firm')
    expect(outcomesOf('access/operated-component-is-administered', outcome)).toEqual(['fail'])
    expect(controlsThat('fail', outcome)).toEqual(['AC-02'])
  })
})

describe('remote access from a third country', () => {
  const ground = (change: object) =>
    checkFile(
      variant('portal-remote-support', (engagement) => {
        const [entry] = engagement.safeguards as unknown as object[]
        Object.assign(entry ?? {}, change)
      }),
    )
  const clauses = {
    reliesOn: 'scc',
    firstTransferOn: '2026-10-01',
    scc: { set: '2021-914', modules: [2], bindsFrom: '2026-09-15', annexes: 'complete' },
    tia: { on: '2026-09-10', reviewBy: '2027-09-10', problematicLaw: 'not-applied' },
  }

  it('passes with clauses that fit: the provider of the database transfers nothing', async () => {
    const outcome = await ground(clauses)
    expect([controlsThat('fail', outcome), controlsThat('unknown', outcome), outcome.exit]).toEqual([[], [], 0])
  })

  it('fails through the access of TR-12 as well where no entry names it', async () => {
    const outcome = await checkFile(
      variant('portal-remote-support', (engagement) => {
        engagement.safeguards = [] as never
      }),
    )
    expect(controlsThat('fail', outcome)).toEqual(['TR-01', 'TR-11', 'TR-12'])
  })

  it('is no transfer by staff of the customer itself', async () => {
    const outcome = await checkFile(
      variant('portal-remote-support', (engagement) => {
        engagement.people = [
          ...(engagement.people ?? []),
          { id: 'traveller', employer: 'client', worksFrom: ['IN'], boundToConfidentiality: true },
        ] as never
        item('remoteAccess', 'night-support')(engagement).by = 'traveller' as never
      }),
    )
    expect(outcome.report?.architecture.disclosures.filter(({ isTransfer }) => isTransfer !== 'false')).toEqual([])
    expect(outcomesOf('transfers/own-staff-abroad', outcome)).toEqual(['fail'])
    expect(outcome.exit).toBe(0)
  })
})

describe('a backup in the United States, encrypted, with keys that stay with the exporter', () => {
  const documented = {
    agreement: 'dpa',
    clause: '3',
    covers: ['data-flow', 'location', 'transfer-mechanism', 'safeguards'],
  }
  const backup = {
    id: 'backup',
    service: 'aws/s3',
    contractedBy: 'client',
    region: 'us-east-1',
    locations: { support: ['EEA'] },
    operatedBy: 'client',
    publicFacing: false,
    holds: [],
    purpose: 'backup',
    needsClearText: false,
    encryption: { atRest: 'aes-256' },
    isolation: 'logical',
  }
  const nightly = {
    id: 'nightly',
    from: 'database',
    to: 'backup',
    data: ['customer-records'],
    purpose: 'backup',
    transit: 'tls-1.3',
    transform: { kind: 'encrypt', performedBy: 'database', keyHolders: ['client'] },
  }
  const safeguard = {
    id: 'backup-in-the-us',
    exporter: 'aws/aws-emea',
    importer: 'aws/aws-inc',
    reliesOn: 'scc',
    firstTransferOn: '2026-10-01',
    scc: { set: '2021-914', modules: [3], bindsFrom: '2026-09-15', annexes: 'complete' },
    tia: { on: '2026-09-10', reviewBy: '2027-09-10', problematicLaw: 'applies' },
    measures: ['uc1'],
    measureFacts: { strongEncryption: true },
    instructions: documented,
    documented,
  }
  const withinProvider = {
    id: 'within-aws',
    kind: 'dpa',
    template: 'affiliate-clauses',
    parties: ['aws/aws-emea', 'aws/aws-inc'],
    signedOn: '2026-09-15',
    components: ['backup'],
  }
  const withBackup = (component: object, flow: object = {}) =>
    checkFile(
      variant('portal-eea', (engagement) => {
        engagement.components?.push({ ...backup, ...component } as never)
        engagement.flows?.push({ ...nightly, ...flow } as never)
        engagement.safeguards = [safeguard] as never
        Object.assign(item('agreements', 'dpa')(engagement), { terms: { purposes: ['service-provision', 'backup'] } })
        engagement.agreements?.push(withinProvider as never)
      }),
    )
  const measure = 'transfers/measure-fits-facts'

  it('is what use case 1 is for', async () => {
    const outcome = await withBackup({})
    expect(outcomesOf(measure, outcome)).toEqual(['pass'])
    expect(outcome.exit).toBe(0)
  })

  it('has no cure where the provider must read it', async () => {
    expect(outcomesOf(measure, await withBackup({ needsClearText: true }))).toEqual(['fail'])
  })

  it('has none where the provider holds a key', async () => {
    const transform = { ...nightly.transform, keyHolders: ['client', 'aws/aws-emea'] }
    expect(outcomesOf(measure, await withBackup({}, { transform }))).toEqual(['fail'])
  })

  it('is unknown where nobody says whether it is read there', async () => {
    expect(outcomesOf(measure, await withBackup({ needsClearText: null }))).toEqual(['unknown'])
  })
})

describe('documents', () => {
  const signed = (on: string | null) =>
    checkFile(
      variant('ai-tier-1-api', (engagement) => {
        item('agreements', 'dpa-annex')(engagement).signedOn = on as never
      }),
    )

  it('document nothing before they are signed', async () => {
    expect(controlsThat('fail', await signed('none'))).toEqual([
      'AI-06',
      'SE-01',
      'SE-05',
      'SP-03',
      'SP-04',
      'TR-16',
      'TR-20',
    ])
  })

  it('leave it unknown where nobody says whether they are', async () => {
    const outcome = await signed(null)
    expect([controlsThat('fail', outcome), controlsThat('unknown', outcome)]).toEqual([
      [],
      [
        'AI-06',
        'PT-01',
        'PT-09',
        'PT-16',
        'SE-01',
        'SE-05',
        'SP-03',
        'SP-04',
        'SP-05',
        'SP-06',
        'SP-07',
        'SP-12',
        'TR-15',
        'TR-16',
        'TR-20',
      ],
    ])
  })
})

describe('tags', () => {
  const outcomes = (outcome: Outcome) =>
    [controlsThat('fail', outcome), controlsThat('unknown', outcome)].map((list) =>
      list.filter((control) => control.startsWith('AN')),
    )

  it('are unknown where nobody lists a component that is one, and nothing else is said of it', async () => {
    const outcome = await checkFile(
      variant('analytics-site', (engagement) => {
        engagement.tags = [] as never
      }),
    )
    expect(outcomes(outcome)).toEqual([[], ['AN-01', 'AN-02', 'AN-03', 'AN-04', 'AN-06']])
  })

  it("have no place on the firm's own website, whatever they wait for", async () => {
    const outcome = await checkFile(
      variant('analytics-site', (engagement) => {
        engagement.context = 'internal-operations' as never
        item('components', 'website')(engagement).hosts = ['www.imageplus.be'] as never
      }),
    )
    expect(outcomesOf('analytics/none-on-firm-website', outcome)).toEqual(['fail', 'fail', 'fail'])
  })

  it('transfer on no ground where none is stated, and without a flow nothing is known to be transferred', async () => {
    const without = (key: string, list: unknown) =>
      checkFile(
        variant('analytics-site', (engagement) => {
          engagement[key] = list as never
        }),
      )
    expect(outcomesOf('analytics/transfers-have-ground', await without('safeguards', []))).toEqual(['fail', 'fail'])
    expect(outcomesOf('analytics/collected-data-flows', await without('flows', []))).toEqual(['fail', 'fail'])
  })

  it('are relied on where nobody shows what they do', async () => {
    const { report } = await checkFile(
      variant('analytics-site', (engagement) => {
        item('tags', 'reminder')(engagement).kind = 'functional' as never
      }),
    )
    const texts = report?.reliesOn.claims.map(({ text }) => text)
    expect(texts).toContain('The tag reminder is functional.')
    expect(texts).toContain('The tag reminder sends nothing anywhere.')
    expect(texts).toContain('The tag container: no evidence is named for its consent.')
    expect(report?.reliesOn.statedNone.map(({ text }) => text)).toContain('reminder: loads: none stated.')
  })
})

describe('audits', () => {
  const withAudit = (id: string, change: object) =>
    checkFile(
      variant('portal-eea', (engagement) => {
        const audits = engagement.assurance?.audits as unknown as { id: string }[]
        const audit = audits.find((one) => one.id === id)
        Object.assign(audit ?? {}, change)
      }),
    )
  const failing = async (id: string, change: object) => controlsThat('fail', await withAudit(id, change))

  it('by the controller itself never fail, whoever it sends and whatever is agreed', async () => {
    const inspection = { mandatedBy: 'firm', auditor: 'firm', independent: false, conditions: { agreement: 'none' } }
    const outcome = await withAudit('visit', inspection)
    expect([controlsThat('fail', outcome), outcome.exit]).toEqual([[], 0])
  })

  it('by a third party fail without mandate, independence or conditions', async () => {
    expect(await failing('review-2026', { mandatedBy: 'firm' })).toEqual(['AU-01'])
    expect(await failing('review-2026', { independent: false })).toEqual(['AU-01'])
    expect(await failing('review-2026', { conditions: { agreement: 'none' } })).toEqual(['AU-01'])
  })

  it('are not given up by accepting documents', async () => {
    expect(await failing('documents-2026', { auditRight: 'removed' })).toEqual(['AU-02'])
    expect(await failing('documents-2026', { record: 'none' })).toEqual(['AU-02'])
    expect(await failing('documents-2026', { on: '2026-12-24' })).toEqual(['AU-02'])
  })

  it('are what full policies are for', async () => {
    const outcome = await checkFile(
      variant('portal-eea', (engagement) => {
        const [policy] = engagement.assurance?.sharedPolicies ?? []
        Object.assign(policy ?? {}, { with: 'client' })
      }),
    )
    expect(controlsThat('fail', outcome)).toEqual(['AU-03'])
  })
})

describe('evidence', () => {
  it('never overrides what the registry knows of support', async () => {
    const outcome = await checkFile(
      variant('brochure-site', (engagement) => {
        item('components', 'website')(engagement).locations = { support: ['NL'] } as never
      }),
    )
    expect(outcome.problems.map(({ code }) => code)).toEqual(['CONTRADICTION'])
    expect(outcome.exit).toBe(2)
  })
})

describe('the inference profile eu', () => {
  it('is covered by adequacy in London and Zurich, where it is all there is', async () => {
    const outcome = await checkFile(
      variant('ai-tier-2-cloud', (engagement) => {
        item('components', 'classifier')(engagement).endpointScope = 'in-region' as never
      }),
    )
    expect([controlsThat('fail', outcome), outcome.exit]).toEqual([[], 0])
  })

  it('leaves the EEA, whatever its region is called', async () => {
    const outcome = await checkFile(
      variant('ai-tier-2-cloud', (engagement) => {
        item('components', 'classifier')(engagement).endpointScope = 'eu' as never
        engagement.safeguards = [] as never
      }),
    )
    expect(controlsThat('fail', outcome)).toEqual(['AI-08', 'TR-01', 'TR-12'])
    const places = outcome.report?.architecture.disclosures.filter(({ isTransfer }) => isTransfer === 'true')
    expect([...new Set(places?.map(({ destination }) => destination))].sort()).toEqual(['CH', 'GB'])
  })
})
