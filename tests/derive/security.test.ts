import { describe, expect, it } from 'vitest'
import { type Changes, factsOf, refusedWith } from './facts.ts'

const agreements: Changes['agreements'] = [
  { id: 'sla', signedOn: '2026-05-04' },
  { id: 'draft', signedOn: 'none' },
  { id: 'undated' },
]

describe('the security measures of an engagement', () => {
  const names = ['measuresDocumented', 'measuresSignedOn', 'measuresUncoveredCount', 'measuresUncovered']
  const measured = (measures: NonNullable<Changes['security']>['measures']) =>
    factsOf({ agreements, security: measures === undefined ? {} : { measures } }, 'engagement', 'sample', names)

  it('are documented by a signed document', () => {
    expect(measured({ agreement: 'sla', covers: ['services', 'data', 'infrastructure', 'client-regulation'] })).toEqual(
      [true, '2026-05-04', 0, []],
    )
  })

  it('are not by a draft, or by nothing', () => {
    expect(measured({ agreement: 'draft', covers: ['data'] })).toEqual([
      false,
      undefined,
      3,
      ['services', 'infrastructure', 'client-regulation'],
    ])
    expect(measured({ agreement: 'none' })).toEqual([false, undefined, undefined, undefined])
  })

  it('may be by what nobody says is signed', () => {
    expect(measured({ agreement: 'undated' })).toEqual([undefined, undefined, undefined, undefined])
  })

  it('are unknown where they, or all of security, are left out', () => {
    const open = [undefined, undefined, undefined, undefined]
    expect(measured(undefined)).toEqual(open)
    expect(factsOf({ agreements }, 'engagement', 'sample', names)).toEqual(open)
  })
})

describe('what else is said of security', () => {
  it('starts when the engagement does', () => {
    expect(factsOf({ starts: '2026-05-05' }, 'engagement', 'sample', ['starts'])).toEqual(['2026-05-05'])
    expect(factsOf({}, 'engagement', 'sample', ['starts'])).toEqual([undefined])
  })

  it('lists commitments, or none, or does not', () => {
    const stated = (security: Changes['security']) =>
      factsOf(security === undefined ? {} : { security }, 'engagement', 'sample', ['commitmentsStated'])
    expect(stated({ commitments: [] })).toEqual([true])
    expect(stated({})).toEqual([undefined])
    expect(stated(undefined)).toEqual([undefined])
  })

  it('has the controls of development where a signed document has them', () => {
    const names = ['customDevelopment', 'developmentControlsRecorded', 'developmentControlsSignedOn']
    const developed = (development: NonNullable<Changes['security']>['development']) =>
      factsOf({ agreements, security: development === undefined ? {} : { development } }, 'engagement', 'sample', names)
    expect(developed({ custom: true, controls: { agreement: 'sla' } })).toEqual([true, true, '2026-05-04'])
    expect(developed({ custom: true, controls: { agreement: 'none' } })).toEqual([true, false, undefined])
    expect(developed({ custom: false })).toEqual([false, undefined, undefined])
    expect(developed(undefined)).toEqual([undefined, undefined, undefined])
  })

  it('knows of the management system what the registry of the firm does', () => {
    const names = ['ismsReviewed', 'ismsReviewedOn']
    expect(factsOf({}, 'engagement', 'sample', names)).toEqual([true, '2026-09-01'])
    expect(factsOf({}, 'engagement', 'sample', names, 'shipped')).toEqual([undefined, undefined])
  })
})

describe('a commitment', () => {
  const names = ['commitmentKind', 'context', 'required', 'claimed', 'agreed', 'agreedOn', 'starts']
  const committed = (commitment: object) =>
    factsOf(
      { starts: '2026-05-05', agreements, security: { commitments: [{ id: 'k', ...commitment }] } },
      'commitment',
      'k',
      names,
    )

  it('is agreed by a signed document', () => {
    expect(committed({ kind: 'rto-rpo', required: true, claimed: false, agreed: { agreement: 'sla' } })).toEqual([
      'rto-rpo',
      'client-system',
      true,
      false,
      true,
      '2026-05-04',
      '2026-05-05',
    ])
  })

  it('is not by none, and unknown where nothing is said', () => {
    expect(committed({ agreed: { agreement: 'none' } }).slice(4, 6)).toEqual([false, undefined])
    expect(committed({})).toEqual([
      undefined,
      'client-system',
      undefined,
      undefined,
      undefined,
      undefined,
      '2026-05-05',
    ])
  })

  it('has an id of its own, and an agreement that is there', () => {
    const commitments = [{ id: 'k' }, { id: 'k', agreed: { agreement: 'nowhere' } }]
    expect([...refusedWith({ security: { commitments } })].sort()).toEqual(['ID_DUPLICATE', 'REFERENCE_UNKNOWN'])
    expect(refusedWith({ security: { measures: { agreement: 'nowhere' } } })).toEqual(['REFERENCE_UNKNOWN'])
    expect(refusedWith({ security: { development: { controls: { agreement: 'nowhere' } } } })).toEqual([
      'REFERENCE_UNKNOWN',
    ])
  })
})

describe('what the firm manages', () => {
  const names = ['vulnerabilitiesMonitored', 'patchesManaged']
  const covered = (id: string, service?: string) =>
    factsOf({ components: [{ id, ...(service === undefined ? {} : { service }) }] }, 'component', id, names)

  it('is covered by service, by name, or with everything', () => {
    expect(covered('c1', 'aws/ec2')).toEqual([true, true])
    expect(covered('c2', 'none')).toEqual([true, true])
  })

  it('is not where a complete list names neither', () => {
    expect(covered('c1', 'none')).toEqual([true, false])
  })

  it('may be while its service is not stated', () => {
    expect(covered('c1')).toEqual([true, undefined])
  })

  it('is unknown where the registry of the firm says nothing', () => {
    const components = [{ id: 'c1', service: 'aws/ec2' }]
    expect(factsOf({ components }, 'component', 'c1', names, 'shipped')).toEqual([undefined, undefined])
  })
})
