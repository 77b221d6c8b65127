import { beforeAll, describe, expect, it } from 'vitest'
import { visitorAddresses } from '../../src/derive/assets.ts'
import { readShipped } from '../../src/io/shipped.ts'
import { impliedAsset } from '../../src/load/ids.ts'
import { loadWorkspaces } from '../../src/load/workspace.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { SourceFile } from '../../src/model/location.ts'

const head = 'apiVersion: douane/v1\nkind: Engagement\nid: x\ntitle: X\ncontext: client-system\n'
const shipped = readShipped()
const fileOf = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) })

async function problemsBeside(registry: readonly SourceFile[], lines: readonly string[]) {
  const files = [fileOf('x.yaml', `${head}${lines.join('\n')}\n`)]
  const { problems } = await loadWorkspaces({ files, shipped, rules: [], registry })
  return problems
}

const problemsIn = (...lines: readonly string[]): Promise<readonly Diagnostic[]> => problemsBeside([], lines)

/** A bad reference of each kind, alone on its line, with the code, the line of the file and the hint that it gets. */
const table: readonly (readonly [string, readonly string[], string, number, string | RegExp])[] = [
  [
    'the entity of a party',
    ['parties:', '  - { id: p, entity: aws/aws-incc }'],
    'REFERENCE_UNKNOWN',
    7,
    'Did you mean "aws/aws-inc"?',
  ],
  ['the country of a party', ['parties:', '  - { id: p, country: UK }'], 'VALUE_NOT_ALLOWED', 7, 'Did you mean "GB"?'],
  [
    'the country of a parent',
    ['parties:', '  - { id: p, parentCountry: XX }'],
    'VALUE_NOT_ALLOWED',
    7,
    /^Use a code of ISO 3166-1/,
  ],
  [
    'the purpose of a role',
    ['parties:', '  - { id: p, roles: [{ role: processor, purpose: hostng }] }'],
    'TERM_UNKNOWN',
    7,
    'Did you mean "hosting"?',
  ],
  [
    'the data of a role',
    ['data: [{ id: crm }]', 'parties:', '  - { id: p, roles: [{ role: processor, data: [crn] }] }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "crm"?',
  ],
  [
    'the employer of a person',
    ['parties: [{ id: desk }]', 'people:', '  - { id: a, employer: dsk }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "desk"?',
  ],
  [
    'where a person works',
    ['people:', '  - { id: a, employer: firm, worksFrom: [UK] }'],
    'VALUE_NOT_ALLOWED',
    7,
    'Did you mean "GB"?',
  ],
  ['a category', ['data:', '  - { id: d, categories: [nam] }'], 'TERM_UNKNOWN', 7, 'Did you mean "name"?'],
  [
    'a group of people',
    ['data:', '  - { id: d, subjects: [customer] }'],
    'TERM_UNKNOWN',
    7,
    'Did you mean "customers"?',
  ],
  ['what data was made from', ['data:', '  - { id: d, derivedFrom: [e] }'], 'REFERENCE_UNKNOWN', 7, 'Use "d".'],
  [
    'the owner of data',
    ['parties: [{ id: client }]', 'data:', '  - { id: d, owner: clint }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "client"?',
  ],
  [
    'who holds a key',
    ['data:', '  - { id: d, state: encrypted, keyHolders: [awss] }'],
    'REFERENCE_UNKNOWN',
    7,
    'Did you mean "aws"?',
  ],
  ['a provider', ['components:', '  - { id: c, service: awss/ec2 }'], 'PROVIDER_UNKNOWN', 7, 'Did you mean "aws"?'],
  ['a service', ['components:', '  - { id: c, service: aws/ec3 }'], 'SERVICE_UNKNOWN', 7, 'Did you mean "aws/ec2"?'],
  [
    'a region',
    ['components:', '  - { id: c, service: aws/ec2, region: eu-centrl-1 }'],
    'REGION_UNKNOWN',
    7,
    'Did you mean "eu-central-1"?',
  ],
  [
    'an endpoint scope',
    ['components:', '  - { id: c, service: aws/bedrock, endpointScope: globl }'],
    'REFERENCE_UNKNOWN',
    7,
    'Did you mean "global"?',
  ],
  [
    'a contracting entity',
    ['components:', '  - { id: c, service: aws/ec2, entity: aws-emae }'],
    'REFERENCE_UNKNOWN',
    7,
    'Did you mean "aws-emea"?',
  ],
  [
    'what a component holds',
    ['data: [{ id: crm }]', 'components:', '  - { id: c, service: none, holds: [crn] }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "crm"?',
  ],
  [
    'who operates',
    ['parties: [{ id: client }]', 'components:', '  - { id: c, service: none, operatedBy: clint }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "client"?',
  ],
  [
    'the purpose of a component',
    ['components:', '  - { id: c, service: none, purpose: hostng }'],
    'TERM_UNKNOWN',
    7,
    'Did you mean "hosting"?',
  ],
  [
    'a place',
    ['components:', '  - { id: c, service: none, locations: { storage: [EL] } }'],
    'VALUE_NOT_ALLOWED',
    7,
    'Did you mean "GR"?',
  ],
  [
    'where a flow comes from',
    ['components: [{ id: shop, service: none }]', 'flows:', '  - { id: f, from: shp, to: shop }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "shop"?',
  ],
  [
    'where a flow goes',
    ['components: [{ id: shop, service: none }]', 'flows:', '  - { id: f, from: shop, to: shp }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "shop"?',
  ],
  [
    'what a flow carries',
    ['components: [{ id: a, service: none }]', 'flows:', '  - { id: f, from: a, to: a, data: [visitor-ip-adresses] }'],
    'REFERENCE_UNKNOWN',
    8,
    /visitor-ip-addresses/,
  ],
  [
    'who has remote access',
    ['components: [{ id: a, service: none }]', 'remoteAccess:', '  - { id: r, by: desk, to: [a] }'],
    'REFERENCE_UNKNOWN',
    8,
    /./,
  ],
  [
    'what remote access is to',
    ['components: [{ id: db, service: none }]', 'remoteAccess:', '  - { id: r, by: firm, to: [dbb] }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "db"?',
  ],
  [
    'the component of an AI use',
    ['components: [{ id: model, service: none }]', 'aiUses:', '  - { id: u, component: modl }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "model"?',
  ],
  [
    'an exporter',
    ['safeguards:', '  - { id: s, exporter: frm, importer: aws }'],
    'REFERENCE_UNKNOWN',
    7,
    'Did you mean "firm"?',
  ],
  [
    'an importer in a country',
    ['safeguards:', '  - { id: s, exporter: firm, importer: aws@UK }'],
    'VALUE_NOT_ALLOWED',
    7,
    'Did you mean "GB"?',
  ],
  ['the party of an agreement', ['agreements:', '  - { id: a, parties: [firm, clint] }'], 'REFERENCE_UNKNOWN', 7, /./],
  [
    'an agreement',
    [
      'agreements: [{ id: msa, parties: [firm, aws] }]',
      'components:',
      '  - { id: c, service: none, context: { is: client-system, agreement: mas } }',
    ],
    'REFERENCE_UNKNOWN',
    8,
    'Use "msa".',
  ],
  [
    'the holder of an account',
    ['people: [{ id: anna, employer: firm }]', 'accounts:', '  - { id: a, holders: [ana] }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "anna"?',
  ],
  [
    'what an account administers',
    ['components: [{ id: shop, service: none }]', 'accounts:', '  - { id: a, administers: [shp] }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "shop"?',
  ],
  [
    'the document with the security measures',
    ['agreements: [{ id: sla }]', 'security:', '  measures: { agreement: sle }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "sla"?',
  ],
  [
    'the document that agrees a commitment',
    ['agreements: [{ id: sla }]', 'security:', '  commitments: [{ id: k, agreed: { agreement: sle } }]'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "sla"?',
  ],
  [
    'the document with the controls of development',
    ['agreements: [{ id: sla }]', 'security:', '  development: { controls: { agreement: sle } }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "sla"?',
  ],
  [
    'who holds the keys of a component',
    ['parties: [{ id: shop }]', 'components:', '  - { id: c, service: none, encryption: { keyHolders: [shp] } }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "shop"?',
  ],
  [
    'what a model makes',
    ['data: [{ id: texts }]', 'components: [{ id: c }]', 'aiUses:', '  - { id: a, component: c, outputs: [text] }'],
    'REFERENCE_UNKNOWN',
    9,
    'Did you mean "texts"?',
  ],
  [
    'what the firm maintains',
    [
      '---',
      'apiVersion: douane/v1',
      'kind: Firm',
      'id: more',
      'extends: imageplus',
      'maintenance: { patchManagement: { covers: [aws/ec3, anything] } }',
    ],
    'SERVICE_UNKNOWN',
    11,
    'Did you mean "aws/ec2"?',
  ],
]

/** The same for tags and assurance. */
const analytics: typeof table = [
  [
    'the site of a tag',
    ['components: [{ id: shop }]', 'tags:', '  - { id: t, on: shp }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "shop"?',
  ],
  [
    'what receives from a tag',
    ['components: [{ id: shop }]', 'tags:', '  - { id: t, component: shp }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "shop"?',
  ],
  [
    'what a container loads',
    ['tags:', '  - { id: pixel }', '  - { id: t, loads: [pixl] }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "pixel"?',
  ],
  [
    'the document of a tag',
    ['agreements: [{ id: annex }]', 'tags:', '  - { id: t, documented: { agreement: anex } }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "annex"?',
  ],
  [
    'the entity of accepted terms',
    ['tags:', '  - { id: t, termsAccepted: { with: aws/aws-incc } }'],
    'REFERENCE_UNKNOWN',
    7,
    'Did you mean "aws/aws-inc"?',
  ],
  [
    'who mandates',
    ['parties: [{ id: client }]', 'assurance: { audits: [', '  { id: a, mandatedBy: clint }] }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "client"?',
  ],
  [
    'who audits',
    ['parties: [{ id: client }]', 'assurance: { audits: [', '  { id: a, auditor: clint }] }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "client"?',
  ],
  [
    'the conditions of an audit',
    ['agreements: [{ id: dpa }]', 'assurance: { audits: [', '  { id: a, conditions: { agreement: dpo } }] }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "dpa"?',
  ],
  [
    'who is given a policy',
    ['parties: [{ id: client }]', 'assurance: { sharedPolicies: [', '  { id: a, with: clint }] }'],
    'REFERENCE_UNKNOWN',
    8,
    'Did you mean "client"?',
  ],
]

describe('a bad reference', () => {
  it.each([...table, ...analytics])('to %s', async (_, lines, code, line, hint) => {
    const problems = await problemsIn(...lines)
    expect(problems.map((one) => [one.code, one.at?.line])).toEqual([[code, line]])
    if (typeof hint === 'string') expect(problems[0]?.hint).toBe(hint)
    else expect(problems[0]?.hint).toMatch(hint)
  })
})

describe('ids', () => {
  it.each<[string, readonly string[], number]>([
    ['two of one list', ['data:', '  - { id: d }', '  - { id: d }'], 8],
    ['a party and a component', ['parties: [{ id: p }]', 'components:', '  - { id: p, service: none }'], 8],
    ['a party and a person', ['parties: [{ id: p }]', 'people:', '  - { id: p, employer: firm }'], 8],
    ['the firm', ['parties:', '  - { id: firm }'], 7],
    ['no agreement', ['agreements:', '  - { id: none, parties: [firm, aws] }'], 7],
    ['no component', ['components:', '  - { id: none, service: none }'], 7],
    ['two tags', ['tags:', '  - { id: t }', '  - { id: t }'], 8],
    ['two audits', ['assurance:', '  audits:', '    - { id: a }', '    - { id: a }'], 9],
    ['two shared policies', ['assurance:', '  sharedPolicies:', '    - { id: a }', '    - { id: a }'], 9],
    ['the implied asset', ['data:', '  - { id: visitor-ip-addresses }'], 7],
  ])('that cannot be told apart: %s', async (_, lines, line) => {
    const problems = await problemsIn(...lines)
    expect(problems.map(({ code, at }) => [code, at?.line])).toEqual([['ID_DUPLICATE', line]])
  })

  const firm = fileOf(
    'firm.yaml',
    'apiVersion: douane/v1\nkind: Firm\nid: own\nextends: imageplus\nfictional: true\npeople: [{ id: anna }]\n',
  )

  it.each<[string, readonly string[]]>([
    ['a person', ['people:', '  - { id: anna, employer: firm, boundToConfidentiality: true }']],
    ['a party', ['parties:', '  - { id: anna, country: BE }']],
  ])('that the firm has given to somebody: %s', async (_, lines) => {
    const problems = await problemsBeside([firm], lines)
    expect(problems.map(({ code, at }) => [code, at?.file, at?.line])).toEqual([['ID_DUPLICATE', 'x.yaml', 7]])
    expect(problems[0]?.message).toBe('The id "anna" is there already, in firm.yaml at line 6')
    expect(await problemsBeside([firm], ['accounts:', '  - { id: a, holders: [anna] }'])).toEqual([])
  })
})

describe('what a registry document says of a place', () => {
  const dated = 'source: [gdpr], checkedOn: 2026-11-22, reviewBy: 2027-11-22'
  const member = (code: string) => `  - { codes: [${code}], eea: member, eu: true, kind: country, ${dated} }`
  const decision = (code: string) =>
    `  - { id: own-${code.toLowerCase()}, code: ${code}, regime: eu-gdpr, instrument: x, adoptedOn: 2026-01-01, from: 2026-01-01, until: none, scope: all, ${dated} }`

  // Whatever its id: the order in which documents are read decides nothing.
  describe.each(['aaa', 'zzz'])('in a document of the id %s', (id) => {
    it.each<[string, readonly string[], string]>([
      ['where it belongs', ['jurisdictions:', member('IN')], 'What "IN" belongs to is there already'],
      ['twice', ['jurisdictions:', member('XK'), member('XK')], 'What "XK" belongs to is there already'],
      ['a decision', ['adequacy:', decision('US')], 'A decision on "US" under eu-gdpr is there already'],
    ])('is not what the registry says already: %s', async (_, lines, message) => {
      const text = `apiVersion: douane/v1\nkind: Jurisdictions\nid: ${id}\n${lines.join('\n')}\n`
      const problems = await problemsBeside([fileOf('own.yaml', text)], ['parties: []'])
      expect(problems).not.toEqual([])
      expect(problems[0]?.code).toBe('ID_DUPLICATE')
      expect(problems[0]?.message).toContain(message)
    })
  })

  it('is added where it says nothing', async () => {
    const text = `apiVersion: douane/v1\nkind: Jurisdictions\nid: own\nadequacy:\n${decision('KE')}\n`
    expect(await problemsBeside([fileOf('own.yaml', text)], ['parties: []'])).toEqual([])
  })
})

describe('a tag that loads others', () => {
  const components =
    'components: [{ id: shop, service: none }, { id: gtm, service: google-tag-manager/container }, { id: open }]'
  const loading = async (tag: string) => {
    const problems = await problemsIn(components, 'tags:', '  - { id: pixel }', `  - { id: t, ${tag} }`)
    return problems.map(({ code, at }) => [code, at?.line])
  }

  it.each(['kind: marketing, component: shop, loads: [pixel]', 'kind: analytics, component: none, loads: [pixel]'])(
    'is no container: %s',
    async (tag) => {
      expect(await loading(tag)).toEqual([['CONTRADICTION', 9]])
    },
  )

  it.each([
    'kind: tag-container, component: shop, loads: [pixel]',
    'kind: marketing, component: gtm, loads: [pixel]',
    'kind: marketing, component: open, loads: [pixel]',
    'kind: marketing, loads: [pixel]',
    'component: shop, loads: [pixel]',
    'kind: marketing, component: shop, loads: []',
    'kind: marketing, component: none',
  ])('is one, or may be, or loads nothing: %s', async (tag) => {
    expect(await loading(tag)).toEqual([])
  })
})

describe('the addresses of visitors', () => {
  let problems: readonly Diagnostic[]
  beforeAll(async () => {
    problems = await problemsIn(
      'components:',
      '  - { id: a, service: none, publicFacing: true }',
      '  - { id: b, service: none }',
      'flows:',
      '  - { id: f, from: a, to: b, data: [visitor-ip-addresses] }',
      'remoteAccess:',
      '  - { id: r, by: firm, to: [a], data: [visitor-ip-addresses] }',
    )
  })

  it('have the id that they are derived with', () => {
    expect(impliedAsset).toBe(visitorAddresses)
  })

  it('may be named where data moves or is seen, without being declared', () => {
    expect(problems).toEqual([])
  })
})
