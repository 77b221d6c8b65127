import { describe, expect, it, vi } from 'vitest'
import { plan, readText } from './plan.ts'
import { asked } from './table.ts'

vi.mock('../../../src/import/terraform/types/index.ts', () => import('./table.ts'))

const secret = 'PLANTED-hunter2'

const sample = plan(
  [
    {
      address: 'aws_db_instance.d',
      after: { engine: 'postgres', password: secret, name: secret, kms_key_id: secret, subnet_ids: [secret] },
      sensitive: { password: true, name: true, kms_key_id: true, subnet_ids: [true] },
    },
    {
      address: 'aws_s3_bucket.a',
      after: { bucket: 'b', tags: { token: secret }, acl: secret },
      sensitive: { tags: { token: true }, acl: true },
    },
    { address: 'random_password.p', after: { result: secret } },
    { address: 'unknown_type.u', after: { id: secret, name: secret } },
    { address: 'data.aws_s3_bucket.d', after: { body: secret }, actions: ['read'] },
  ],
  {
    providers: { aws: ['var.region'], 'aws.x': secret },
    variables: { region: secret, other: secret },
    sensitive: ['region'],
    calls: { 'module.m': { password: secret } },
    also: {
      output_changes: { o: { actions: ['create'], after: secret, after_sensitive: false } },
      prior_state: { values: { root_module: { resources: [{ address: 'x.y', values: { s: secret } }] } } },
      [secret]: { [secret]: secret },
    },
  },
)
const text = JSON.stringify(sample)

describe('a secret in a plan', () => {
  it('is in nothing that is read', async () => {
    const result = await readText(text)
    expect(result.ok).toBe(true)
    expect(JSON.stringify(result)).not.toContain(secret)
    const resource = asked.get('aws_db_instance.d')
    for (const path of ['kms_key_id', 'subnet_ids']) expect(resource?.get(path).open).toBe('sensitive')
    expect(asked.get('aws_s3_bucket.a')?.get('tags')).toEqual({ attribute: 'tags', is: {} })
  })

  it('is in no error, wherever the plan is broken', async () => {
    const places = [...text.matchAll(new RegExp(secret, 'g'))].map(({ index }) => index)
    expect(places.length).toBeGreaterThan(20)
    const broken = places.flatMap((at) => [
      ...['\n', '"', '\\', '\\u00zz', '\u0000', '}', ','].map(
        (bad) => text.slice(0, at + 4) + bad + text.slice(at + 4),
      ),
      text.slice(0, at - 1) + text.slice(at),
      text.slice(0, at + secret.length),
    ])
    for (const content of broken) {
      const result = await readText(content)
      expect(JSON.stringify(result)).not.toContain('hunter2')
      if (!result.ok) for (const { code } of result.problems) expect(code).toMatch(/^IMPORT_/)
    }
  })

  it('is in no error where it stands in place of something else', async () => {
    const swaps = ['"1.2"', '"managed"', '["create"]', '[{"address"', '{"aws":']
    for (const swap of swaps) {
      expect(text).toContain(swap)
      const result = await readText(text.replaceAll(swap, `"${secret}"`))
      expect(JSON.stringify(result)).not.toContain(secret)
    }
  })
})
