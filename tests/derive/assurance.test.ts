import { describe, expect, it } from 'vitest'
import { factsOf, subjectsOf } from './subjects.ts'

type Part = Record<string, unknown>

const review: Part = {
  id: 'review',
  kind: 'formal-review',
  mandatedBy: 'client',
  auditor: 'reviewers',
  independent: true,
  conditions: { agreement: 'sla' },
}
const parties = [
  { id: 'client', country: 'BE', role: 'controller' },
  { id: 'reviewers', country: 'BE', client: false },
  { id: 'neighbours', country: 'BE' },
]
const agreements = [
  { id: 'sla', kind: 'sla', signedOn: '2026-01-10' },
  { id: 'draft', kind: 'dpa', signedOn: 'none' },
  { id: 'paper', signedOn: '2026-01-10' },
]
const withAudits = (...audits: readonly Part[]): Part => ({ parties, agreements, assurance: { audits } })
const audit = (more: Part) => factsOf('audit', 'review', withAudits({ ...review, ...more }))

describe('an audit', () => {
  it.each([
    ['client', true],
    ['reviewers', false],
    ['firm', false],
    ['neighbours', undefined],
    [undefined, undefined],
  ])('that %s mandates: by the client %s', (mandatedBy, mandatedByClient) => {
    expect(audit({ mandatedBy }).mandatedByClient).toBe(mandatedByClient)
  })

  it.each([
    ['client', 'client'],
    ['firm', 'firm'],
    ['reviewers', 'other'],
    ['aws/aws-inc', 'other'],
    ['neighbours', undefined],
    ['aws', undefined],
    [undefined, undefined],
  ])('by %s: %s', (auditor, auditorIs) => {
    expect(audit({ auditor }).auditorIs).toBe(auditorIs)
  })

  it.each([
    ['sla', true, 'sla'],
    ['draft', false, 'dpa'],
    ['paper', true, undefined],
    ['none', false, undefined],
  ])('under the conditions of %s: agreed %s, in a %s', (agreement, conditionsAgreed, conditionsDocument) => {
    expect(audit({ conditions: { agreement } })).toMatchObject({ conditionsAgreed, conditionsDocument })
  })

  it('under conditions that are not stated', () => {
    expect(audit({ conditions: undefined })).toMatchObject({
      conditionsAgreed: undefined,
      conditionsDocument: undefined,
    })
  })

  it.each([
    ['minutes', true],
    ['none', false],
    [undefined, undefined],
  ])('with the record %s: %s', (record, acceptanceRecorded) => {
    expect(audit({ record }).acceptanceRecorded).toBe(acceptanceRecorded)
  })

  it.each(['kept', 'limited', 'removed', undefined])('that leaves the right to audit %s', (auditRight) => {
    expect(audit({ auditRight }).auditRight).toBe(auditRight)
  })
})

describe('the day of an acceptance', () => {
  const record = (more: Part) => {
    const found = subjectsOf('record', withAudits({ ...review, ...more })).filter(({ id }) => id.includes('review'))
    return found.map(({ facts }) => [facts.recordKind?.value, facts.recordedOn?.value])
  }

  it('is a record, also where it is left out', () => {
    const kind = 'trust-center-acceptance'
    expect(record({ kind, on: '2026-05-01' })).toMatchObject([[kind, { text: '2026-05-01' }]])
    expect(record({ kind })).toEqual([[kind, undefined]])
  })

  it('is none for a review, which may be planned', () => {
    expect(record({ on: '2027-05-01' })).toEqual([])
  })
})

describe('a policy that is given to somebody', () => {
  const shared = (recipient: string | undefined, ...audits: readonly Part[]) => {
    const { recipientIsClient, recipientIsAuditor } = factsOf('shared-policy', 'policy', {
      ...withAudits(),
      assurance: { audits, sharedPolicies: [{ id: 'policy', extent: 'full', with: recipient }] },
    })
    return [recipientIsClient, recipientIsAuditor]
  }

  it.each([
    ['the auditor of a formal review', 'reviewers', [review], [false, true]],
    ['the client', 'client', [review], [true, false]],
    [
      'the client, who inspects',
      'client',
      [{ ...review, kind: 'controller-inspection', auditor: 'client' }],
      [true, false],
    ],
    ['somebody where there is no audit', 'reviewers', [], [false, false]],
    ['who may be the auditor', 'reviewers', [{ ...review, auditor: undefined }], [false, undefined]],
    ['the auditor of what may be a formal review', 'reviewers', [{ ...review, kind: undefined }], [false, undefined]],
    ['the auditor of the second', 'reviewers', [{ ...review, id: 'first', auditor: 'firm' }, review], [false, true]],
    ['nobody that is stated', undefined, [review], [undefined, undefined]],
  ])('%s', (_, recipient, audits, expected) => {
    expect(shared(recipient, ...audits)).toEqual(expected)
  })

  it('may be an auditor where audits are not listed', () => {
    const engagement = { parties, assurance: { sharedPolicies: [{ id: 'policy', with: 'reviewers' }] } }
    expect(factsOf('shared-policy', 'policy', engagement).recipientIsAuditor).toBeUndefined()
  })
})

it.each([
  [{ audits: [], sharedPolicies: [] }, [true, true]],
  [{ audits: [] }, [true, undefined]],
  [{ sharedPolicies: [] }, [undefined, true]],
  [undefined, [undefined, undefined]],
])('%j is stated: %j', (assurance, expected) => {
  const { auditsStated, sharedPoliciesStated } = factsOf('engagement', 'x', { assurance })
  expect([auditsStated, sharedPoliciesStated]).toEqual(expected)
})
