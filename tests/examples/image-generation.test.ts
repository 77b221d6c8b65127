/** What the processing agreement of the image-generation example leaves open, and what it states. */
import { describe, expect, it } from 'vitest'
import { checkFile, example, item, type Outcome, outcomesOf, variant } from './checking.ts'

const checked = await checkFile(example('image-generation-processor'))
const relationship = 'studio -> imagodraw/imagodraw-inc'

/** The findings on the agreement of the studio and the processor, of some outcomes. */
const about = ({ report }: Outcome, ...outcomes: readonly string[]) =>
  (report?.findings ?? [])
    .filter(({ subject, rule }) => subject.id === relationship && rule.startsWith('processor-terms/'))
    .filter(({ outcome }) => outcomes.includes(outcome))
const named = (findings: ReturnType<typeof about>) =>
  findings.map(({ rule }) => rule.replace('processor-terms/', '')).sort()

/** Every part of Art. 28(3) that is not in the document, with where the article asks for it. */
const missing: readonly (readonly [part: string, clause: string])[] = [
  ['assistance-with-impact-assessments', 'Art. 28(3)(f)'],
  ['assistance-with-security', 'Art. 28(3)(f)'],
  ['audits', 'Art. 28(3)(h)'],
  ['data-subjects', 'Art. 28(3)'],
  ['data-types', 'Art. 28(3)'],
  ['duration', 'Art. 28(3)'],
  ['information-on-compliance', 'Art. 28(3)(h)'],
  ['instructions-on-transfers', 'Art. 28(3)(a)'],
  ['notice-of-legal-requirement', 'Art. 28(3)(a)'],
  ['sub-processor-changes', 'Art. 28(3)(d)'],
  ['warning-of-unlawful-instructions', 'the last subparagraph of Art. 28(3)'],
]

describe('the agreement of the image-generation processor', () => {
  it('fails for exactly what is not in it, and for its clause on deletion', () => {
    expect(named(about(checked, 'fail').filter(({ level }) => level === 'error'))).toEqual(
      [
        'deletion-choice',
        'deletion-of-copies',
        'retention-by-law-only',
        ...missing.map(([part]) => `states-${part}`),
      ].sort(),
    )
  })

  it.each(missing)('lacks %s, which %s asks for', (part, clause) => {
    const finding = about(checked, 'fail').find(({ rule }) => rule === `processor-terms/states-${part}`)
    expect(finding?.message).toContain(`as ${clause}`)
    expect(finding?.controls).toContain('PT-14')
  })

  it('has a clause on deletion that leaves the choice and the copies open, and keeps data for any local law', () => {
    for (const rule of ['deletion-choice', 'deletion-of-copies', 'retention-by-law-only']) {
      const finding = about(checked, 'fail').find((one) => one.rule === `processor-terms/${rule}`)
      expect(finding?.message).toContain('clause 8')
      expect(finding?.controls).toEqual(['PT-13'])
    }
  })

  it('is flagged for a time of notice that counts from a confirmed breach only', () => {
    const flagged = about(checked, 'fail').filter(({ level }) => level === 'warning')
    expect(named(flagged)).toEqual(['breach-window-starts-at-awareness'])
    expect(flagged[0]?.message).toContain('clause 7')
  })

  it('is no ground for the transfer', () => {
    const grounds = checked.report?.findings.filter(
      ({ outcome, controls }) => outcome === 'fail' && controls.includes('TR-01'),
    )
    expect(grounds?.map(({ subject }) => subject.id)).toContain(
      'portraits: studio -> imagodraw/imagodraw-inc in US for image-generation',
    )
  })

  it('passes for everything that it states, and leaves nothing of it unknown', () => {
    expect(about(checked, 'unknown')).toEqual([])
    expect(named(about(checked, 'pass'))).toEqual(
      [
        'acceptance-before-processing',
        'acceptance-recorded',
        'agreement-before-processing',
        'agreement-in-force',
        'agreement-names-regimes',
        'agreement-part-of-service',
        'breach-information',
        'breach-notified-in-time',
        'legal-basis-recorded',
        'rights-covered',
        'rights-tools',
        'states-assistance-with-rights',
        'states-breach-notice',
        'states-confidentiality',
        'states-controller-duties',
        'states-deletion-or-return',
        'states-documented-instructions',
        'states-nature',
        'states-purpose',
        'states-security',
        'states-subject-matter',
        'states-sub-processor-obligations',
      ].sort(),
    )
  })

  it('authorises its sub-processors in general, and promises a list of them', () => {
    for (const rule of ['sub-processing-authorised', 'sub-processor-list-available']) {
      const findings = checked.report?.findings.filter((one) => one.rule === `processor-terms/${rule}`)
      const known = findings?.filter(({ subject }) =>
        ['aws/aws-inc', 'stripe/stripe-inc'].some((id) => subject.id === `imagodraw/imagodraw-inc -> ${id}`),
      )
      expect(known?.map(({ outcome }) => outcome)).toEqual(['pass', 'pass'])
    }
  })

  it('is quoted with the source that it was read in', () => {
    const [finding] = about(checked, 'fail')
    expect(JSON.stringify(finding)).toContain('image-generation-dpa')
  })
})

describe('processing terms', () => {
  const withAgreement = (edit: (agreement: Record<string, unknown>) => void) =>
    checkFile(
      variant('image-generation-processor', (engagement) => edit(item('agreements', 'dpa')(engagement) as never)),
    )

  it('of the descriptor cannot deny those of the registry', async () => {
    const denied = await withAgreement((agreement) => {
      agreement.terms = { states: { duration: 'clause 9' } }
    })
    expect(denied.exit).toBe(2)
    expect(denied.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'CONTRADICTION `states.duration` of dpa is not what its template imagodraw says',
    ])
  })

  it('fill what the registry leaves open', async () => {
    const filled = await withAgreement((agreement) => {
      agreement.terms = { states: { 'ccpa-same-protection': 'clause 1' }, basedOn: 'none' }
    })
    expect(filled.exit).toBe(1)
  })

  it('of the Union’s clauses have every part', async () => {
    const outcome = await withAgreement((agreement) => {
      delete agreement.template
      agreement.terms = { basedOn: 'scc-2021-915' }
    })
    for (const [part] of missing) expect(outcomesOf(`processor-terms/states-${part}`, outcome)).toEqual(['pass'])
  })

  it('cannot leave out a part of the clauses that they are made of', async () => {
    const denied = await withAgreement((agreement) => {
      delete agreement.template
      agreement.terms = { basedOn: 'scc-2021-915', states: { audits: 'not-in-document' } }
    })
    expect(denied.problems.map(({ code }) => code)).toEqual(['CONTRADICTION'])
  })

  it('are those of one agreement: two of the same parties are ambiguous', async () => {
    const outcome = await checkFile(
      variant('image-generation-processor', (engagement) => {
        const list = engagement.agreements as unknown as Record<string, unknown>[]
        list.push({ id: 'older', kind: 'dpa', parties: ['studio', 'imagodraw/imagodraw-inc'] })
      }),
    )
    expect(outcome.problems.map(({ code }) => code)).toEqual(['AMBIGUOUS'])
  })

  it('are missing where no agreement binds the two', async () => {
    const outcome = await withAgreement((agreement) => {
      agreement.kind = 'service-agreement'
      delete agreement.template
    })
    expect(about(outcome, 'fail').map(({ rule }) => rule)).toEqual(['processor-terms/agreement-in-force'])
  })
})
