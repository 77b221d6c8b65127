import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { draftFromPlan } from '../../src/author/new/from-plan.ts'
import { imported } from '../../src/import/imported.ts'
import { readShipped } from '../../src/io/shipped.ts'
import { namesOf } from '../../src/load/names.ts'
import { loadLibrary } from '../../src/load/workspace.ts'
import type { Infrastructure } from '../../src/model/generated/infrastructure.ts'
import { check } from '../../src/pipeline.ts'
import { cloudflare, cloudflareAround, secret as cloudflareSecret } from '../import/terraform/cloudflare-plan.ts'
import {
  digitalocean,
  digitaloceanAround,
  secret as digitaloceanSecret,
} from '../import/terraform/digitalocean-plan.ts'
import { readPlan } from '../import/terraform/plan.ts'

const shipped = readShipped()
const loaded = await loadLibrary({ shipped, rules: [], registry: [] })
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
const names = namesOf(loaded.value.registry)

type Resource = Infrastructure['resources'][number]

const draft = (value: Infrastructure, file = 'plan.json') => draftFromPlan({ file, value }, 'shop', names)

const checked = (texts: readonly string[], value?: Infrastructure) =>
  check(
    {
      shipped,
      rules: [],
      registry: [],
      files: texts.map((text, at) => ({ path: `draft-${at}.yaml`, bytes: new TextEncoder().encode(text) })),
      ...(value !== undefined && { infrastructure: [imported('plan.json', value)] }),
    },
    { asOf: Date.UTC(2026, 10, 22), failLevel: 'error' },
  )

const infrastructure = (resources: readonly Resource[], more: Partial<Infrastructure> = {}): Infrastructure => ({
  apiVersion: 'douane/v1',
  kind: 'Infrastructure',
  format: 'terraform-plan',
  resources,
  ...more,
})

describe('the first draft of a descriptor', () => {
  it.each([
    ['digitalocean', digitalocean, digitaloceanAround, digitaloceanSecret],
    ['cloudflare', cloudflare, cloudflareAround, cloudflareSecret],
  ] as const)(
    'of a plan of %s is what it was, loads, and is unknown where a person must answer',
    async (name, resources, around, secret) => {
      const plan = await readPlan(resources, around)
      const text = draft(plan)
      await expect(text).toMatchFileSnapshot(`golden/draft-${name}.yaml`)
      expect(text).not.toContain(secret)
      const { reports, problems } = await checked([text], plan)
      expect(problems).toEqual([])
      expect(reports[0]?.verdict.result).toBe('fail')
      expect(reports[0]?.findings.filter(({ outcome }) => outcome === 'unknown').length).toBeGreaterThan(10)
    },
  )

  it('names every resource of the plan once: under a component, or at the end', async () => {
    const plan = await readPlan(digitalocean, digitaloceanAround)
    const text = draft(plan)
    const sources = (parse(text) as { components: { source: string[] }[] }).components.flatMap(({ source }) => source)
    const held = plan.resources.filter(({ service }) => service !== 'none').map(({ address }) => address)
    expect(sources.toSorted()).toEqual(held.toSorted())
    for (const { address } of [...plan.resources, ...(plan.unmapped ?? [])]) expect(text).toContain(address)
  })

  it('asks every question at its component and at the top', async () => {
    const lines = draft(await readPlan(digitalocean, digitaloceanAround)).split('\n')
    const below = lines.filter((line) => line.includes('# question: ')).map((line) => line.split('# question: ')[1])
    const above = lines.filter((line) => /^# \d+\. [a-z0-9-]+: /.test(line)).map((line) => /: (.*)$/.exec(line)?.[1])
    expect(below.length).toBeGreaterThan(20)
    expect(above.toSorted()).toEqual(below.toSorted())
  })

  it('has resources that differ in what is known of them in components of their own', () => {
    const bucket = (address: string, exposed: boolean): Resource => ({
      address,
      type: 'digitalocean_spaces_bucket',
      provider: 'digitalocean',
      service: 'digitalocean/spaces',
      region: { attribute: 'region', is: 'fra1' },
      exposed: { attribute: 'acl', is: exposed },
    })
    const text = draft(infrastructure([bucket('b.one[0]', true), bucket('b.two', false), bucket('b.one[1]', true)]))
    expect(parse(text)).toMatchObject({
      components: [
        { id: 'spaces-one', source: ['b.one[0]', 'b.one[1]'], publicFacing: true },
        { id: 'spaces-two', source: ['b.two'] },
      ],
    })
    expect(text.match(/publicFacing:/g)).toHaveLength(1)
  })

  it('of a plan with nothing in it has no components, rather than none', async () => {
    const text = draft(infrastructure([]))
    expect(parse(text)).not.toHaveProperty('components')
    expect((await checked([text], infrastructure([]))).reports[0]?.verdict.result).toBe('fail')
  })

  const hostile = fc.oneof(
    fc.constantFrom(
      'a\nid: other',
      '# comment',
      'x: y',
      '- z',
      '"',
      "'",
      '&a',
      '*a',
      '!!int',
      'null',
      '\u2028k: v',
      '\r',
      '{',
      '[]',
      '%YAML',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const setting = <T>(is: fc.Arbitrary<T>) =>
    fc.oneof(
      is.map((value) => ({ attribute: 'a', is: value })),
      fc
        .constantFrom('not-set', 'after-apply', 'sensitive', 'not-in-file', 'not-understood')
        .map((open) => ({ attribute: 'a', open })),
    )
  const services = [...names.providers.values()].flatMap(({ id, services: own }) => own.map((one) => `${id}/${one.id}`))
  const regions = [...names.regions.values()].flatMap((codes) => [...codes].slice(0, 3))
  const resource = fc.record(
    {
      address: fc.tuple(hostile, hostile).map(([module, key]) => `module.m.t.${module}[${JSON.stringify(key)}]`),
      type: fc.constantFrom('t', 'u'),
      provider: fc.constant('aws'),
      service: fc.oneof(fc.constantFrom(...services), fc.constantFrom('none', 'aws/unheard-of', 'nimbus/one')),
      keeps: fc.boolean(),
      region: setting(
        fc.oneof(
          fc.constantFrom(...regions),
          hostile.filter((text) => text !== ''),
        ),
      ),
      encryptedAtRest: setting(fc.boolean()),
      exposed: setting(fc.boolean()),
      copiesTo: setting(
        fc.uniqueArray(
          hostile.filter((text) => text !== ''),
          { maxLength: 2 },
        ),
      ),
      endpointScope: setting(fc.constantFrom('global', 'eu', 'in-region')),
      model: setting(hostile.filter((text) => text !== '')),
      login: fc.record({ name: hostile.filter((text) => text !== '') }),
    },
    { requiredKeys: ['address', 'type', 'provider', 'service'] },
  )

  const plan = fc.tuple(fc.uniqueArray(resource, { maxLength: 4, selector: ({ address }) => address }), hostile)

  it('loads whatever the plan has in it, and means just that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 10, maxLength: 10 }), async (plans) => {
        const texts = plans.map(([some, other], at) => {
          const value = infrastructure(some as unknown as Resource[], {
            unmapped: [{ address: `t.${other}`, type: 't' }],
          })
          return draftFromPlan({ file: `plans/${other}`, value }, `shop-${at}`, names)
        })
        texts.forEach((text, at) => {
          const { components = [] } = parse(text) as { components?: { source?: string[] }[] }
          const held = (plans[at]?.[0] ?? []).filter(({ service }) => service !== 'none').map(({ address }) => address)
          expect(components.flatMap(({ source = [] }) => source).toSorted()).toEqual(held.toSorted())
        })
        const { reports, problems } = await checked(texts)
        expect(problems).toEqual([])
        expect(reports.map(({ verdict }) => verdict.result)).toEqual(plans.map(() => 'fail'))
      }),
      { numRuns: 2 },
    )
  })
})
