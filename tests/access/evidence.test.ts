import { describe, expect, it } from 'vitest'
import { asksOf, originsOf } from '../setup/findings.ts'
import { authorizationDetails, credentialReport, system } from './aws.ts'
import { checkedWith, findingOf, reportWith, said } from './checking.ts'

const collectedOn = '2026-11-20T09:00:00Z'
/** What the descriptor says: whose system it is and when it was exported, and nothing of any account. */
const described = { accessEvidence: [{ system, organisation: 'firm', collectedOn }] }
const of = (login: string, where = system): string => `${where}:${login}`

describe('from evidence alone', async () => {
  const report = await reportWith(
    described,
    {
      'exports/report.csv': credentialReport({
        '<root_account>': { mfa: false },
        'by-policy': { mfa: false },
        'by-group': { mfa: false },
        'by-role': { mfa: false },
        nobody: { mfa: false },
        guarded: { mfa: true },
        closed: { mfa: false, password: false },
        robot: { mfa: false, password: false, key: true },
      }),
      'exports/details.json': authorizationDetails,
    },
    '2026-11-22T12:00:00Z',
    true,
  )

  it.each([
    ['by-policy', 3, 'policy AdministratorAccess'],
    ['by-group', 4, 'group platform'],
    ['by-role', 5, 'role operator'],
  ])('an administrator without a second factor is found: %s', (login, line, through) => {
    expect(said(report, 'administrators-use-second-factor', of(login))).toBe('fail error')
    const finding = findingOf(report, 'administrators-use-second-factor', of(login))
    expect(finding?.message).toContain(`${login} in ${system}`)
    expect(finding?.at).toMatchObject({ file: 'exports/report.csv', line })
    const administrative = finding?.facts.find(({ name }) => name === 'administrative')
    expect(administrative?.origins.map((place) => report.origins[place])).toMatchObject([
      { at: { file: 'exports/details.json' }, text: expect.stringContaining(through) },
    ])
  })

  it('the root user without a second factor is found', () => {
    expect(said(report, 'administrators-use-second-factor', of('<root_account>'))).toBe('fail error')
    expect(findingOf(report, 'administrators-use-second-factor', of('<root_account>'))?.at.line).toBe(2)
  })

  it('a person without a second factor is a warning where they are known to be no administrator', () => {
    expect(said(report, 'people-use-second-factor', of('nobody'))).toBe('fail warning')
    expect(said(report, 'administrators-use-second-factor', of('nobody'))).toBe('not-applicable')
    expect(findingOf(report, 'people-use-second-factor', of('nobody'))?.at).toMatchObject({ line: 6 })
  })

  it('a person with a second factor passes; who is no administrator stays open, if nothing says it', () => {
    expect(said(report, 'people-use-second-factor', of('guarded'))).toBe('pass')
    expect(said(report, 'administrators-use-second-factor', of('guarded'))).toBe('pass')
    expect(said(report, 'second-factor-verified', of('guarded'))).toBe('pass')
  })

  it('what is closed, and what machines log in with, needs no second factor', () => {
    for (const rule of ['people-use-second-factor', 'administrators-use-second-factor']) {
      expect(said(report, rule, of('closed'))).toBe('not-applicable')
      expect(said(report, rule, of('robot'))).toBe('not-applicable')
    }
  })

  it('nobody concludes from evidence that the list of accounts is complete', () => {
    const finding = report.findings.find(({ rule }) => rule === 'access/inputs-stated')
    expect(finding?.outcome).toBe('unknown')
  })
})

it('a credential report alone says of nobody that they are no administrator: a warning, and an open question', async () => {
  const report = await reportWith(described, { 'report.csv': credentialReport({ alice: { mfa: false } }) })
  expect(said(report, 'people-use-second-factor', of('alice'))).toBe('fail warning')
  expect(said(report, 'administrators-use-second-factor', of('alice'))).toBe('unknown error')
  expect(asksOf(report, findingOf(report, 'administrators-use-second-factor', of('alice')))[0]?.ask).toBe(
    `Give evidence that shows whether alice in ${system} is an administrator, or list it in \`accounts\` with \`logins: ["${of('alice')}"]\` and \`administrative\`.`,
  )
})

const csv = (row: string): string =>
  `system,login,kind,active,administrative,mfa,holders,holder_left_on,revoked_on,collected_on\nshop,${row}\n`
const shop = { accessEvidence: [{ system: 'shop', organisation: 'firm' }] }

it.each([
  ['Anna Example;Bert Example', 'fail error'],
  ['Anna Example', 'pass'],
  ['none', 'fail error'],
  ['', 'unknown error'],
])('an account that these hold: %s: %s', async (holders, expected) => {
  const row = `desk,interactive,yes,no,passkey,${holders},none,,2026-11-22T09:00:00Z`
  const report = await reportWith(shop, { 'shop.csv': csv(row) })
  expect(said(report, 'one-person-per-credential', 'shop:desk')).toBe(expected)
})

describe('somebody who has left', () => {
  const left = '2026-11-21T18:00:00Z'
  const row = (rest: string) => csv(`anna,interactive,${rest}`)
  it.each([
    ['2026-11-22T17:59:00Z', 'pass'],
    ['2026-11-22T18:00:00Z', 'pass'],
    ['2026-11-22T18:00:00.001Z', 'fail error'],
    ['2026-11-22T19:00:00Z', 'fail error'],
  ])('and can still log in, as of %s: %s', async (asOf, expected) => {
    const files = { 'shop.csv': row(`yes,no,passkey,Anna Example,${left},,2026-11-22T10:00:00Z`) }
    const report = await reportWith(shop, files, asOf)
    for (const rule of ['revoked-in-time', 'no-credential-outlives-engagement']) {
      expect(said(report, rule, 'shop:anna')).toBe(expected)
      expect(findingOf(report, rule, 'shop:anna')?.at).toMatchObject({ file: 'shop.csv', line: 2 })
    }
  })

  it.each([
    ['no', '2026-11-22T10:00:00Z', 'pass', 'pass'],
    ['no', '2026-11-22T18:00:00.001Z', 'fail error', 'pass'],
    ['yes', '2026-11-22T10:00:00Z', 'fail error', 'fail error'],
  ])('active: %s, with a revocation on record of %s: %s, %s', async (active, revoked, late, open) => {
    const files = { 'shop.csv': row(`${active},no,passkey,Anna Example,${left},${revoked},2026-11-23T10:00:00Z`) }
    const report = await reportWith(shop, files, '2026-11-23T12:00:00Z')
    expect(said(report, 'revoked-in-time', 'shop:anna')).toBe(late)
    expect(said(report, 'no-credential-outlives-engagement', 'shop:anna')).toBe(open)
  })

  it('and cannot log in any more, since when is not said: closed now, perhaps late', async () => {
    const files = { 'shop.csv': row(`no,no,passkey,Anna Example,${left},,2026-11-25T10:00:00Z`) }
    const report = await reportWith(shop, files, '2026-11-26T12:00:00Z')
    expect(said(report, 'no-credential-outlives-engagement', 'shop:anna')).toBe('pass')
    expect(said(report, 'revoked-in-time', 'shop:anna')).toBe('unknown error')
  })

  it('the report is valid no longer than the 24 hours', async () => {
    const files = { 'shop.csv': row(`yes,no,passkey,Anna Example,${left},,2026-11-22T10:00:00Z`) }
    const report = await reportWith(shop, files, '2026-11-22T12:00:00Z')
    expect(report.validUntil).toBe('2026-11-22T18:00:00.001Z')
  })
})

describe('the age of evidence', () => {
  const files = { 'shop.csv': csv('anna,interactive,yes,yes,passkey,Anna Example,none,,2026-10-01T10:00:00Z') }
  const rules = ['administrators-use-second-factor', 'second-factor-verified', 'one-person-per-credential']

  it('counts until the instant before it is too old, and the report says so', async () => {
    const report = await reportWith(shop, files, '2026-10-31T09:59:59.999Z')
    for (const rule of rules) expect(said(report, rule, 'shop:anna')).toBe('pass')
    expect(report.validUntil).toBe('2026-10-31T10:00:00Z')
  })

  it.each([
    ['2026-10-31T10:00:00Z', 'Export shop.csv again: it was collected on 2026-10-01T10:00:00Z, and counts for P30D.'],
    ['2026-10-01T09:59:59Z', 'after the time of this check'],
  ])('is nothing outside of that, as of %s', async (asOf, ask) => {
    const report = await reportWith(shop, files, asOf)
    for (const rule of rules) {
      expect(said(report, rule, 'shop:anna')).toBe('unknown error')
      expect(asksOf(report, findingOf(report, rule, 'shop:anna'))[0]?.ask).toContain(ask)
    }
  })

  it('a failure is nothing either, once the evidence of it is too old', async () => {
    const none = { 'shop.csv': csv('anna,interactive,yes,yes,none,Anna Example,none,,2026-10-01T10:00:00Z') }
    expect(said(await reportWith(shop, none, '2026-10-20'), rules[0] ?? '', 'shop:anna')).toBe('fail error')
    expect(said(await reportWith(shop, none, '2026-12-20'), rules[0] ?? '', 'shop:anna')).toBe('unknown error')
  })

  it('a bare date counts from its end, for 30 days from its beginning', async () => {
    const dated = { 'shop.csv': csv('anna,interactive,yes,yes,passkey,Anna Example,none,,2026-10-01') }
    const at = async (asOf: string) => said(await reportWith(shop, dated, asOf), rules[2] ?? '', 'shop:anna')
    expect(await at('2026-10-01T12:00:00Z')).toBe('unknown error')
    expect(await at('2026-10-02')).toBe('pass')
    expect(await at('2026-10-30T23:59:59Z')).toBe('pass')
    expect(await at('2026-10-31')).toBe('unknown error')
  })

  it('without a day of collection, nothing counts, and the key to state is named', async () => {
    const undated = { 'shop.csv': csv('anna,interactive,yes,yes,none,Anna Example,none,,') }
    const report = await reportWith(shop, undated)
    const finding = findingOf(report, 'administrators-use-second-factor', 'shop:anna')
    expect(finding?.outcome).toBe('unknown')
    expect(asksOf(report, finding)[0]).toMatchObject({ key: 'collectedOn' })
  })

  it('who joins an old file with a new one knows what both show for as long as the older counts', async () => {
    const two = {
      'old.csv': csv('anna,interactive,,yes,,Anna Example,none,,2026-11-01T10:00:00Z'),
      'new.csv': csv('anna,,yes,,passkey,,,,2026-11-20T10:00:00Z'),
    }
    const report = await reportWith(shop, two, '2026-11-22')
    expect(said(report, 'administrators-use-second-factor', 'shop:anna')).toBe('pass')
    expect(report.validUntil).toBe('2026-12-01T10:00:00Z')
    const later = await reportWith(shop, two, '2026-12-02')
    expect(said(later, 'one-person-per-credential', 'shop:anna')).toBe('unknown error')
  })
})

describe('whose system it is', () => {
  const files = { 'export.csv': credentialReport({ alice: { mfa: false } }) }

  it('is unknown where the descriptor does not mention the system: nothing fails, nothing passes', async () => {
    const report = await reportWith({ accessEvidence: [{ system: 'other', collectedOn }] }, files)
    const finding = findingOf(report, 'people-use-second-factor', of('alice'))
    expect(finding?.outcome).toBe('unknown')
    expect(asksOf(report, finding).map(({ key }) => key)).toContain('accessEvidence')
  })

  it('is told by the file, where the file names no system', async () => {
    const unnamed = { 'exports/shop-1.csv': 'login,kind,active,mfa\nanna,interactive,yes,none\n' }
    const entry = { system: 'shop', files: ['exports/*.csv'], organisation: 'firm', collectedOn }
    const report = await reportWith({ accessEvidence: [entry] }, unnamed)
    expect(said(report, 'people-use-second-factor', 'shop:anna')).toBe('fail warning')
    const elsewhere = await reportWith({ accessEvidence: [{ ...entry, files: ['*.csv'] }] }, unnamed)
    expect(said(elsewhere, 'people-use-second-factor', 'exports/shop-1.csv:anna')).toBe('unknown warning')
  })

  it("somebody else's personnel is outside the promises, unless the engagement brings them in", async () => {
    const entry = { system, organisation: 'client', samePromise: false, collectedOn }
    const report = await reportWith({ accessEvidence: [entry] }, files)
    expect(said(report, 'people-use-second-factor', of('alice'))).toBe('not-applicable')
    const promised = await reportWith({ accessEvidence: [{ ...entry, samePromise: true }] }, files)
    expect(said(promised, 'people-use-second-factor', of('alice'))).toBe('fail warning')
  })
})

describe('a list of accounts', () => {
  const account = {
    id: 'anna',
    kind: 'interactive',
    organisation: 'firm',
    holders: ['operator-1'],
    administers: ['website'],
    administrative: false,
    grants: ['deploy'],
    roleNeeds: ['deploy'],
    mfa: 'passkey',
    mfaVerifiedOn: '2026-11-01',
    grantedFor: 'brochure-site',
    revokedOn: 'none',
    logins: ['shop:anna'],
  }
  const ends = '2027-01-01'
  const rest = 'Anna Example,none,,2026-11-20T10:00:00Z'
  const with_ = (changes: object, row: string, asOf?: string) =>
    reportWith({ ...shop, ends, accounts: [{ ...account, ...changes }] }, { 'shop.csv': csv(row) }, asOf)

  it('agrees with evidence', async () => {
    const report = await with_({ administrative: true }, `anna,interactive,yes,yes,passkey,${rest}`)
    const pack = report.findings.filter(({ rule, outcome }) => rule.startsWith('access/') && outcome !== 'pass')
    expect(pack.map(({ rule, subject }) => `${rule} ${subject.id}`)).toEqual([])
    expect(said(report, 'evidenced-account-is-listed', 'anna')).toBe('pass')
    expect(report.validUntil).toBe('2026-12-20T10:00:00Z')
  })

  it('does not make an administrator anything else, nor a second factor', async () => {
    const report = await with_({}, `anna,interactive,yes,yes,none,${rest}`)
    const finding = findingOf(report, 'administrators-use-second-factor', 'anna')
    expect(finding?.outcome).toBe('fail')
    const places = originsOf(report, finding).map(({ at }) => at.file)
    expect(new Set(places)).toEqual(new Set(['examples/brochure-site.json', 'shop.csv']))
  })

  it('leaves open what it claims to be worse than evidence shows', async () => {
    const report = await with_({ administrative: true, mfa: 'none' }, `anna,interactive,yes,yes,passkey,${rest}`)
    const finding = findingOf(report, 'administrators-use-second-factor', 'anna')
    expect(finding?.outcome).toBe('unknown')
    expect(asksOf(report, finding)[0]?.ask).toBe(
      'Correct `mfa` of anna, or give newer evidence: shop.csv:2 shows otherwise.',
    )
  })

  it('does not revoke what evidence shows to be open, and evidence does not deny what came after it', async () => {
    const row = `anna,interactive,yes,no,passkey,${rest}`
    const changes = { grantedForEnds: '2026-11-01', grantedFor: 'another' }
    const before = await with_({ ...changes, revokedOn: '2026-11-01' }, row)
    expect(said(before, 'no-credential-outlives-engagement', 'anna')).toBe('fail error')
    const after = await with_({ ...changes, revokedOn: '2026-11-21' }, row)
    expect(said(after, 'no-credential-outlives-engagement', 'anna')).toBe('unknown error')
  })

  it('is filled by evidence', async () => {
    const { mfa: _, administrative: __, ...bare } = account
    const row = `anna,interactive,yes,yes,none,${rest}`
    const report = await reportWith({ ...shop, ends, accounts: [bare] }, { 'shop.csv': csv(row) })
    const finding = findingOf(report, 'administrators-use-second-factor', 'anna')
    expect(finding?.outcome).toBe('fail')
    expect(finding?.at).toMatchObject({ file: 'shop.csv', line: 2 })
  })

  it('fails where it leaves out an account that is open', async () => {
    const more = `${csv(`anna,interactive,yes,no,passkey,${rest}`)}shop,ghost,interactive,yes,no,passkey,${rest}\nshop,gone,interactive,no,no,passkey,${rest}\n`
    const report = await reportWith({ ...shop, ends, accounts: [account] }, { 'shop.csv': more })
    expect(said(report, 'evidenced-account-is-listed', 'anna')).toBe('pass')
    expect(said(report, 'evidenced-account-is-listed', 'shop:ghost')).toBe('fail error')
    expect(findingOf(report, 'evidenced-account-is-listed', 'shop:ghost')?.at).toMatchObject({
      file: 'shop.csv',
      line: 3,
    })
    expect(said(report, 'evidenced-account-is-listed', 'shop:gone')).toBe('not-applicable')
  })

  it('is the weaker of its logins', async () => {
    const two = {
      'shop.csv': csv(`anna,interactive,yes,no,passkey,${rest}`),
      'till.csv': csv(`anna,interactive,yes,yes,none,${rest}`).replaceAll('\nshop', '\ntill'),
    }
    const accounts = [{ ...account, administrative: false, logins: ['shop:anna', 'till:anna'] }]
    const report = await reportWith({ ...shop, ends, accounts }, two)
    expect(said(report, 'administrators-use-second-factor', 'anna')).toBe('fail error')
  })
})

it('files that disagree are settled by the worse of them, whatever their order', async () => {
  const row = (mfa: string, on: string) => csv(`anna,interactive,yes,yes,${mfa},Anna Example,none,,${on}`)
  const [one, other] = [row('none', '2026-11-18T10:00:00Z'), row('passkey', '2026-11-20T10:00:00Z')]
  const reports = [
    await reportWith(shop, { 'a.csv': one, 'b.csv': other }),
    await reportWith(shop, { 'b.csv': other, 'a.csv': one }),
  ]
  expect(reports.map((report) => said(report, 'administrators-use-second-factor', 'shop:anna'))).toEqual([
    'fail error',
    'fail error',
  ])
  expect(JSON.stringify(reports[0]?.findings)).toBe(JSON.stringify(reports[1]?.findings))
})

it('without evidence, a report says nothing of it', async () => {
  const { reports } = await checkedWith({ accounts: 'firm' }, {})
  expect(reports[0]?.digests.evidence).toBeUndefined()
  expect(reports[0]?.verdict.result).toBe('pass')
})
