/** Stating a key of a descriptor never turns round what evidence decides, at any time. */
import { expect, it } from 'vitest'
import { derive } from '../../src/derive/index.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import { subjectsAt } from '../../src/model/validity.ts'
import { optionalKeys, without } from '../properties/keys.ts'
import { soundness } from '../properties/laws.ts'
import { fileAt, pipelineWith } from '../properties/pipeline.ts'
import { imported } from './checking.ts'

const pipeline = await pipelineWith([fileAt('tests/properties/fixtures/fictional.yaml')])
const documents = await imported({
  'shop.csv':
    'system,login,kind,active,administrative,mfa,holders,owner,holder_left_on,revoked_on,collected_on\n' +
    'shop,anna,interactive,yes,yes,some,Anna,,none,,2026-11-20T10:00:00Z\n' +
    'shop,bert,interactive,yes,,none,Bert,,2026-11-19T10:00:00Z,,2026-11-20T10:00:00Z\n' +
    'shop,cleo,interactive,no,no,none,Cleo;Dora,,2026-11-01T10:00:00Z,2026-11-01T12:00:00Z,2026-11-20T10:00:00Z\n' +
    'shop,robot,service,yes,,,,none,,,2026-11-20T10:00:00Z\n' +
    'shop,ghost,interactive,yes,yes,none,,,,,2026-11-20T10:00:00Z\n',
  'undated.csv': 'system,login,kind,active,mfa\ntill,emil,interactive,yes,none\n',
})

const account = (id: string, login: string, more: object) => ({
  id,
  kind: 'interactive',
  organisation: 'firm',
  administers: ['web'],
  administrative: true,
  grants: ['deploy'],
  roleNeeds: ['deploy'],
  mfa: 'passkey',
  mfaVerifiedOn: '2026-10-01',
  grantedFor: 'sample',
  revokedOn: 'none',
  samePromise: true,
  logins: [`shop:${login}`],
  ...more,
})

const engagement = {
  apiVersion: 'douane/v1',
  kind: 'Engagement',
  id: 'sample',
  title: 'Sample',
  context: 'client-system',
  starts: '2026-01-01',
  ends: '2027-01-01',
  parties: [{ id: 'client', country: 'BE', role: 'controller' }],
  people: [{ id: 'anna', employer: 'firm', worksFrom: ['BE'], boundToConfidentiality: true }],
  data: [],
  components: [
    { id: 'web', service: 'none', operatedBy: 'firm', contractedBy: 'client', holds: [], purpose: 'hosting' },
  ],
  flows: [],
  remoteAccess: [],
  accounts: [
    account('anna', 'anna', { holders: ['anna'] }),
    account('bert', 'bert', { grantedFor: 'another', grantedForEnds: '2026-11-10', revokedOn: '2026-11-19' }),
    account('cleo', 'cleo', { administrative: false, grantedFor: 'another', grantedForEnds: 'none' }),
    account('robot', 'robot', { kind: 'service', owner: 'anna' }),
    account('emil', 'emil', { logins: ['till:emil'] }),
  ],
  accessEvidence: [
    { system: 'shop', organisation: 'firm', samePromise: true, grantedFor: 'sample', administers: ['web'] },
    { system: 'till', organisation: 'firm', collectedOn: '2026-11-18T10:00:00Z', files: ['till/*.csv'] },
  ],
} as unknown as Engagement

/** Keys by which something is told from something else: without them, these are others. */
const identities = new Set(['logins', 'accounts', 'accessEvidence', 'people', 'parties'])

const instants = ['2026-11-20T09:59:59Z', '2026-11-22T12:00:00Z', '2026-12-18T10:00:00Z', '2026-12-20T10:00:00Z'].map(
  (text) => Date.parse(text),
)

function outcomesOf(value: Engagement, asOf: number): ReadonlyMap<string, string> {
  const { subjects } = derive({ ...pipeline.workspace(value), accessEvidence: documents })
  const found = new Map<string, string>()
  for (const subject of subjectsAt(subjects, asOf)) {
    pipeline.plan.visit(subject, asOf, (rule, outcome) => found.set(`${rule.id} on ${subject.id}`, outcome.kind))
  }
  return found
}

it.each(instants)('at %d', (asOf) => {
  const whole = outcomesOf(engagement, asOf)
  const keys = optionalKeys(engagement).filter(({ path }) => !identities.has(String(path.at(-1))))
  expect(keys.length).toBeGreaterThan(60)
  const turned = keys.flatMap(({ path }) =>
    [...outcomesOf(without(engagement, path), asOf)].flatMap(([what, before]) => {
      const after = whole.get(what)
      const law = soundness[before as keyof typeof soundness]
      return after !== undefined && law.includes(after as never)
        ? [`${path.join('.')}: ${what}: ${before} -> ${after}`]
        : []
    }),
  )
  expect(turned).toEqual([])
})
