import { describe, expect, it } from 'vitest'
import { importAccessEvidence } from '../../../src/import/index.ts'
import { fixture, foreign, problemsOf } from './foreign.ts'

describe('what is no evidence is refused with the reason', () => {
  it.each([
    [
      'a page that asks to log in',
      '<!DOCTYPE html>\n<html><title>Sign in</title>',
      'IMPORT_FORMAT_UNKNOWN 1:1 The file is a web page or XML, such as a page that asks to log in',
    ],
    [
      'a report that is being made',
      '{"State": "STARTED", "Description": "No report exists."}',
      'IMPORT_FORMAT_UNKNOWN 1:1 The file says how far AWS is with the credential report, and is not the report',
    ],
    [
      'a report in Base64',
      Buffer.from('user,arn,user_creation_time\n').toString('base64'),
      'IMPORT_FORMAT_UNKNOWN 1:1 The file is a credential report in Base64',
    ],
    [
      'an error of the AWS command line',
      '\nAn error occurred (AccessDenied) when calling',
      'IMPORT_FORMAT_UNKNOWN 1:1 The file is an error of the AWS command line, and not what was asked for',
    ],
    [
      'an error of GitHub',
      '{\n  "message": "Bad credentials",\n  "status": "401"\n}',
      'IMPORT_FORMAT_UNKNOWN 1:1 The file is an error that the service answered with, and not what was asked for',
    ],
    [
      'an error of GraphQL',
      '{"data":{"organization":null},"errors":[{"type":"NOT_FOUND"}]}',
      'IMPORT_FORMAT_UNKNOWN 1:1 The file is an error that the service answered with, and not what was asked for',
    ],
    [
      'an error of Graph',
      '{"error":{"code":"Authorization_RequestDenied"}}',
      'IMPORT_FORMAT_UNKNOWN 1:1 The file is an error that the service answered with, and not what was asked for',
    ],
    [
      'columns with semicolons',
      'system;login;mfa\nx;y;none\n',
      'IMPORT_FORMAT_UNKNOWN 1:1 The columns are separated by semicolons or tabs',
    ],
    [
      'columns with tabs',
      'userPrincipalName\tdisplayName\n',
      'IMPORT_FORMAT_UNKNOWN 1:1 The columns are separated by semicolons or tabs',
    ],
    [
      'columns in another language',
      'Vorname,Nachname,E-Mail-Adresse\n',
      'IMPORT_FORMAT_UNKNOWN 1:1 The file is of no format that is known here',
    ],
    [
      'something else',
      '{"kind": "Something"}',
      'IMPORT_FORMAT_UNKNOWN 1:1 The file is of no format that is known here',
    ],
    ['nothing', '', 'IMPORT_EMPTY 1:1 The file is empty'],
  ])('%s', async (_, content, expected) => {
    expect(await problemsOf(content)).toEqual([expected])
  })

  it('UTF-16, whole or with its mark, and bytes that are no UTF-8', async () => {
    const text = fixture('accounts.csv').toString()
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    for (const bytes of [marked, Buffer.from(text, 'utf16le')])
      expect(await problemsOf(bytes)).toEqual([expect.stringContaining('IMPORT_ENCODING 1:1')])
    const late = Buffer.concat([
      Buffer.from('login,name\n'),
      Buffer.alloc(70_000, 'a,b\n').subarray(0, 70_000),
      Buffer.from([0xe9, 0x0a]),
    ])
    expect(await problemsOf(late)).toEqual(['IMPORT_ENCODING 17502:1 The file is not in UTF-8 from here on'])
  })
})

describe('what is not sound is refused where it is wrong', () => {
  const deep = `{"UserDetailList":[${'['.repeat(10_000)}`
  it.each([
    [
      'JSON that is cut off',
      '{"UserDetailList": [{"UserName": "a"',
      'IMPORT_TRUNCATED 1:37 The file ends in the middle',
    ],
    ['JSON that is nested too deep', deep, 'IMPORT_TOO_DEEP 1:218 Values are nested deeper than 200 levels'],
    [
      'JSON that is none',
      '{"UserDetailList": [nope]}',
      'IMPORT_SYNTAX 1:22 This is not JSON: `true`, `false` or `null` is expected here',
    ],
    [
      'details without users',
      '{"GroupDetailList": []}',
      'IMPORT_MALFORMED 1:1 There is no list of users (`UserDetailList`)',
    ],
    ['details of nobody', '{"UserDetailList": []}', 'IMPORT_NOTHING 1:1 The file lists no account'],
    [
      'a user without a name',
      '{"UserDetailList": [\n {"Arn": "arn:aws:iam::111122223333:user/a"}]}',
      'IMPORT_MALFORMED 2:2 A user or a role has no name (`UserName`, `Arn`)',
    ],
    [
      'several accounts of AWS',
      '{"UserDetailList": [{"UserName": "a", "Arn": "arn:aws:iam::111122223333:user/a"}, {"UserName": "b", "Arn": "arn:aws:iam::444455556666:user/b"}]}',
      'IMPORT_MALFORMED 1:1 The file is of several AWS accounts',
    ],
    [
      'a report without users',
      'arn,mfa_active\narn:aws:iam::111122223333:user/a,TRUE\n',
      'IMPORT_MALFORMED 1:1 The report has no column `user`',
    ],
    [
      'a report with a strange value',
      'user,arn,mfa_active\na,arn:aws:iam::111122223333:user/a,perhaps\n',
      'IMPORT_MALFORMED 2:36 `mfa_active` is neither TRUE, FALSE nor N/A, no_information or not_supported',
    ],
    [
      'a report with a date where a time should be',
      'user,arn,password_last_used\na,arn:aws:iam::111122223333:user/a,2026-01-01\n',
      'IMPORT_MALFORMED 2:36 `password_last_used` is neither a time nor N/A, no_information or not_supported',
    ],
    [
      'a report whose content is cut off',
      `{"ReportFormat":"text/csv","Content":"${Buffer.from('user,arn,mfa_active\na,arn').toString('base64')}"}`,
      'IMPORT_TRUNCATED 1:38 The file ends in the middle of a row (line 2 of the decoded report)',
    ],
    [
      'a report whose content is none',
      '{"Content": "%%%", "ReportFormat": "text/csv"}',
      'IMPORT_MALFORMED 1:13 `Content` is not in Base64',
    ],
    [
      'an account that is listed twice',
      'login\na\nb\na\n',
      'IMPORT_MALFORMED 4:1 The account of line 2 is listed a second time',
    ],
    [
      'errors of GraphQL beside an answer',
      '{"data":{"organization":{"membersWithRole":{"edges":[{"role":"ADMIN","node":{"login":"a"}}]}}},"errors":[{"message":"x"}]}',
      'IMPORT_MALFORMED 1:1 GitHub answered with errors',
    ],
    [
      'a member without a login',
      '{"githubOrganisation":"o","members":{"all":[{}]}}',
      'IMPORT_MALFORMED 1:45 A member has no `login`',
    ],
    [
      'a filter that GitHub does not have',
      '{"githubOrganisation":"o","members":{"owners":[{"login":"a"}]}}',
      'IMPORT_MALFORMED 1:1 `members` has a list that is none of GitHub’s',
    ],
    [
      'users of several customers',
      '{"kind":"admin#directory#users","users":[{"primaryEmail":"a@b","customerId":"C1"},{"primaryEmail":"c@d","customerId":"C2"}]}',
      'IMPORT_MALFORMED 1:1 The users are of several customers (`customerId`)',
    ],
    [
      'a user of Google without an address',
      '{"kind":"admin#directory#users","users":[{"id":"1"}]}',
      'IMPORT_MALFORMED 1:42 A user has no `primaryEmail`',
    ],
    [
      'an assignment that names nobody',
      '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#x","value":[{"principalId":"p","roleDefinitionId":"r"}]}',
      'IMPORT_MALFORMED 1:75 A role assignment does not name who has it (`principal`)',
    ],
    [
      'a role without members',
      '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#x","value":[{"roleTemplateId":"r"}]}',
      'IMPORT_MALFORMED 1:75 A role does not list who has it (`members`)',
    ],
    [
      'an answer of Graph about something else',
      '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#groups","value":[{"displayName":"g"}]}',
      'IMPORT_MALFORMED 1:80 A user has no `userPrincipalName`',
    ],
  ])('%s', async (_, content, expected) => {
    expect(await problemsOf(content)).toEqual([expected])
  })

  it('the CSV of accounts, with all that is wrong at once', async () => {
    const rows = [
      'system,login,kind,active,administrative,mfa,holders,holder_left_on,last_used_on,collected_on',
      'a,one,interactve,maybe,yes,somme,x;x,2026-02-30,soon,2026-11-20',
      'b,,service,no,no,none,x;,none,2026-11-20,2026-11-21',
      '',
    ]
    expect(await problemsOf(rows.join('\n'))).toEqual([
      'IMPORT_MALFORMED 2:7 `kind` "interactve" is none of its values',
      'IMPORT_MALFORMED 2:18 `active` "maybe" is neither yes nor no',
      'IMPORT_MALFORMED 2:28 `mfa` "somme" is none of its values',
      'IMPORT_MALFORMED 2:34 `holders` has a name twice',
      'IMPORT_MALFORMED 2:38 `holder_left_on` "2026-02-30" is no date',
      'IMPORT_MALFORMED 2:49 `last_used_on` "soon" is no date',
      'IMPORT_MALFORMED 3:3 `login` is empty',
      'IMPORT_MALFORMED 3:23 `holders` has an empty name',
      'IMPORT_MALFORMED 3:1 `system` is not the same in all rows',
      'IMPORT_MALFORMED 3:42 `collected_on` is not the same in all rows',
    ])
  })

  it('a column that is not known, with the one that was meant', async () => {
    const result = await importAccessEvidence(foreign('login,adminstrative,Email\na,yes,x\n'))
    expect(result).toMatchObject({
      problems: [
        {
          code: 'IMPORT_MALFORMED',
          message: 'There is no column "adminstrative"',
          hint: expect.stringContaining('"administrative"'),
          at: { line: 1, column: 7 },
        },
        { code: 'IMPORT_MALFORMED', message: 'There is no column "Email"', at: { line: 1, column: 21 } },
      ],
    })
  })
})

it('no value that may be a secret is in what is read or in what is said of it', async () => {
  const secret = 'wJalrEXAMPLEKEY'
  const planted = [
    fixture('google-users.json')
      .toString()
      .replace('"ipWhitelisted": false', `"password": "${secret}"`)
      .replace('private@elsewhere.example', secret),
    fixture('google-users.csv').toString().replaceAll('****', secret),
    fixture('entra-users.csv').toString().replace('NL', secret),
    fixture('authorization-details.json')
      .toString()
      .replace('"Tags": []', `"Tags": [{"Key": "k", "Value": "${secret}"}]`),
    fixture('github-rest.json').toString().replace('"gravatar_id": ""', `"token": "${secret}"`),
    fixture('credential-report.csv').toString().replace('eu-central-1', secret),
  ]
  for (const text of planted) {
    expect(text).toContain(secret)
    const read = await importAccessEvidence(foreign(text))
    expect(read.ok).toBe(true)
    expect(JSON.stringify(read)).not.toContain(secret)
    const cut = await importAccessEvidence(foreign(text.slice(0, text.indexOf(secret) + secret.length)))
    expect(JSON.stringify(cut)).not.toContain(secret)
    const damaged = await importAccessEvidence(foreign(text.replaceAll(secret, `${secret}" ${secret}`)))
    expect(JSON.stringify(damaged)).not.toContain(secret)
  }
})
