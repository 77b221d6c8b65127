import { describe, expect, it } from 'vitest'
import { checkFile, controlsThat, item, type Outcome, outcomesOf, variant } from './checking.ts'

const announced = 'sub-processors/change-notified'
const ahead = 'sub-processors/notice-thirty-days-ahead'
const answered = 'sub-processors/objection-answered-before-change'

/** The example with the entry of the newsletters otherwise, or a part of the rest. */
const change = (entry: object, more: object = {}) =>
  checkFile(
    variant('sub-processor-change', (engagement) => {
      const found = (engagement.providers as unknown as { provider: string }[]).find(
        (one) => one.provider === 'zuidpost',
      )
      Object.assign(found ?? {}, entry)
      Object.assign(engagement, more)
    }),
  )
/** The controls of providers alone: an agreement that is signed later than it is used fails by its own. */
const ofProviders = (outcome: Outcome) => controlsThat('fail', outcome).filter((control) => control.startsWith('SP'))
const notice = { on: '2026-11-08', written: true, objections: [] }

describe('a change of provider', () => {
  it('passes with a notice 30 days ahead and no objection', async () => {
    const outcome = await change({ notice })
    expect([controlsThat('fail', outcome), controlsThat('unknown', outcome), outcome.exit]).toEqual([[], [], 0])
  })

  it('fails with 29 days', async () => {
    expect(outcomesOf(ahead, await change({ notice: { ...notice, on: '2026-11-09' } }))).toEqual(['fail', 'pass'])
  })

  it('fails without a notice, and waits where nothing is said of one', async () => {
    expect(outcomesOf(announced, await change({ notice: { on: 'none' } }))).toEqual(['fail', 'pass'])
    expect(outcomesOf(announced, await change({ notice: null }))).toEqual(['unknown', 'pass'])
  })

  it('fails with a notice that is dated after the check', async () => {
    const outcome = await change({ usedSince: '2027-06-01', notice: { ...notice, on: '2027-01-10' } })
    expect(outcomesOf('sub-processors/records-are-made', outcome)).toContain('fail')
  })

  it.each([
    ['one of the first set', { usedSince: 'first-set' }],
    ['one that the client asked for', { requestedBy: 'client', approvedArchitecture: { agreement: 'dpa-annex-4' } }],
  ])('asks no notice for %s, nor an answer to objections', async (_, entry) => {
    const outcome = await change(entry)
    expect([outcomesOf(ahead, outcome), outcomesOf(answered, outcome), ofProviders(outcome)]).toEqual([
      ['pass'],
      ['pass'],
      [],
    ])
  })

  it('asks none where the client contracts the provider itself', async () => {
    const outcome = await checkFile(
      variant('sub-processor-change', (engagement) => {
        item('components', 'newsletters')(engagement).contractedBy = 'client' as never
      }),
    )
    expect([outcomesOf(ahead, outcome), outcomesOf(answered, outcome), ofProviders(outcome)]).toEqual([
      ['pass'],
      ['pass'],
      [],
    ])
  })

  it('asks nothing of a service that is only bought', async () => {
    const { report } = await change({}, { context: 'vendor-use' })
    const rules = report?.findings.filter(({ rule }) => rule.startsWith('sub-processors/')).map(({ rule }) => rule)
    expect(new Set(rules)).toEqual(new Set(['sub-processors/records-are-made']))
  })
})

describe('the use of a provider', () => {
  it('fails outside the limit of its row', async () => {
    const outcome = await change({ notice, withinLimit: false })
    expect(controlsThat('fail', outcome)).toEqual(['SP-07'])
  })

  it("fails where the client's choice is not on record", async () => {
    const outcome = await change({ requestedBy: 'client', approvedArchitecture: { agreement: 'none' } })
    expect(controlsThat('fail', outcome)).toEqual(['SP-04'])
  })

  it('fails where no document names it', async () => {
    const outcome = await change({ notice, documented: { agreement: 'none' } })
    expect(controlsThat('fail', outcome)).toEqual(['SP-03'])
  })

  it.each([
    ['the day on which its agreement is signed', '2026-11-19', []],
    ['the day before', '2026-11-18', ['fail']],
    ['the start', 'first-set', ['fail']],
  ])('from %s is compared with its agreement', async (_, usedSince, failing) => {
    const outcomes = outcomesOf('processor-terms/agreement-before-processing', await change({ usedSince }))
    expect(outcomes).toContain('pass')
    expect(outcomes.filter((one) => one !== 'pass')).toEqual(failing)
  })

  it('leaves open whether its agreement precedes it, where nobody says since when', async () => {
    const outcome = await change({ usedSince: undefined })
    expect(outcomesOf('processor-terms/agreement-before-processing', outcome)).toContain('unknown')
  })

  it('is unknown where the list of providers is left out', async () => {
    const outcome = await change({}, { providers: undefined })
    expect(controlsThat('fail', outcome)).toEqual([])
    expect(outcomesOf('sub-processors/inputs-stated', outcome)).toEqual(['unknown'])
  })
})
