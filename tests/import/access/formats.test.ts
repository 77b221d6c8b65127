import { describe, expect, it } from 'vitest'
import { accessFormats } from '../../../src/import/index.ts'
import type { EvidencedAccount } from '../../../src/model/generated/access-evidence.ts'
import { accountsOf, evidenceOf, fixture } from './foreign.ts'

/** An account on one line: what the file says of it, and nothing for what it does not say. */
const row = ({ at, login, title: _, lastUsedOn: __, ...rest }: EvidencedAccount): string =>
  `${at?.line}:${at?.column} ${login} ${JSON.stringify(rest).replaceAll('"', '').slice(1, -1)}`

const rowsOf = async (name: string): Promise<readonly string[]> => (await evidenceOf(fixture(name))).accounts.map(row)

async function aboutOf(name: string): Promise<Readonly<Record<string, unknown>>> {
  const { apiVersion: _, kind: __, accounts: ___, ...about } = await evidenceOf(fixture(name))
  return about
}

const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)

describe('a credential report of AWS IAM', () => {
  it('says who can log in, who has a second factor, and nothing of administrators but the root user', async () => {
    expect(await rowsOf('credential-report.csv')).toEqual([
      '2:1 <root_account> kind:interactive,root:true,active:true,administrative:true,mfa:none',
      '3:1 ada.example kind:interactive,root:false,active:true,mfa:some',
      '4:1 bert.example kind:interactive,root:false,active:true,mfa:none',
      '5:1 deploy-bot kind:service,root:false,active:true,mfa:none',
      '6:1 former.example root:false,active:false,mfa:none',
    ])
    expect(await aboutOf('credential-report.csv')).toEqual({
      format: 'aws-credential-report',
      system: 'aws/111122223333',
      complete: true,
      digest: sha256,
    })
  })

  it('is the same in the answer of the API, which says when it was made', async () => {
    const csv = (await rowsOf('credential-report.csv')).map((line) => line.replace(/^\S+/, '2:16'))
    expect(await rowsOf('credential-report.json')).toEqual(csv)
    expect(await aboutOf('credential-report.json')).toMatchObject({ collectedOn: '2026-11-22T06:15:04+00:00' })
  })

  it('says when any credential was last used', async () => {
    const accounts = await accountsOf(fixture('credential-report.csv'))
    expect(Object.values(accounts).map(({ lastUsedOn }) => lastUsedOn)).toEqual([
      '2026-01-12T07:30:01+00:00',
      '2026-11-20T16:40:00+00:00',
      undefined,
      '2026-11-21T23:59:59+00:00',
      '2024-12-20T15:00:00+00:00',
    ])
  })

  const head =
    'user,arn,password_enabled,mfa_active,access_key_1_active,access_key_2_active,cert_1_active,cert_2_active'
  const arn = 'arn:aws:iam::111122223333:user/u'
  it.each([
    ['no credential', head, `u,${arn},FALSE,FALSE,FALSE,FALSE,FALSE,FALSE`, { active: false, mfa: 'none' }],
    [
      'a password',
      head,
      `u,${arn},true,true,false,false,false,false`,
      { active: true, kind: 'interactive', mfa: 'some' },
    ],
    [
      'a certificate',
      head,
      `u,${arn},FALSE,FALSE,FALSE,FALSE,FALSE,TRUE`,
      { active: true, kind: 'service', mfa: 'none' },
    ],
    ['nothing said of one key', head, `u,${arn},FALSE,FALSE,FALSE,N/A,FALSE,FALSE`, { mfa: 'none' }],
    [
      'nothing said of the second factor',
      head,
      `u,${arn},TRUE,not_supported,FALSE,FALSE,FALSE,FALSE`,
      { active: true, kind: 'interactive' },
    ],
    [
      'a credential of a kind that is new',
      `${head},passkey_1_active`,
      `u,${arn},FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,TRUE`,
      { mfa: 'none' },
    ],
    ['fewer columns', 'user,mfa_active,password_enabled', 'u,TRUE,FALSE', { mfa: 'some' }],
    [
      'a root user without a password',
      head,
      '<root_account>,arn:aws:iam::111122223333:root,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE',
      { root: true, active: false, administrative: true, mfa: 'none' },
    ],
  ])('with %s', async (_, columns, line, expected) => {
    const [account] = (await evidenceOf(`${columns}\n${line}\n`)).accounts
    const { at: _at, login: _login, ...rest } = account ?? { login: '' }
    expect(rest).toEqual({ root: false, ...expected })
  })

  it('does not say the system where it has no names of Amazon', async () => {
    expect(await evidenceOf('user,mfa_active,password_enabled\nu,TRUE,FALSE\n')).not.toHaveProperty('system')
  })
})

describe('authorization details of an AWS account', () => {
  it('say who is an administrator and through what', async () => {
    expect(await rowsOf('authorization-details.json')).toEqual([
      '3:9 ada.example administrative:true,administrativeThrough:[policy AdministratorAccess]',
      '18:9 bert.example administrative:true,administrativeThrough:[group platform, policy platform]',
      '30:9 cleo.example administrative:true,administrativeThrough:[role operator]',
      '55:9 dora.example administrative:false',
      '94:9 emil.example ',
      '113:9 fay.example ',
      '126:9 deploy-bot ',
      '141:9 former.example administrative:false',
    ])
  })

  it('say which roles let in people of other systems', async () => {
    expect(await aboutOf('authorization-details.json')).toEqual({
      format: 'aws-authorization-details',
      system: 'aws/111122223333',
      complete: true,
      unlisted: [
        {
          at: { line: 263, column: 9 },
          through: 'role AWSReservedSSO_Administrators_0123456789abcdef',
          from: ['arn:aws:iam::111122223333:saml-provider/AWSSSO_example_DO_NOT_DELETE'],
          administrative: true,
        },
        {
          at: { line: 303, column: 9 },
          through: 'role monitoring-vendor',
          from: ['arn:aws:iam::444455556666:root'],
          administrative: false,
        },
      ],
      digest: sha256,
    })
  })
})

describe('members of a GitHub organisation', () => {
  it('have their role and second factor in the answer of GraphQL', async () => {
    expect(await rowsOf('github-graphql.json')).toEqual([
      '12:11 ada-example kind:interactive,active:true,administrative:true,administrativeThrough:[organisation owner],mfa:some',
      '20:11 bert-example kind:interactive,active:true,administrative:true,administrativeThrough:[organisation owner],mfa:none',
      '28:11 cleo-example kind:interactive,active:true,mfa:none',
      '36:11 dora-example kind:interactive,active:true',
    ])
    expect(await aboutOf('github-graphql.json')).toEqual({
      format: 'github-members',
      system: 'github/example-studio',
      digest: sha256,
    })
  })

  it('have nothing but a name in a list of REST', async () => {
    expect(await rowsOf('github-rest.json')).toEqual([
      '2:3 ada-example kind:interactive,active:true',
      '16:3 bert-example kind:interactive,active:true',
      '30:3 cleo-example kind:interactive,active:true',
    ])
  })

  it('have what the filters say, where the lists are put together', async () => {
    expect(await rowsOf('github-lists.json')).toEqual([
      '7:7 ada-example kind:interactive,active:true,administrative:true,administrativeThrough:[organisation owner],mfa:some',
      '21:7 bert-example kind:interactive,active:true,administrative:true,administrativeThrough:[organisation owner],mfa:none',
      '35:7 cleo-example kind:interactive,active:true,mfa:some',
      '98:5 dora-example kind:interactive,active:true',
    ])
    expect(await aboutOf('github-lists.json')).toMatchObject({ complete: true, collectedOn: '2026-11-20T09:00:00Z' })
  })

  it('are not known to have a second factor where pages may be missing', async () => {
    const lists = fixture('github-lists.json').toString().replace('"allPages": true', '"allPages": false')
    const accounts = await accountsOf(lists)
    expect(Object.values(accounts).map(({ mfa }) => mfa)).toEqual([undefined, 'none', undefined, undefined])
    expect(await evidenceOf(lists)).not.toHaveProperty('complete')
  })

  it.each(['{"hasNextPage": true}', '{"hasNextPage": false}'])('are fewer than GitHub counts: %s', async (pageInfo) => {
    const text = fixture('github-graphql.json').toString().replace('"totalCount": 4', '"totalCount": 5')
    expect(await evidenceOf(text.replace('"hasNextPage": false', pageInfo.slice(1, -1)))).toMatchObject({
      complete: false,
    })
  })

  it('may come in several pages', async () => {
    const page = (login: string, more: boolean): string =>
      `{"data":{"organization":{"membersWithRole":{"totalCount":2,"pageInfo":{"hasNextPage":${more}},"edges":[{"role":"MEMBER","node":{"login":"${login}"}}]}}}}`
    const { accounts, complete } = await evidenceOf(`[${page('a', true)},\n${page('b', false)}]`)
    expect([accounts.map(({ login }) => login), complete]).toEqual([['a', 'b'], undefined])
  })
})

describe('users of Google Workspace', () => {
  it('have roles, second factor and state in the Directory API', async () => {
    expect(await rowsOf('google-users.json')).toEqual([
      '5:5 ada@studio.example kind:interactive,active:true,administrative:true,administrativeThrough:[super administrator],mfa:some',
      '38:5 bert@studio.example kind:interactive,active:true,administrative:true,administrativeThrough:[delegated administrator],mfa:none',
      '71:5 cleo@studio.example kind:interactive,active:true,administrative:false,mfa:none',
      '104:5 former@studio.example kind:interactive,active:false,administrative:false,mfa:some',
    ])
    expect(await aboutOf('google-users.json')).toEqual({
      format: 'google-workspace-users',
      formatVersion: 'directory_v1',
      system: 'google-workspace/C0example0',
      complete: true,
      digest: sha256,
    })
    expect((await accountsOf(fixture('google-users.json')))['cleo@studio.example']).not.toHaveProperty('lastUsedOn')
  })

  it('can be a list without its answer, which is then not known to be whole', async () => {
    const { users } = JSON.parse(fixture('google-users.json').toString())
    const { accounts, complete } = await evidenceOf(JSON.stringify(users))
    expect([accounts.length, complete]).toEqual([4, undefined])
    const page = fixture('google-users.json').toString()
    expect(await evidenceOf(`[${page}]`)).toMatchObject({
      complete: true,
      accounts: [{ login: 'ada@studio.example' }, {}, {}, {}],
    })
  })

  it('have no roles in the download of the admin console', async () => {
    expect(await rowsOf('google-users.csv')).toEqual([
      '2:13 ada@studio.example kind:interactive,active:true,mfa:some',
      '3:14 bert@studio.example kind:interactive,active:true,mfa:none',
      '4:16 former@studio.example kind:interactive,active:false,mfa:none',
    ])
    expect(await aboutOf('google-users.csv')).toEqual({
      format: 'google-workspace-users',
      formatVersion: 'csv',
      digest: sha256,
    })
  })

  it('are not all there where a page follows', async () => {
    const text = fixture('google-users.json')
      .toString()
      .replace(/\}\s*$/, ',"nextPageToken":"t"}')
    expect(await evidenceOf(text)).toMatchObject({ complete: false })
  })
})

describe('users of Microsoft Entra', () => {
  it('have their state in the list of users', async () => {
    expect(await rowsOf('entra-users.json')).toEqual([
      '4:5 ada@studio.example kind:interactive,active:true',
      '15:5 bert@studio.example kind:interactive,active:true',
      '26:5 guest_elsewhere.example#EXT#@studio.example kind:interactive,active:true',
      '37:5 former@studio.example kind:interactive,active:false',
    ])
    expect(await aboutOf('entra-users.json')).toMatchObject({ format: 'entra-users', complete: true })
  })

  it('have no second factor where a member registered none; whether a registered one is asked for is not known', async () => {
    expect(await rowsOf('entra-registration.json')).toEqual([
      '4:5 ada@studio.example kind:interactive,administrative:true,administrativeThrough:[directory role]',
      '26:5 bert@studio.example kind:interactive,administrative:true,administrativeThrough:[directory role],mfa:none',
      '44:5 guest_elsewhere.example#EXT#@studio.example kind:interactive',
      '62:5 cleo@studio.example kind:interactive',
    ])
  })

  it('are administrators by their roles, except by those that only read', async () => {
    expect(await rowsOf('entra-roles.json')).toEqual([
      '4:5 ada@studio.example kind:interactive,administrative:true,administrativeThrough:[role Global Administrator,role User Administrator]',
    ])
    expect(await aboutOf('entra-roles.json')).toMatchObject({
      complete: false,
      unlisted: [{ through: 'role User Administrator', from: ['group helpdesk'], administrative: true }],
    })
  })

  it('are not known to be administrators by a role that the tenant made', async () => {
    expect(await rowsOf('entra-assignments.json')).toEqual([
      '4:5 bert@studio.example kind:interactive,administrative:true,administrativeThrough:[role Exchange Administrator]',
      '17:5 cleo@studio.example kind:interactive',
    ])
  })

  it('are one account with all roles, whichever comes first', async () => {
    const own = {
      id: '1',
      principalId: 'p',
      roleDefinitionId: 'x',
      principal: { userPrincipalName: 'a@studio.example' },
    }
    const built = { ...own, roleDefinitionId: '62e90394-69f5-4237-9190-012177145e10' }
    for (const value of [
      [own, built],
      [built, own, built],
    ]) {
      const { accounts } = await evidenceOf(
        JSON.stringify({ '@odata.context': 'https://graph.microsoft.com/v1.0/', value }),
      )
      expect(accounts.map(row)).toEqual([
        expect.stringMatching(
          /a@studio.example kind:interactive,administrative:true,administrativeThrough:\[role Global Administrator\]$/,
        ),
      ])
    }
  })

  it('have their state in the download of the portal', async () => {
    expect(await rowsOf('entra-users.csv')).toEqual([
      '2:1 ada@studio.example kind:interactive,active:true',
      '3:1 former@studio.example kind:interactive,active:false',
    ])
  })

  it('can come from cmdlets of PowerShell', async () => {
    const [, user] = JSON.parse(fixture('entra-registration.json').toString()).value
    const capital = Object.fromEntries(
      Object.entries(user).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]),
    )
    const { accounts, complete } = await evidenceOf(JSON.stringify([capital]))
    expect(accounts).toMatchObject([{ login: 'bert@studio.example', administrative: true, mfa: 'none' }])
    expect(complete).toBeUndefined()
  })

  it('are not all there where a page follows', async () => {
    const text = fixture('entra-users.json')
      .toString()
      .replace('"value"', '"@odata.nextLink": "https://graph.microsoft.com/next", "value"')
    expect(await evidenceOf(text)).toMatchObject({ complete: false })
  })
})

describe('the CSV of accounts', () => {
  it('says what its cells say', async () => {
    expect(await rowsOf('accounts.csv')).toEqual([
      '2:18 editor kind:interactive,active:true,administrative:false,mfa:none,holders:[ada],holderLeftOn:none,revokedOn:none',
      '3:18 office kind:interactive,active:true,administrative:true,mfa:some,holders:[ada,bert]',
      '4:18 feed kind:service,active:true,owner:none',
      '5:18 former kind:interactive,active:false,administrative:true,mfa:push,holders:[former],holderLeftOn:2026-11-01T18:00:00+01:00,revokedOn:2026-11-02T17:59:00+01:00',
    ])
    expect(await aboutOf('accounts.csv')).toEqual({
      format: 'accounts-csv',
      system: 'cms/example-site',
      collectedOn: '2026-11-20',
      digest: sha256,
    })
    expect((await accountsOf(fixture('accounts.csv'))).office).toMatchObject({ title: '=Front desk' })
  })

  it('needs no column but `login`, in any order', async () => {
    expect((await evidenceOf('mfa,login\r\nNone,a\r\n,b\r\n')).accounts).toEqual([
      { at: { line: 2, column: 6 }, login: 'a', mfa: 'none' },
      { at: { line: 3, column: 2 }, login: 'b' },
    ])
  })
})

it('each format is told from all others by its beginning', () => {
  const names = ['credential-report.csv', 'credential-report.json', 'authorization-details.json', 'github-graphql.json']
  const more = ['github-rest.json', 'github-lists.json', 'google-users.json', 'google-users.csv', 'entra-users.json']
  const rest = [
    'entra-registration.json',
    'entra-roles.json',
    'entra-assignments.json',
    'entra-users.csv',
    'accounts.csv',
  ]
  for (const name of [...names, ...more, ...rest]) {
    const head = { path: name, text: fixture(name).toString() }
    expect(
      accessFormats.filter(({ accepts }) => accepts(head)),
      name,
    ).toHaveLength(1)
  }
})
