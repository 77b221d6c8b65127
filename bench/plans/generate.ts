import { closeSync, openSync, writeSync } from 'node:fs'

type Values = Readonly<Record<string, unknown>>
type Shape = { readonly type: string; readonly after: (at: number) => Values; readonly refs?: (at: number) => Values }

const region = (at: number): string => (at % 3 === 0 ? 'eu-west-1' : 'eu-central-1')
const tags = (at: number): Values => ({
  team: `team-${at % 40}`,
  'cost-centre': `${1000 + (at % 90)}`,
  name: `unit-${at}`,
})
const policy = (at: number): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: `arn:aws:s3:::bucket-${at}/*` }],
  })

/** What the resources of a large estate are like. */
const shapes: readonly Shape[] = [
  { type: 'aws_s3_bucket', after: (at) => ({ bucket: `bucket-${at}`, force_destroy: false, tags: tags(at) }) },
  {
    type: 'aws_s3_bucket_policy',
    after: (at) => ({ bucket: `bucket-${at - 1}`, policy: policy(at) }),
    refs: (at) => ({ bucket: at - 1 }),
  },
  {
    type: 'aws_s3_bucket_server_side_encryption_configuration',
    after: () => ({ rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms' }] }] }),
    refs: (at) => ({ bucket: at - 2 }),
  },
  {
    type: 'aws_db_instance',
    after: (at) => ({
      identifier: `db-${at}`,
      engine: 'postgres',
      instance_class: 'db.m6g.large',
      storage_encrypted: true,
      kms_key_id: null,
      publicly_accessible: false,
      backup_retention_period: 7,
      password: `secret-${at}`,
      tags: tags(at),
    }),
  },
  {
    type: 'aws_ebs_volume',
    after: (at) => ({ availability_zone: `${region(at)}a`, encrypted: true, size: 100, tags: tags(at) }),
  },
  { type: 'aws_iam_role', after: (at) => ({ name: `role-${at}`, assume_role_policy: policy(at), tags: tags(at) }) },
  {
    type: 'aws_security_group',
    after: (at) => ({
      name: `group-${at}`,
      ingress: [{ from_port: 443, to_port: 443, protocol: 'tcp', cidr_blocks: ['10.0.0.0/8'] }],
      tags: tags(at),
    }),
  },
  {
    type: 'aws_cloudwatch_log_group',
    after: (at) => ({ name: `/unit/${at}`, retention_in_days: 30, kms_key_id: null }),
  },
]

const perModule = shapes.length * 25

/** Writes a plan of `count` resources and `bytes` bytes: a third of it new, the rest as it is, a module for each 200. */
export function writePlan(file: string, count: number, bytes: number): void {
  const out = openSync(file, 'w')
  let pending = ''
  let written = 0
  const write = (text: string): void => {
    pending += text
    if (pending.length > 1 << 20) {
      written += writeSync(out, pending)
      pending = ''
    }
  }
  const sample = [...parts(shapes.length * 100, '')].reduce((sum, part) => sum + part.length, 0) / (shapes.length * 100)
  // Each resource holds the filler in its planned values and in its change; in half of those that exist also before it.
  const filler = 'x'.repeat(Math.max(0, Math.floor((bytes / count - sample) / (2 + 2 / 3))))
  for (const part of parts(count, filler)) write(part)
  written += writeSync(out, pending)
  if (written < bytes * 0.97) throw new Error(`the plan has ${written} bytes, not ${bytes}`)
  closeSync(out)
}

function* parts(count: number, filler: string): Generator<string> {
  const all = function* (one: (at: number) => Values): Generator<string> {
    for (let at = 0; at < count; at += 1) yield `${at === 0 ? '' : ','}${JSON.stringify(one(at))}`
  }
  yield '{"format_version":"1.2","terraform_version":"1.11.4","variables":{"region":{"value":"eu-central-1"}},'
  yield '"planned_values":{"root_module":{"child_modules":['
  for (let module = 0; module * perModule < count; module += 1) {
    yield `${module === 0 ? '' : ','}{"resources":[`
    const end = Math.min(count, (module + 1) * perModule)
    for (let at = module * perModule; at < end; at += 1) {
      const values = { ...shapeOf(at).after(at), ...known(at), description: filler }
      const resource = { ...identity(at), schema_version: 1, values, sensitive_values: {} }
      yield `${at === module * perModule ? '' : ','}${JSON.stringify(resource)}`
    }
    yield `],"address":"module.unit_${module}"}`
  }
  yield ']}},"resource_changes":['
  yield* all((at) => change(at, filler))
  yield '],"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws",'
  yield '"expressions":{"region":{"references":["var.region"]}}}},"root_module":{"module_calls":{'
  for (let module = 0; module * perModule < count; module += 1) {
    yield `${module === 0 ? '' : ','}"unit_${module}":{"source":"./unit","module":{"resources":[`
    const end = Math.min(count, (module + 1) * perModule)
    for (let at = module * perModule; at < end; at += 1)
      yield `${at === module * perModule ? '' : ','}${JSON.stringify(block(at))}`
    yield ']}}'
  }
  yield '},"variables":{"region":{"default":"eu-central-1"}}}},"timestamp":"2026-11-23T06:00:00Z","applyable":true,'
  yield '"complete":true,"errored":false}'
}

const shapeOf = (at: number): Shape => shapes[at % shapes.length] as Shape
const isNew = (at: number): boolean => at % 3 === 0
const known = (at: number): Values =>
  isNew(at) ? {} : { id: `${shapeOf(at).type}-${at}`, arn: `arn:aws:service:${region(at)}:123456789012:${at}` }

function identity(at: number): Values {
  const { type } = shapeOf(at)
  const address = `module.unit_${Math.floor(at / perModule)}.${type}.r${at}`
  return { address, mode: 'managed', type, name: `r${at}`, provider_name: 'registry.terraform.io/hashicorp/aws' }
}

function change(at: number, filler: string): Values {
  const after = { ...shapeOf(at).after(at), ...known(at), description: filler }
  return {
    ...identity(at),
    module_address: `module.unit_${Math.floor(at / perModule)}`,
    change: {
      actions: isNew(at) ? ['create'] : ['no-op'],
      before: isNew(at) ? null : after,
      after,
      after_unknown: isNew(at) ? { id: true, arn: true } : {},
      before_sensitive: false,
      after_sensitive: shapeOf(at).type === 'aws_db_instance' ? { password: true } : {},
    },
  }
}

function block(at: number): Values {
  const { type, after, refs = () => ({}) } = shapeOf(at)
  const constants = Object.entries(after(at)).map(([name, value]) => [name, { constant_value: value }])
  const references = Object.entries(refs(at)).map(([name, to]) => {
    const block = `${shapeOf(to as number).type}.r${to as number}`
    return [name, { references: [`${block}.id`, block] }]
  })
  return {
    address: `${type}.r${at}`,
    mode: 'managed',
    type,
    name: `r${at}`,
    provider_config_key: 'aws',
    expressions: Object.fromEntries([...constants, ...references]),
    schema_version: 1,
  }
}
