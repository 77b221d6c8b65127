import { describe, expect, it } from 'vitest'
import { importInfrastructure } from '../../src/import/index.ts'
import { foreign } from '../import/foreign.ts'
import { plan } from '../import/terraform/plan.ts'
import { asksOf } from '../setup/findings.ts'
import { descriptor, documentOf, lineIn, openOf, planWith, reportOf, resources } from './sample.ts'

const rds = 'aws_db_instance.main'
const bucket = 'aws_s3_bucket.files'

/** A plan as Terraform writes it, read by its importer. */
async function read(more: Readonly<Record<string, unknown>>) {
  const text = JSON.stringify(
    plan(
      [{ address: rds, after: { engine: 'postgres', storage_encrypted: true, publicly_accessible: false, ...more } }],
      {
        providers: { aws: 'us-east-1' },
      },
    ),
    undefined,
    2,
  )
  const result = await importInfrastructure(foreign('plans/real.json', text))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const line = lineIn(text, `"address": "${rds}"`, '"resource_changes"')
  return { document: result.value, near: [line - 1, line] }
}

describe('a plan of Terraform', () => {
  it('in another region than is declared is found, at its line', async () => {
    const { document, near } = await read({})
    const found = openOf(await reportOf(descriptor, [document])).find(({ rule }) => rule.endsWith('/region-declared'))
    expect(found?.message).toContain(`${rds} is planned in us-east-1 (US)`)
    expect(found?.at.line).toBe(lineIn(descriptor, 'region: eu-central-1', 'id: database'))
    expect(found?.alsoAt?.every(({ at }) => at.file === 'plans/real.json' && near.includes(at.line))).toBe(true)
  })

  it('with a value that is not encrypted, or null, fails by the default that the registry records', async () => {
    const origins = {
      replicate_source_db: null,
      snapshot_identifier: null,
      restore_to_point_in_time: [],
      s3_import: [],
    }
    for (const storage_encrypted of [false, null]) {
      const { document } = await read({ storage_encrypted, ...origins })
      const open = openOf(await reportOf(descriptor, [document]))
      expect(open.filter(({ rule }) => rule.endsWith('/encrypted-as-declared')).map(({ outcome }) => outcome)).toEqual([
        'fail',
      ])
    }
  })
})

describe('what is not set', () => {
  const said = async (attribute: string, type = 'aws_s3_bucket') => {
    const open = { attribute, open: 'not-set' } as const
    const report = await reportOf(descriptor, [documentOf(planWith({ [bucket]: { type, encryptedAtRest: open } }))])
    const found = report.findings.find(
      ({ rule, subject }) => rule === 'infrastructure/encrypted-as-declared' && subject.id === bucket,
    )
    return { report, found }
  }

  it('is what the registry records as the default, with its source and date', async () => {
    const { report, found } = await said('server_side_encryption_configuration')
    expect(found?.outcome).toBe('pass')
    const fact = found?.facts.find(({ name }) => name === 'encryptedAtRest')
    expect(fact?.origins.map((place) => report.origins[place])).toMatchObject([
      { kind: 'stated', text: `${bucket}: server_side_encryption_configuration` },
      { kind: 'registry', source: 'aws-s3-encryption', checkedOn: '2026-11-23' },
    ])
  })

  it.each([
    ['another attribute', 'encrypted', 'aws_s3_bucket'],
    ['another type', 'server_side_encryption_configuration', 'aws_s3_directory_bucket'],
  ])('is unknown for %s', async (_, attribute, type) => {
    const { report, found } = await said(attribute, type)
    expect(found?.outcome).toBe('unknown')
    expect(asksOf(report, found)[0]?.ask).toBe(
      `\`${attribute}\` of ${bucket} is not set, and the registry records no default for it: set it in the infrastructure code.`,
    )
  })

  it.each([
    ['after-apply', 'is known only after apply'],
    ['sensitive', 'is hidden as sensitive'],
    ['not-in-file', 'is not in the file'],
    ['not-understood', 'is set to something that is not understood here'],
  ] as const)('%s: %s', async (open, words) => {
    const changed = { [bucket]: { ...resources[bucket], exposed: { attribute: 'acl', open } } }
    const report = await reportOf(descriptor, [documentOf(planWith(changed))])
    const [found] = openOf(report)
    expect(found?.outcome).toBe('unknown')
    expect(asksOf(report, found)[0]?.ask).toContain(words)
  })
})
