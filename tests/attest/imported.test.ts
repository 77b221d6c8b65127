import { describe, expect, it } from 'vitest'
import { importAccessEvidence } from '../../src/import/index.ts'
import type { AccessEvidence } from '../../src/model/generated/access-evidence.ts'
import type { Bundle } from '../../src/model/generated/bundle.ts'
import type { Document } from '../../src/model/location.ts'
import { asJson } from '../../src/render/json.ts'
import { foreign } from '../import/access/foreign.ts'
import { codesOf, newPair, signed, sources, verified } from './house.ts'

const csv = 'system,login,kind,active,mfa,collected_on\nshop,anna,interactive,yes,none,2026-11-20T10:00:00Z\n'
const keys = newPair('ed25519')

async function evidenceOf(text: string): Promise<Document<AccessEvidence>> {
  const result = await importAccessEvidence(foreign(text, 'exports/shop.csv'))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const given = async (text: string) => ({ ...sources, accessEvidence: [await evidenceOf(text)] })

describe('evidence that was signed with its engagement', async () => {
  const shown = await given(csv)
  const { envelope, bundle, report, statement } = await signed(keys.private, shown)

  it('is in the bundle, and decides the same again', async () => {
    const found = await verified(bundle, keys.public, { added: [] })
    expect(codesOf(found)).toEqual([])
    expect(asJson(found.again)).toBe(asJson({ ...report }))
    expect(found.again?.accessEvidence).toMatchObject([{ file: 'exports/shop.csv', system: 'shop', accounts: 1 }])
  })

  it('is verified by its file, and named with its digest', async () => {
    expect(codesOf(await verified(envelope, keys.public, {}, shown))).toEqual([])
    const { configuration } = statement.predicate
    expect(configuration).toContainEqual({ name: 'evidence', digest: { sha256: report.digests.evidence } })
    expect(configuration.find(({ name }) => name === 'exports/shop.csv')?.annotations).toEqual({ input: 'evidence' })
  })

  it.each([
    ['another', csv.replace('none', 'passkey')],
    ['one that says the same and is written otherwise', `${csv}\n`],
  ])('is refused where it is %s', async (_, text) => {
    expect(codesOf(await verified(envelope, keys.public, {}, await given(text)))).toContain('EVIDENCE_CHANGED')
  })

  it('is refused where it is missing, and where a bundle says something else', async () => {
    expect(codesOf(await verified(envelope, keys.public))).toContain('EVIDENCE_CHANGED')
    const changed = structuredClone(bundle) as { -readonly [K in keyof Bundle]: Bundle[K] }
    const added = changed.inputs.added.map((one) => ({
      ...one,
      text: one.text.replace('"mfa":"none"', '"mfa":"passkey"'),
    }))
    changed.inputs = { ...changed.inputs, added }
    expect(codesOf(await verified(changed, keys.public))).toEqual(['EVIDENCE_CHANGED'])
  })
})

it('a plan is bound as evidence is', async () => {
  const plan = {
    file: 'plan.json',
    index: 0,
    value: {
      apiVersion: 'douane/v1',
      kind: 'Infrastructure',
      format: 'terraform-plan',
      resources: [],
      digest: 'a'.repeat(64),
    },
    at: () => ({ file: 'plan.json', line: 1, column: 1, endLine: 1, endColumn: 1 }),
  } as unknown as NonNullable<typeof sources.infrastructure>[number]
  const { envelope, bundle } = await signed(keys.private, { ...sources, infrastructure: [plan] })
  expect(codesOf(await verified(bundle, keys.public, { added: [] }))).toEqual([])
  expect(codesOf(await verified(envelope, keys.public))).toEqual(['PLAN_CHANGED'])
})
