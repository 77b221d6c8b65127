import { describe, expect, it } from 'vitest'
import { derive } from '../../src/derive/index.ts'
import { evaluateWith, planFor } from '../../src/evaluate/index.ts'
import { namesOf } from '../../src/load/names.ts'
import { checkReferences } from '../../src/load/references.ts'
import { collectProblems } from '../../src/load/rules/problems.ts'
import { factCatalogue } from '../../src/model/facts/index.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import type { Infrastructure, Resource } from '../../src/model/generated/infrastructure.ts'
import type { Subject } from '../../src/model/subject.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { optionalKeys, without } from '../properties/keys.ts'
import { descriptor, documentOf, planWith, workspaceOf } from './sample.ts'

const asOf = Date.parse('2026-11-22T12:00:00Z')
const rds = 'aws_db_instance.main'
const bucket = 'aws_s3_bucket.files'
const profile = 'aws_bedrock_inference_profile.answers'

/** One plan that agrees with the descriptor, and one that differs in everything. */
const plans: readonly (readonly [string, Infrastructure])[] = [
  ['agrees', planWith()],
  [
    'differs',
    planWith({
      'aws_instance.shop': { dedicated: { attribute: 'tenancy', is: false } },
      [rds]: {
        region: { attribute: 'region', is: 'us-east-1' },
        keyManagedBy: { attribute: 'kms_key_id', is: 'provider' },
        encryptedInTransit: { attribute: 'parameter', is: false },
        copiesTo: { attribute: 'replica', is: ['us-east-1', 'eu-west-1'] },
        logsTo: { attribute: 'logs', is: ['us-east-1'] },
      },
      [bucket]: {
        exposed: { attribute: 'acl', is: true },
        encryptedAtRest: { attribute: 'server_side_encryption_configuration', is: false },
        copiesTo: { attribute: 'replication_configuration', is: ['eu-west-1'] },
      },
      [profile]: {
        endpointScope: { attribute: 'model_source', is: 'global' },
        model: { attribute: 'model_source', is: 'tekstmodel-4' },
      },
      'aws_iam_user.beheer': { login: { name: 'stagiair' } },
    }),
  ],
]

type Said = ReadonlyMap<string, string>

const subjectsOf = (workspace: Workspace): readonly Subject[] => derive(workspace).subjects

/** By rule and subject. */
const outcomesOf = (workspace: Workspace): Said =>
  new Map(
    evaluateWith(planFor(workspace.packs), subjectsOf(workspace), asOf).evaluated.map(({ rule, subject, outcome }) => [
      `${rule.id} on ${subject.kind} ${subject.id}`,
      outcome.kind,
    ]),
  )

const base = await workspaceOf(descriptor, [])
const withPlan = (workspace: Workspace, value: Infrastructure): Workspace => ({
  ...workspace,
  infrastructure: [documentOf(value)],
})

const whys = ['after-apply', 'not-in-file'] as const

/** The plan with each setting of each resource opened, one at a time. */
function opened(plan: Infrastructure): readonly (readonly [string, Infrastructure])[] {
  return plan.resources.flatMap((resource, place) =>
    (Object.keys(resource) as (keyof Resource)[]).flatMap((key) => {
      const setting = resource[key]
      if (typeof setting !== 'object' || !('attribute' in setting)) return []
      return whys.map((why) => {
        const open = { ...resource, [key]: { attribute: setting.attribute, open: why } } as Resource
        return [`${resource.address}: ${key} ${why}`, { ...plan, resources: plan.resources.with(place, open) }] as const
      })
    }),
  )
}

describe.each(plans)('where a plan %s', (_, plan) => {
  const whole = outcomesOf(withPlan(base, plan))

  it('not knowing a setting of it turns nothing into a pass', () => {
    const cases = opened(plan)
    const found = cases.flatMap(([what, changed]) =>
      [...outcomesOf(withPlan(base, changed))].flatMap(([key, now]) => {
        const before = whole.get(key)
        return now === 'pass' && (before === 'fail' || before === 'unknown')
          ? [`${what}: ${key}: ${before} -> pass`]
          : []
      }),
    )
    expect(found).toEqual([])
    expect(cases.length).toBeGreaterThan(30)
  })

  it('stating a key of the descriptor changes no fact that is known, and turns no outcome round', () => {
    const facts = factsOf(withPlan(base, plan))
    const found: string[] = []
    let compared = 0
    for (const { path } of optionalKeys(base.engagement.value)) {
      const value = without(base.engagement.value, path) as Engagement
      const workspace = withPlan({ ...base, engagement: { ...base.engagement, value } }, plan)
      if (isRefused(workspace)) continue
      for (const [name, before] of factsOf(workspace)) {
        const after = facts.get(name)
        if (after === undefined) continue
        compared++
        if (after !== before) found.push(`${path.join('.')}: ${name}: ${before} -> ${after}`)
      }
      for (const [key, before] of outcomesOf(workspace)) {
        const after = whole.get(key)
        if (
          (before === 'pass' && after === 'fail') ||
          (before === 'fail' && after === 'pass') ||
          (before === 'not-applicable' && after === 'fail')
        )
          found.push(`${path.join('.')}: ${key}: ${before} -> ${after}`)
      }
    }
    expect(found).toEqual([])
    expect(compared).toBeGreaterThan(1000)
  })
})

/** Whether loading refuses it, since what it refers to is not there any more. */
function isRefused({ engagement, registry }: Workspace): boolean {
  const problems = collectProblems()
  checkReferences(engagement, registry, namesOf(registry), problems)
  return problems.list().length > 0
}

/** What is known of resources, components and the engagement, words for messages aside. */
function factsOf(workspace: Workspace): Said {
  const kinds = ['resource', 'component', 'engagement'] as const
  return new Map(
    subjectsOf(workspace).flatMap(({ kind, id, facts }) => {
      if (!kinds.some((one) => one === kind)) return []
      return Object.entries(facts).flatMap(([name, { value }]) => {
        const type = factCatalogue[kind][name]?.type
        if (value === undefined || type === 'text' || type === 'texts') return []
        return [[`${kind} ${id} ${name}`, JSON.stringify(value)] as const]
      })
    }),
  )
}
