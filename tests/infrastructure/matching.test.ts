import { describe, expect, it } from 'vitest'
import { derive } from '../../src/derive/index.ts'
import { indexSources } from '../../src/derive/infrastructure/addresses.ts'
import { fits } from '../../src/derive/infrastructure/regions.ts'
import type { Infrastructure } from '../../src/model/generated/infrastructure.ts'
import type { Document } from '../../src/model/location.ts'
import { asksOf } from '../setup/findings.ts'
import { descriptor, documentOf, openOf, planWith, reportOf, resources, saidOf, workspaceOf } from './sample.ts'

const bucket = 'aws_s3_bucket.files'
const rds = 'aws_db_instance.main'

/** The sample with something replaced in its descriptor. */
const declared = (before: string, after: string): string => {
  if (!descriptor.includes(before)) throw new Error(`"${before}" is not in the descriptor`)
  return descriptor.replace(before, after)
}
const said = async (text: string, ...plans: readonly Infrastructure[]): Promise<readonly string[]> =>
  saidOf(
    await reportOf(
      text,
      plans.map((one, at) => documentOf(one, `plans/${at}.json`)),
    ),
  )

const facts = async (text: string, plans: readonly Document<Infrastructure>[], id: string) =>
  derive(await workspaceOf(text, plans)).subjects.find((one) => one.kind === 'resource' && one.id === id)?.facts

describe('a source names an address', () => {
  const sources = [
    'aws_s3_bucket.a',
    'module.db',
    'module.db["eu"].aws_db_instance.main',
    'module.net.module.inner',
    'aws_instance.many[1]',
    'aws_sqs_queue',
  ]
  const named = indexSources(sources.map((one) => [one, one] as const))

  it.each([
    ['aws_s3_bucket.a', ['aws_s3_bucket.a']],
    ['aws_s3_bucket.a["x.y"]', ['aws_s3_bucket.a']],
    ['aws_s3_bucket.ab', []],
    ['module.db["eu"].aws_db_instance.main[0]', ['module.db["eu"].aws_db_instance.main', 'module.db']],
    ['module.db["us"].aws_db_instance.main', ['module.db']],
    ['module.db2.aws_db_instance.main', []],
    ['module.net.module.inner.aws_vpc.main', ['module.net.module.inner']],
    ['module.net.aws_vpc.main', []],
    ['aws_instance.many[1]', ['aws_instance.many[1]']],
    ['aws_instance.many[0]', []],
    ['aws_sqs_queue.jobs', []],
  ])('%s: %s', (address, expected) => {
    expect(named(address)).toEqual(expected)
  })
})

describe('a pattern of a file', () => {
  it.each([
    ['stacks/eu.yaml', 'stacks/eu.yaml', true],
    ['stacks/eu.yaml', './stacks/eu.yaml', true],
    ['stacks/*.yaml', 'stacks/eu.yaml', true],
    ['stacks/*.yaml', 'stacks/eu/a.yaml', false],
    ['stacks/**/*.yaml', 'stacks/eu/a.yaml', true],
    ['stacks/**/*.yaml', 'stacks/a.yaml', true],
    ['stacks/eu.yaml', 'stacks/euxyaml', false],
    ['eu?.yaml', 'eu1.yaml', true],
  ])('%s, %s: %s', (pattern, file, expected) => {
    expect(fits(pattern, file)).toBe(expected)
  })
})

describe('without a plan', () => {
  it('no rule of the comparison applies, and nothing is asked', async () => {
    const { findings, infrastructure } = await reportOf(descriptor, [])
    expect(findings.filter(({ rule }) => rule.startsWith('infrastructure/'))).toEqual([])
    expect(infrastructure).toBeUndefined()
  })
})

describe('of several components on one service', () => {
  const second = (region: string): string =>
    declared(
      'flows:',
      `  - { id: archive, service: aws/s3, contractedBy: client, operatedBy: client, controlledBy: client, publicFacing: false, holds: [], isolation: logical, encryption: { atRest: none }${region} }\nflows:`,
    )
  const plan = documentOf(planWith())

  it('the one in the region of the resource is meant', async () => {
    const there = await facts(second(', region: eu-west-1'), [plan], bucket)
    expect(there?.components?.value).toEqual(['files'])
    const other = documentOf(planWith({ [bucket]: { region: { attribute: 'region', is: 'eu-west-1' } } }))
    expect((await facts(second(', region: eu-west-1'), [other], bucket))?.components?.value).toEqual(['archive'])
  })

  it('it is open which is meant while the region of one is not stated', async () => {
    const open = await facts(second(''), [plan], bucket)
    expect(open?.components?.value).toEqual(['files', 'archive'])
    expect(open?.encryptionClaimed?.value).toBeUndefined()
    expect(open?.isolationClaimed?.value).toBe(false)
  })

  it('it is open as well where both are elsewhere, but not that the region is declared for neither', async () => {
    const far = documentOf(planWith({ [bucket]: { region: { attribute: 'region', is: 'us-east-1' } } }))
    const open = await facts(second(', region: eu-west-1'), [far], bucket)
    expect(open?.regionDeclared?.value).toBe(false)
    expect(open?.holdsProtectedData?.value).toBeUndefined()
    const report = await reportOf(second(', region: eu-west-1'), [far])
    expect(openOf(report).flatMap((finding) => asksOf(report, finding))[0]).toMatchObject({
      ask: `Name ${bucket} under \`source\` of the component that it is part of: files, archive.`,
    })
  })

  it('the one that names the resource is meant, whatever its region', async () => {
    const named = second(', region: eu-west-1, source: [\'aws_s3_bucket.files["x"]\', aws_s3_bucket.files]')
    const there = await facts(named, [plan], bucket)
    expect(there?.components?.value).toEqual(['archive'])
    expect(there?.regionDeclared?.value).toBe(false)
  })
})

describe('a component that no plan has', () => {
  const without = planWith({ [bucket]: undefined })

  it('is not missed where the plans are said to leave something out', async () => {
    expect(await said(declared('complete: true', 'complete: false'), without)).toEqual([])
  })

  it('is a question where nobody says whether the plans show everything', async () => {
    const open = await said(declared('infrastructure: { complete: true }\n', ''), without)
    expect(open).toEqual(['unknown component-planned on files'])
  })

  it('is a question where a plan shows only a part, which is told as well', async () => {
    expect(await said(descriptor, { ...without, partial: 'it was limited to some resources' })).toEqual([
      'fail plan-is-whole on webshop',
      'unknown component-planned on files',
    ])
  })

  it('is a question where it may be what a resource of an unknown type is', async () => {
    const unmapped = [{ address: 'acme_bucket.files', type: 'acme_bucket' }]
    expect(await said(descriptor, { ...without, unmapped })).toContain('unknown component-planned on files')
  })

  it('may be bought as a service that no code deploys', async () => {
    const bought = declared('service: aws/s3', 'service: openai/api').replace(
      'backup: [DE], storage: [DE]',
      'support: [US]',
    )
    expect(await said(bought, without)).toEqual([])
  })

  it('may be on equipment of its own', async () => {
    expect(
      await said(
        declared('service: aws/s3\n    contractedBy: client\n    region: eu-central-1', 'service: none'),
        without,
      ),
    ).toEqual([])
  })

  it('is asked for where its provider is in no plan and lets choose the region', async () => {
    const elsewhere = declared('service: aws/s3', 'service: scaleway/object-storage').replace(
      'region: eu-central-1\n    operatedBy: client\n    controlledBy: client\n    publicFacing: false\n    holds: [orders]\n    locations: { backup',
      'operatedBy: client\n    controlledBy: client\n    publicFacing: false\n    holds: [orders]\n    locations: { backup',
    )
    expect(await said(elsewhere, without)).toEqual(['unknown component-planned on files'])
  })
})

describe('several plans', () => {
  it('count together, and tell resources of one address apart by their files', async () => {
    const report = await reportOf(
      descriptor,
      [planWith(), planWith({ [rds]: undefined })].map((one, at) => documentOf(one, `plans/${at}.json`)),
    )
    expect(saidOf(report)).toEqual([])
    const ids = report.infrastructure?.matches.map(({ resource }) => resource) ?? []
    expect(ids).toContain(rds)
    expect(ids).toContain(`plans/0.json ${bucket}`)
    expect(ids).toContain(`plans/1.json ${bucket}`)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('do not pass where one of them deploys nothing', async () => {
    expect(await said(descriptor, planWith(), { ...planWith(), resources: [] })).toEqual([
      'fail plan-deploys-something on webshop',
    ])
  })
})

describe('a template that names no region', () => {
  const template = (): Infrastructure =>
    planWith({ [bucket]: { region: { attribute: 'Region', open: 'not-in-file' } } })
  const stacks = (list: string) => declared('{ complete: true }', `{ complete: true, stacks: [${list}] }`)

  it('is in the region that the descriptor says', async () => {
    expect(await said(stacks("{ file: 'plans/*.json', provider: aws, region: eu-central-1 }"), template())).toEqual([])
    expect(await said(stacks("{ file: 'plans/*.json', region: us-east-1 }"), template())).toEqual([
      `fail region-declared on ${bucket}`,
    ])
  })

  it.each([
    ['no stack', '{ complete: true }'],
    ['a stack of another file', "{ complete: true, stacks: [{ file: 'other.json', region: eu-central-1 }] }"],
    [
      'a stack of another provider',
      "{ complete: true, stacks: [{ file: 'plans/*', provider: gcp, region: eu-central-1 }] }",
    ],
    ['a stack without its region', "{ complete: true, stacks: [{ file: 'plans/*' }] }"],
    [
      'two stacks in two regions',
      "{ complete: true, stacks: [{ file: 'plans/*', region: eu-central-1 }, { file: '**', region: us-east-1 }] }",
    ],
  ])('is somewhere with %s', async (_, infrastructure) => {
    const text = declared('{ complete: true }', infrastructure)
    expect(await said(text, template())).toEqual([`unknown region-declared on ${bucket}`])
  })
})

describe('what was matched', () => {
  it('is in the Report, with what was not', async () => {
    const plan = planWith(
      { 'aws_sqs_queue.jobs': { ...resources[bucket], type: 'aws_sqs_queue', service: 'aws/sqs' } },
      { unmapped: [{ address: 'acme_a.b', type: 'acme_a' }], digest: 'a'.repeat(64) },
    )
    const { infrastructure } = await reportOf(
      declared('service: aws/rds', 'service: aws/rds\n    source: [aws_db_instance]'),
      [documentOf(plan)],
    )
    expect(infrastructure?.plans).toEqual([
      {
        file: 'plans/prod.json',
        format: 'terraform-plan',
        formatVersion: '1.2',
        tool: 'terraform 1.9.8',
        digest: 'a'.repeat(64),
        deployed: 8,
        unmapped: 1,
        destroyed: 0,
        read: 0,
      },
    ])
    expect(infrastructure?.matches.map(({ resource, component, by }) => `${resource} ${component} ${by}`)).toEqual([
      'aws_bedrock_inference_profile.answers assistant service',
      'aws_instance.shop shop service',
      'aws_s3_bucket.files files service',
    ])
    expect(infrastructure?.unmatched.map(({ resource, service }) => `${resource} ${service}`)).toEqual([
      'aws_db_instance.main aws/rds',
      'aws_sqs_queue.jobs aws/sqs',
    ])
    expect(infrastructure?.unmapped).toMatchObject([{ resource: 'acme_a.b', type: 'acme_a' }])
    expect(infrastructure?.supporting).toBe(2)
  })

  it('says what is taken as true of a resource of an unknown type', async () => {
    const plan = planWith({}, { unmapped: [{ address: 'acme_a.b', type: 'acme_a' }] })
    const text = declared('service: aws/ec2', 'service: aws/ec2\n    source: [aws_instance.shop, acme_a.b]')
    const { reliesOn } = await reportOf(text, [documentOf(plan)])
    expect(reliesOn.claims.map((one) => one.text)).toContain(
      'What shop is declared to be holds of a resource of a type that is not known here: acme_a.',
    )
  })
})
