import { beforeEach, describe, expect, it, vi } from 'vitest'
import { plan, readOne, readPlan, readText, type Wanted } from './plan.ts'
import { asked } from './table.ts'

vi.mock('../../../src/import/terraform/types/index.ts', () => import('./table.ts'))

beforeEach(() => asked.clear())

const bucket = (address: string, more: Partial<Wanted> = {}): Wanted => ({ address, after: { bucket: 'b' }, ...more })
const addresses = async (...resources: readonly Wanted[]) =>
  (await readPlan(resources)).resources.map(({ address }) => address)

describe('what is deployed', () => {
  it('is what is created, changed, replaced and left as it is', async () => {
    const kinds = [['create'], ['update'], ['no-op'], ['delete', 'create'], ['create', 'delete'], ['create', 'forget']]
    const found = await addresses(...kinds.map((actions, at) => bucket(`aws_s3_bucket.b${at}`, { actions })))
    expect(found).toHaveLength(kinds.length)
  })

  it('is not what is destroyed or forgotten, nor what is only read', async () => {
    const read = await readPlan([
      bucket('aws_s3_bucket.a', { actions: ['delete'], after: null }),
      bucket('aws_s3_bucket.b', { actions: ['forget'], after: null }),
      bucket('aws_s3_bucket.c', { actions: ['delete'], after: null, deposed: '1a2b' }),
      bucket('aws_s3_bucket.c'),
      bucket('data.aws_s3_bucket.d', { actions: ['read'] }),
    ])
    expect(read.resources.map(({ address }) => address)).toEqual(['aws_s3_bucket.c'])
    expect(read.notDeployed).toEqual({ destroyed: 3, read: 1 })
  })

  it('has the new address of what was moved', async () => {
    const moved = bucket('module.new.aws_s3_bucket.a', { previousAddress: 'aws_s3_bucket.a', actions: ['no-op'] })
    expect(await addresses(moved)).toEqual(['module.new.aws_s3_bucket.a'])
  })

  it('is every instance, in modules too, whatever their keys', async () => {
    const all = ['module.m["x.y"].aws_s3_bucket.b[0]', 'module.m["a\\"]"].module.n[1].aws_s3_bucket.b["k"]']
    expect(await addresses(...all.map((address) => bucket(address)))).toEqual(all)
  })

  it('is also what stands in the planned values alone, but what it leaves out is not known', async () => {
    const whole = plan([bucket('aws_s3_bucket.a', { after: { acl: null, versioning: [null] } })])
    const { resource_changes: _, ...rest } = whole
    const result = await readText(JSON.stringify(rest))
    expect(result.ok && result.value.value.resources.map(({ address }) => address)).toEqual(['aws_s3_bucket.a'])
    const resource = asked.get('aws_s3_bucket.a')
    expect(resource?.get('acl').open).toBe('not-set')
    expect(resource?.get('tags').open).toBe('not-in-file')
    expect(resource?.get('versioning').open).toBe('after-apply')
  })

  it('is put off or not planned: the plan says so', async () => {
    const partial = async (also: Record<string, unknown>) =>
      (await readPlan([bucket('aws_s3_bucket.a')], { also })).partial
    expect(await partial({})).toBeUndefined()
    expect(await partial({ errored: true })).toBe('planning ended with an error')
    expect(await partial({ complete: false })).toContain('-target')
    const [change] = plan([bucket('aws_s3_bucket.later')]).resource_changes as readonly unknown[]
    const deferred = {
      complete: false,
      deferred_changes: [{ reason: 'instance_count_unknown', resource_change: change }],
    }
    const read = await readPlan([bucket('aws_s3_bucket.a')], { also: deferred })
    expect(read.partial).toBe('1 change is put off until a later plan')
    expect(read.resources.map(({ address }) => address)).toContain('aws_s3_bucket.later')
  })

  it('is listed even if nothing is known of its type or provider', async () => {
    const read = await readPlan([
      { address: 'aws_new_thing.a' },
      { address: 'aws_s3_bucket.fork', source: 'somebody/aws' },
      { address: 'strange_thing.a' },
    ])
    expect(read.resources).toEqual([])
    expect(read.unmapped?.map(({ address, type, provider }) => [address, type, provider])).toEqual([
      ['aws_new_thing.a', 'aws_new_thing', 'aws'],
      ['aws_s3_bucket.fork', 'aws_s3_bucket', undefined],
      ['strange_thing.a', 'strange_thing', undefined],
    ])
  })

  it('stands where its change begins', async () => {
    const text = JSON.stringify(plan([bucket('aws_s3_bucket.a'), bucket('aws_s3_bucket.b')]), null, 2)
    const result = await readText(text)
    if (!result.ok) throw new Error('not read')
    const lines = text.slice(0, text.indexOf('"resource_changes"')).split('\n').length
    expect(result.value.value.resources[0]?.at).toEqual({ line: lines + 1, column: 5 })
    expect(result.value.at(['resources', 1, 'region']).line).toBeGreaterThan(lines + 1)
  })
})

describe('the value of an attribute', () => {
  const of = async (path: string, more: Partial<Wanted>) => {
    await readPlan([{ address: 'aws_s3_bucket.a', ...more }])
    return asked.get('aws_s3_bucket.a')?.get(path)
  }

  it.each([
    ['is there', 'acl', { after: { acl: 'private' } }, { is: 'private' }],
    ['is in a block', 'versioning.0.enabled', { after: { versioning: [{ enabled: false }] } }, { is: false }],
    ['is null', 'acl', { after: { acl: null } }, { open: 'not-set' }],
    ['is empty', 'acl', { after: { acl: '' } }, { open: 'not-set' }],
    ['is in a block that is left out', 'versioning.0.enabled', { after: { versioning: [] } }, { open: 'not-set' }],
    ['is nowhere', 'acl', { after: {} }, { open: 'not-in-file' }],
    ['comes after apply', 'acl', { after: {}, unknown: { acl: true } }, { open: 'after-apply' }],
    ['comes after apply, all of it', 'acl', { after: null, unknown: true }, { open: 'after-apply' }],
    [
      'is in a block that comes after apply',
      'versioning.0.enabled',
      { after: {}, unknown: { versioning: true } },
      { open: 'after-apply' },
    ],
    [
      'comes after apply in a block that is there',
      'versioning.0.enabled',
      { after: { versioning: [{ mfa: 'x' }] }, unknown: { versioning: [{ enabled: true }] } },
      { open: 'after-apply' },
    ],
    [
      'is a list with an element that comes after apply',
      'versioning',
      { after: { versioning: ['a', null] }, unknown: { versioning: [false, true] } },
      { open: 'after-apply' },
    ],
    ['is sensitive', 'acl', { after: { acl: 'secret' }, sensitive: { acl: true } }, { open: 'sensitive' }],
    [
      'is in what is sensitive',
      'tags.a',
      { after: { tags: { a: 'x' } }, sensitive: { tags: true } },
      { open: 'sensitive' },
    ],
    ['is sensitive with all the rest', 'acl', { after: { acl: 'x' }, sensitive: true }, { open: 'sensitive' }],
    ['is in what is no block', 'acl.0.x', { after: { acl: 'x' } }, { open: 'not-understood' }],
  ] as const)('%s', async (_, path, more, expected) => {
    expect(await of(path, more as Partial<Wanted>)).toEqual({ attribute: path, ...expected })
  })

  it('has nothing in it that is open', async () => {
    const more = {
      after: { tags: { a: 'x', s: 'secret', l: ['y', null] } },
      unknown: { tags: { later: true, l: [false, true] } },
      sensitive: { tags: { s: true } },
    }
    expect(await of('tags', more)).toEqual({ attribute: 'tags', is: { a: 'x' } })
  })

  it('is of the wanted kind or not understood; a list that is not set is empty', async () => {
    await readPlan([{ address: 'aws_s3_bucket.a', after: { acl: 'true', versioning: null, tags: {} } }])
    const resource = asked.get('aws_s3_bucket.a')
    expect(resource?.flag('acl')).toEqual({ attribute: 'acl', open: 'not-understood' })
    expect(resource?.list('acl')).toEqual({ attribute: 'acl', open: 'not-understood' })
    expect(resource?.text('tags')).toEqual({ attribute: 'tags', open: 'not-understood' })
    expect(resource?.list('versioning')).toEqual({ attribute: 'versioning', is: [] })
    expect(resource?.list('logging')).toEqual({ attribute: 'logging', open: 'not-in-file' })
  })

  it('cannot be read where the mapping does not list the attribute', async () => {
    await readPlan([bucket('aws_s3_bucket.a')])
    expect(() => asked.get('aws_s3_bucket.a')?.get('policy')).toThrow('policy')
  })

  it('is the last of several with one key, and no key reaches what is not its own', async () => {
    const change = JSON.stringify(plan([bucket('aws_s3_bucket.a', { after: { acl: 'one', tags: {} } })]))
    const text = change
      .replaceAll('"acl":"one"', '"acl":"one","acl":"two","__proto__":{"logging":"x"}')
      .replaceAll('"tags":{}', '"tags":{"__proto__":{"x":1}}')
    expect((await readText(text)).ok).toBe(true)
    const resource = asked.get('aws_s3_bucket.a')
    expect(resource?.get('acl').is).toBe('two')
    expect(resource?.get('logging').open).toBe('not-in-file')
    expect(resource?.get('tags.x').open).toBe('not-in-file')
    expect(({} as { x?: unknown }).x).toBeUndefined()
  })

  it('tells whether the code mentions it', async () => {
    await readPlan([bucket('aws_s3_bucket.a', { after: { acl: 'x', tags: null } })])
    expect(asked.get('aws_s3_bucket.a')?.leavesOut('acl')).toBe(false)
    expect(asked.get('aws_s3_bucket.a')?.leavesOut('tags')).toBe(true)
  })
})

describe('the region', () => {
  const region = async (resource: Wanted, around: Parameters<typeof readPlan>[1] = {}) => {
    const { attribute: _, ...said } = (await readOne([resource], resource.address, around)).region ?? { attribute: '' }
    return said
  }
  const a = bucket('aws_s3_bucket.a')
  const inModule = bucket('module.m["k"].aws_s3_bucket.a', { providerKey: 'module.m:aws' })

  it('is that of the resource first', async () => {
    const own = bucket('aws_s3_bucket.a', { after: { region: 'eu-west-3' } })
    expect(await region(own, { providers: { aws: 'us-east-1' } })).toEqual({ is: 'eu-west-3' })
  })

  it.each([
    ['not in the file', { after: {} }, 'not-in-file'],
    ['null', { after: { region: null } }, 'not-understood'],
    ['after apply', { unknown: { region: true } }, 'after-apply'],
  ] as const)('is not that of the provider where the code gives one that is %s', async (_, more, open) => {
    const own = bucket('aws_s3_bucket.a', { ...more, refs: { region: ['var.other'] } })
    expect(await region(own, { providers: { aws: 'eu-central-1' } })).toEqual({ open })
  })

  it('is that of the provider where the resource makes its own of it', async () => {
    const computed = bucket('aws_s3_bucket.a', { unknown: { region: true } })
    expect(await region(computed, { providers: { aws: 'eu-central-1' } })).toEqual({ is: 'eu-central-1' })
  })

  it.each([
    ['a constant', { providers: { aws: 'eu-central-1' } }, { is: 'eu-central-1' }],
    ['a variable', { providers: { aws: ['var.r'] }, variables: { r: 'eu-west-1' } }, { is: 'eu-west-1' }],
    [
      'part of a variable',
      { providers: { aws: ['var.r.main[0]'] }, variables: { r: { main: ['eu-west-2'] } } },
      { is: 'eu-west-2' },
    ],
    [
      'by a key of a variable',
      { providers: { aws: ['var.r["a.b"]'] }, variables: { r: { 'a.b': 'eu-west-2' } } },
      { is: 'eu-west-2' },
    ],
    [
      'a sensitive variable',
      { providers: { aws: ['var.r'] }, variables: { r: 'eu-west-1' }, sensitive: ['r'] },
      { open: 'sensitive' },
    ],
    ['a variable that is null', { providers: { aws: ['var.r'] }, variables: { r: null } }, { open: 'not-set' }],
    [
      'put together of two',
      { providers: { aws: ['var.a', 'var.b'] }, variables: { a: 'eu', b: 'west' } },
      { open: 'not-understood' },
    ],
    [
      'a text that is no region',
      { providers: { aws: ['var.r'] }, variables: { r: 's3cr3t/+t0ken=' } },
      { open: 'not-understood' },
    ],
    ['a local', { providers: { aws: ['local.region'] } }, { open: 'not-understood' }],
    ['of a data source', { providers: { aws: ['data.aws_region.here.name'] } }, { open: 'not-understood' }],
    ['of the environment', { providers: { aws: undefined } }, { open: 'not-in-file' }],
    ['of a provider that nobody configures', {}, { open: 'not-in-file' }],
  ] as const)('of the provider can be %s', async (_, around, expected) => {
    expect(await region(a, around)).toEqual(expected)
  })

  it('is that of the alias', async () => {
    const providers = { aws: 'eu-central-1', 'aws.us': 'us-east-1' }
    expect(await region({ ...a, providerKey: 'aws.us' }, { providers })).toEqual({ is: 'us-east-1' })
  })

  it('is that of the provider which a module is handed or inherits', async () => {
    const providers = { aws: 'eu-central-1', 'aws.us': 'us-east-1' }
    expect(await region({ ...inModule, providerKey: 'aws.us' }, { providers })).toEqual({ is: 'us-east-1' })
    // Old plans keep the name inside the module, and do not say what it was handed.
    expect(await region({ ...inModule, providerKey: 'module.m:aws' }, { providers })).toEqual({
      open: 'not-understood',
    })
  })

  it('is followed from a module through its inputs to a variable', async () => {
    const around = {
      providers: { 'module.m.module.n:aws': ['var.place'] },
      calls: { 'module.m': { where: ['var.r'] }, 'module.m.module.n': { place: ['var.where'] } },
      variables: { r: 'ap-south-1' },
    }
    const deep = bucket('module.m.module.n.aws_s3_bucket.a', { providerKey: 'module.m.module.n:aws' })
    expect(await region(deep, around)).toEqual({ is: 'ap-south-1' })
    const constant = { ...around, calls: { ...around.calls, 'module.m': { where: 'eu-north-1' } } }
    expect(await region(deep, constant)).toEqual({ is: 'eu-north-1' })
    const lost = { ...around, calls: { ...around.calls, 'module.m': { where: ['local.x'] } } }
    expect(await region(deep, lost)).toEqual({ open: 'not-understood' })
  })

  it('is none for what runs everywhere, and not in the file for what says its own', async () => {
    expect(await region({ address: 'aws_iam_user.u' }, { providers: { aws: 'eu-central-1' } })).toEqual({
      is: 'global',
    })
    const account = { address: 'azurerm_storage_account.a', after: { location: 'westeurope' } }
    expect(await region(account)).toEqual({ open: 'not-in-file' })
  })
})
