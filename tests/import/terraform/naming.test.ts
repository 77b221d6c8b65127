import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Around, readPlan, type Wanted } from './plan.ts'
import { asked } from './table.ts'

vi.mock('../../../src/import/terraform/types/index.ts', () => import('./table.ts'))

beforeEach(() => asked.clear())

const key = (address: string, after: Wanted['after'] = {}): Wanted => ({
  address,
  after,
  unknown: after?.arn === undefined ? { arn: true, id: true } : {},
})
const later = { unknown: { kms_key_id: true } }

/** The addresses that an attribute of `aws_db_instance.d`, or of another, names; or why that is open. */
async function named(
  resources: readonly Wanted[],
  { path = 'kms_key_id', of = 'aws_db_instance.d', around = {} }: { path?: string; of?: string; around?: Around } = {},
) {
  await readPlan(resources, around)
  const found = asked.get(of)?.named(path)
  return found?.is?.map(({ address }) => address) ?? found?.open
}

describe('what an attribute names', () => {
  const db = (more: Partial<Wanted> = {}): Wanted => ({ address: 'aws_db_instance.d', ...later, ...more })

  it('is what the code refers to, while its id is not known', async () => {
    const refs = { kms_key_id: ['aws_kms_key.k.arn'] }
    expect(await named([key('aws_kms_key.k'), key('aws_kms_key.other'), db({ refs })])).toEqual(['aws_kms_key.k'])
  })

  it('is not known where the code may mean one of several', async () => {
    const keys = [key('aws_kms_key.k'), key('aws_kms_key.k2')]
    const either = { kms_key_id: ['aws_kms_key.k.arn', 'aws_kms_key.k2.arn'] }
    expect(await named([...keys, db({ refs: either })])).toBe('after-apply')
    expect(await named([...keys, db({ refs: { kms_key_id: ['aws_kms_key.k.arn', 'local.x'] } })])).toBe('after-apply')
    expect(await named([...keys, db()])).toBe('after-apply')
  })

  it('is the one whose id, ARN or name the value is', async () => {
    const keys = [
      key('aws_kms_key.k', { arn: 'arn:aws:kms:1', name: 'n' }),
      key('aws_kms_key.l', { arn: 'arn:aws:kms:2' }),
    ]
    const value = (text: string) => named([...keys, db({ after: { kms_key_id: text }, unknown: {} })])
    expect(await value('arn:aws:kms:2')).toEqual(['aws_kms_key.l'])
    expect(await value('n')).toEqual(['aws_kms_key.k'])
    expect(await value('arn:aws:kms:elsewhere')).toEqual([])
  })

  it('is not known where the value ends in the name of one whose id is not known', async () => {
    const value = db({ after: { kms_key_id: 'arn:aws:s3:::logs' }, unknown: {} })
    expect(await named([{ address: 'aws_s3_bucket.b', after: { bucket: 'logs' } }, value])).toBe('not-understood')
    const other = { address: 'aws_s3_bucket.b', after: { bucket: 'logs', arn: 'arn:x', id: 'x', self_link: 'x' } }
    expect(await named([other, value])).toEqual([])
  })

  it('is not known where two share the name', async () => {
    const keys = [key('aws_kms_key.k', { name: 'n' }), key('aws_kms_key.l', { name: 'n' })]
    const known = db({ after: { kms_key_id: 'n' }, unknown: {} })
    expect(await named([...keys, known])).toBe('not-understood')
    expect(await named([...keys, { ...known, refs: { kms_key_id: ['aws_kms_key.l.name'] } }])).toEqual([
      'aws_kms_key.l',
    ])
  })

  it('is none where it is not set, and hidden where it is sensitive', async () => {
    expect(await named([db({ after: { kms_key_id: null }, unknown: {} })])).toBe('not-set')
    expect(await named([db({ after: { kms_key_id: 'x' }, sensitive: { kms_key_id: true } })])).toBe('sensitive')
  })

  it('has the key that the reference has', async () => {
    const keys = [key('aws_kms_key.k[0]'), key('aws_kms_key.k[1]')]
    expect(await named([...keys, db({ refs: { kms_key_id: ['aws_kms_key.k[1].arn'] } })])).toEqual(['aws_kms_key.k[1]'])
    expect(await named([...keys, db({ refs: { kms_key_id: ['aws_kms_key.k'] } })])).toBe('after-apply')
  })

  it('has the same key as what is repeated, where the code says each.key or count.index', async () => {
    const of = 'aws_db_instance.d["b"]'
    const resources = ['a', 'b'].flatMap((one) => [
      key(`aws_kms_key.k["${one}"]`),
      { ...db({ refs: { kms_key_id: ['aws_kms_key.k', 'each.key'] } }), address: `aws_db_instance.d["${one}"]` },
    ])
    expect(await named(resources, { of })).toEqual(['aws_kms_key.k["b"]'])
    const chained = resources.map((one) =>
      one.refs === undefined ? one : { ...one, refs: { kms_key_id: ['each.value.arn'] }, forEach: ['aws_kms_key.k'] },
    )
    expect(await named(chained, { of })).toEqual(['aws_kms_key.k["b"]'])
  })

  it('is followed through inputs and outputs of modules, instance by instance', async () => {
    const of = 'module.db["x"].aws_db_instance.d'
    const resources = ['x', 'y'].flatMap((one) => [
      key(`module.keys["${one}"].aws_kms_key.k`),
      { address: `module.db["${one}"].aws_db_instance.d`, ...later, refs: { kms_key_id: ['var.key'] } },
    ])
    const around: Around = {
      calls: { 'module.db': { key: ['module.keys', 'each.key'] } },
      outputs: { 'module.keys': { arn: ['aws_kms_key.k.arn'] } },
    }
    // The plan does not say which output is taken: only that something of the module is.
    expect(await named(resources, { of, around })).toBe('after-apply')
    const told = { ...around, calls: { 'module.db': { key: ['module.keys["y"].arn'] } } }
    expect(await named(resources, { of, around: told })).toEqual(['module.keys["y"].aws_kms_key.k'])
  })

  it('is all of a list, if every element can be told', async () => {
    const keys = [key('aws_kms_key.a'), key('aws_kms_key.b')]
    const refs = { subnet_ids: ['aws_kms_key.a.id', 'aws_kms_key.b.id'] }
    const list = { after: { subnet_ids: [null, null] }, unknown: { subnet_ids: [true, true] } }
    expect(await named([...keys, db({ ...list, refs })], { path: 'subnet_ids' })).toEqual([
      'aws_kms_key.a',
      'aws_kms_key.b',
    ])
    const one = { after: { subnet_ids: [null] }, unknown: { subnet_ids: [true] } }
    expect(await named([...keys, db({ ...one, refs })], { path: 'subnet_ids' })).toBe('after-apply')
  })
})

describe('the parts of a resource', () => {
  const bucket = (address: string, name?: string): Wanted => ({
    address,
    after: name === undefined ? {} : { bucket: name },
    unknown: { id: true, ...(name === undefined && { bucket: true }) },
  })
  const policy = (address: string, more: Partial<Wanted>): Wanted => ({ address, ...more })
  const unsaid = { unknown: { bucket: true } }

  async function parts(resources: readonly Wanted[], of = 'aws_s3_bucket.a') {
    await readPlan(resources)
    const found = asked.get(of)?.parts('aws_s3_bucket_policy')
    return found?.is?.map(({ address }) => address) ?? found?.open
  }

  it('are those that name it, by reference or by value, and no others', async () => {
    const resources = [
      bucket('aws_s3_bucket.a', 'one'),
      bucket('aws_s3_bucket.b'),
      policy('aws_s3_bucket_policy.p', { after: { bucket: 'one' } }),
      policy('aws_s3_bucket_policy.q', { ...unsaid, refs: { bucket: ['aws_s3_bucket.b.id'] } }),
    ]
    const elsewhere = { after: { bucket: 'elsewhere' } }
    expect(await parts([...resources, policy('aws_s3_bucket_policy.r', elsewhere)])).toEqual(['aws_s3_bucket_policy.p'])
    expect(await parts(resources, 'aws_s3_bucket.b')).toEqual(['aws_s3_bucket_policy.q'])
    // A bucket whose name is not known may be called so.
    expect(await parts([...resources, policy('aws_s3_bucket_policy.r', elsewhere)], 'aws_s3_bucket.b')).toBe(
      'not-understood',
    )
    const read = { ...elsewhere, refs: { bucket: ['data.aws_s3_bucket.other.id'] } }
    expect(await parts([...resources, policy('aws_s3_bucket_policy.r', read)], 'aws_s3_bucket.b')).toEqual([
      'aws_s3_bucket_policy.q',
    ])
  })

  it.each([
    ['after apply', unsaid, 'after-apply'],
    ['not in the file', {}, 'not-in-file'],
    ['sensitive', { after: { bucket: 'one' }, sensitive: { bucket: true } }, 'sensitive'],
    ['not set, though it must be', { after: { bucket: null } }, 'not-understood'],
  ] as const)('are not known while one does not tell what it belongs to: %s', async (_, more, open) => {
    const resources = [bucket('aws_s3_bucket.a', 'one'), policy('aws_s3_bucket_policy.p', more)]
    expect(await parts(resources)).toBe(open)
  })

  it('are not known of those alone that it may belong to', async () => {
    const resources = [
      bucket('aws_s3_bucket.a["x"]'),
      bucket('aws_s3_bucket.a["y"]'),
      bucket('aws_s3_bucket.b'),
      policy('aws_s3_bucket_policy.p', { ...unsaid, refs: { bucket: ['aws_s3_bucket.a'] } }),
    ]
    expect(await parts(resources, 'aws_s3_bucket.a["x"]')).toBe('after-apply')
    expect(await parts(resources, 'aws_s3_bucket.b')).toEqual([])
  })
})
