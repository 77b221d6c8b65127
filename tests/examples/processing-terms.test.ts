/** Processing agreements, what is above them, and what is between controllers: what follows from the examples, changed. */
import { describe, expect, it } from 'vitest'
import { asksOf } from '../setup/findings.ts'
import { checkFile, controlsThat, item, type Outcome, outcomesOf, variant } from './checking.ts'

type Loose = Record<string, unknown>

const pack = (name: string): string => `processor-terms/${name}`
const messagesOf = (name: string, { report }: Outcome): readonly string[] =>
  (report?.findings ?? []).filter((one) => one.rule === pack(name) && one.outcome === 'fail').map((one) => one.message)
const keysAsked = (name: string, { report }: Outcome): readonly string[] =>
  (report?.findings ?? [])
    .filter((one) => one.rule === pack(name))
    .flatMap((one) => asksOf(report, one).map(({ key }) => key))

const changed = (name: string, edit: (engagement: Loose & { agreements: Loose[] }) => void) =>
  checkFile(variant(name, (engagement) => edit(engagement as never)))

describe('an engagement without processing agreements', () => {
  it('fails through PT-01 alone: there is nothing to read terms in', async () => {
    const outcome = await changed('brochure-site', (engagement) => {
      engagement.agreements = engagement.agreements.filter(({ kind }) => kind !== 'dpa')
    })
    expect([controlsThat('fail', outcome), controlsThat('unknown', outcome)]).toEqual([['PT-01'], []])
    expect(messagesOf('agreement-in-force', outcome)).toHaveLength(2)
  })

  it('is unknown where it lists none', async () => {
    const outcome = await changed('brochure-site', (engagement) => {
      const [provider] = engagement.providers as Loose[]
      for (const key of ['approvedArchitecture', 'documented']) delete provider?.[key]
      delete (engagement.security as Loose).measures
      delete (engagement as Loose).agreements
    })
    expect(controlsThat('fail', outcome)).toEqual([])
    expect(new Set(outcomesOf(pack('agreement-in-force'), outcome))).toEqual(new Set(['unknown']))
    expect(outcomesOf(pack('inputs-stated'), outcome)).toEqual(['unknown'])
  })

  it('fails where the agreement is signed after processing starts', async () => {
    const outcome = await changed('brochure-site', (engagement) => {
      engagement.starts = '2026-01-11'
    })
    expect(controlsThat('fail', outcome)).toEqual(['PT-01', 'PT-16', 'SE-01'])
  })
})

describe('the terms of a sub-processor', () => {
  const rule = pack('sub-processor-terms-not-weaker')
  const lax = {
    basedOn: 'scc-2021-914-module-3',
    rights: { covers: ['access'] },
    breachNotice: { within: 'P4D', startsAt: 'confirmation' },
    deletion: { choice: 'processor', copies: false, retention: 'wider' },
  }
  const withTerms = (terms: Loose, decisions: Loose = {}) =>
    changed('portal-scc', (engagement) => {
      const agreement = item('agreements', 'within-aws')(engagement as never) as Loose
      delete agreement.template
      agreement.terms = terms
      Object.assign(engagement.decisions as Loose, decisions)
    })

  it('are compared with the agreement above, and each weaker one is named', async () => {
    const outcome = await withTerms(lax, { equivalenceAssessments: [] })
    expect(outcomesOf(rule, outcome)).toEqual(['fail'])
    const [message] = messagesOf('sub-processor-terms-not-weaker', outcome)
    for (const weaker of [
      'the time for notice of a breach',
      'from when that time counts',
      'who chooses between deletion and return',
      'deletion of copies',
      'what may keep data longer',
      'the rights that help covers',
    ]) {
      expect(message).toContain(weaker)
    }
    expect(message).not.toContain('audits')
    expect(messagesOf('sub-processor-breach-window', outcome)[0]).toContain('96 hours')
  })

  it('are open while either side leaves one open', async () => {
    const outcome = await withTerms({ basedOn: 'scc-2021-914-module-3' }, { equivalenceAssessments: [] })
    expect(outcomesOf(rule, outcome)).toEqual(['unknown'])
  })

  it('may be assessed instead, by a day that has come', async () => {
    const assessed = (on: string) =>
      withTerms(lax, { equivalenceAssessments: [{ processor: 'aws/aws-inc', on, evidence: 'A note' }] })
    expect(outcomesOf(rule, await assessed('2026-09-01'))).toEqual(['pass'])
    expect(outcomesOf(rule, await assessed('none'))).toEqual(['fail'])
    expect(controlsThat('fail', await assessed('2026-12-24'))).toContain('PT-09')
  })

  it.each([
    [{ authorisation: 'general' }, 'pass'],
    [{ authorisation: 'specific', named: ['aws/aws-inc'] }, 'pass'],
    [{ authorisation: 'specific', named: ['aws/aws-emea'] }, 'fail'],
    [{ authorisation: 'specific' }, 'unknown'],
    [{ authorisation: 'none' }, 'fail'],
  ])('need an authorisation above: %o', async (subProcessing, expected) => {
    const outcome = await changed('portal-scc', (engagement) => {
      const agreement = item('agreements', 'aws-dpa')(engagement as never) as Loose
      delete agreement.template
      agreement.terms = { basedOn: 'scc-2021-915', subProcessing }
    })
    expect(outcomesOf(pack('sub-processing-authorised'), outcome)).toEqual([expected])
  })
})

describe('the purposes of flows', () => {
  it('have to be instructed', async () => {
    const outcome = await changed('portal-eea', (engagement) => {
      const agreement = item('agreements', 'dpa')(engagement as never) as Loose
      agreement.terms = { purposes: ['hosting'] }
    })
    expect(controlsThat('fail', outcome)).toEqual(['PT-03'])
    expect(messagesOf('purpose-instructed', outcome)[0]).toContain('service-provision')
  })
})

describe('legal bases', () => {
  it('are due from the firm where it is the controller, for each asset and purpose', async () => {
    const outcome = await changed('internal-support-desk', (engagement) => {
      const [entry] = engagement.legalBases as Loose[]
      if (entry !== undefined) entry.purposes = ['support']
    })
    expect(controlsThat('fail', outcome)).toContain('PT-02')
    expect(messagesOf('legal-basis-recorded', outcome).join()).toContain('customer-tickets for ai-inference')
  })

  it('are noted where the firm is a processor', async () => {
    const outcome = await changed('portal-eea', (engagement) => {
      engagement.legalBases = []
    })
    expect(new Set(outcomesOf(pack('legal-basis-of-client'), outcome))).toEqual(new Set(['fail']))
    expect(outcome.exit).toBe(0)
  })
})

describe('a purpose of the provider itself', () => {
  const rule = pack('own-use-has-legal-basis')
  const withSetting = (on: readonly string[] | undefined, bases: readonly Loose[] = []) =>
    changed('analytics-site', (engagement) => {
      const measurement = item('components', 'measurement')(engagement as never) as Loose
      if (on === undefined) delete measurement.ownPurposes
      else measurement.ownPurposes = on
      engagement.legalBases = bases
    })

  it('does not apply where its setting is off', async () => {
    expect(outcomesOf(rule, await withSetting([]))).toEqual([])
  })

  it('is unknown where nobody says whether it is, and asks', async () => {
    const outcome = await withSetting(undefined)
    expect(outcomesOf(rule, outcome)).toEqual(['unknown'])
    expect(keysAsked('own-use-has-legal-basis', outcome)).toContain('ownPurposes')
  })

  it('needs a legal basis of its own, and terms between controllers', async () => {
    const outcome = await withSetting(['product-improvement'])
    expect(outcomesOf(rule, outcome)).toEqual(['fail'])
    expect(outcomesOf(pack('own-use-under-controller-terms'), outcome)).toEqual(['fail'])
    expect(outcomesOf(pack('own-use-not-instructed'), outcome)).toEqual(['pass'])
    const data = ['visits', 'visitor-ip-addresses']
    const recorded = { controller: 'client', data, purposes: ['product-improvement'], basis: 'consent' }
    expect(outcomesOf(rule, await withSetting(['product-improvement'], [recorded]))).toEqual(['pass'])
  })
})

describe('joint controllers', () => {
  const withPartner = (role: string | undefined, arrangement: readonly Loose[] = []) =>
    changed('portal-eea', (engagement) => {
      const partner = { id: 'partner', country: 'NL', parentCountry: 'none', ...(role === undefined ? {} : { role }) }
      ;(engagement.parties as Loose[]).push(partner)
      engagement.agreements.push(...arrangement)
    })
  const rule = pack('joint-controllers-arranged')
  const arrangement = {
    id: 'arrangement',
    kind: 'joint-controller-arrangement',
    parties: ['client', 'partner'],
    signedOn: '2026-09-01',
  }

  it('need an arrangement that is signed', async () => {
    expect(outcomesOf(rule, await withPartner('joint-controller'))).toEqual(['fail'])
    expect(outcomesOf(rule, await withPartner('joint-controller', [arrangement]))).toEqual(['pass'])
    expect(outcomesOf(rule, await withPartner('joint-controller', [{ ...arrangement, signedOn: 'none' }]))).toEqual([
      'fail',
    ])
  })

  it('may be whoever states no role', async () => {
    expect(outcomesOf(rule, await withPartner(undefined))).toEqual(['unknown'])
    expect(outcomesOf(rule, await withPartner('controller'))).toEqual([])
  })
})

describe('a business under the CCPA', () => {
  const withTerms = (states: Loose) =>
    changed('email-uk-relay', (engagement) => {
      engagement.regimes = ['ccpa']
      const client = item('parties', 'client')(engagement as never) as Loose
      client.ccpaBusiness = true
      const agreement = item('agreements', 'relay-dpa')(engagement as never) as Loose
      agreement.terms = { purposes: ['email-delivery'], states }
    })

  it('gets the terms of a service provider, and those that lack are named', async () => {
    const open = await withTerms({ 'ccpa-no-sale': 'clause 3' })
    expect(outcomesOf(pack('ccpa-terms'), open)).toContain('unknown')
    const lacking = await withTerms({ 'ccpa-no-sale': 'not-in-document', 'ccpa-verification': 'not-in-document' })
    const [message] = messagesOf('ccpa-terms', lacking)
    expect(message).toContain('no sale or sharing and steps to verify the use')
    expect(messagesOf('agreement-names-regimes', lacking).join()).toContain('ccpa')
  })

  it('has to be under that regime', async () => {
    const outcome = await changed('email-uk-relay', (engagement) => {
      const client = item('parties', 'client')(engagement as never) as Loose
      client.ccpaBusiness = true
    })
    expect(outcome.problems.map(({ code }) => code)).toEqual(['CONTRADICTION'])
  })
})

describe('a template', () => {
  it('has to be one that there is', async () => {
    const outcome = await changed('portal-eea', (engagement) => {
      const agreement = item('agreements', 'dpa')(engagement as never) as Loose
      agreement.template = 'standard-dpas'
    })
    expect(outcome.problems.map(({ code, hint }) => `${code} ${hint}`)).toEqual([
      'REFERENCE_UNKNOWN Did you mean "standard-dpa"?',
    ])
  })
})

describe('people with access', () => {
  it('have to be bound to confidentiality', async () => {
    const outcome = await changed('portal-eea', (engagement) => {
      const [person] = engagement.people as Loose[]
      if (person !== undefined) person.boundToConfidentiality = false
    })
    expect(controlsThat('fail', outcome)).toEqual(['PT-06'])
  })
})
