/** A descriptor and plans that agree, with fictional parties; each test changes one thing of either. */

import { derive } from '../../src/derive/index.ts'
import { evaluateWith, planFor } from '../../src/evaluate/index.ts'
import { imported } from '../../src/import/imported.ts'
import { readShipped } from '../../src/io/shipped.ts'
import { loadDocuments } from '../../src/load/documents.ts'
import { loadValidators } from '../../src/load/kinds.ts'
import { loadLibrary } from '../../src/load/workspace.ts'
import type { Engagement } from '../../src/model/generated/engagement.ts'
import type { Infrastructure, Resource } from '../../src/model/generated/infrastructure.ts'
import type { Report } from '../../src/model/generated/report.ts'
import type { Document } from '../../src/model/location.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { settle } from '../../src/settle/index.ts'

export const descriptor = `apiVersion: douane/v1
kind: Engagement
id: webshop
title: Webshop of Winkel Hersenschim (fictional)
context: client-system
starts: 2026-09-07
ends: none
regimes: []
infrastructure: { complete: true }
parties:
  - { id: client, name: Winkel Hersenschim NV (fictional), country: BE, parentCountry: none, role: controller }
people: []
data:
  - id: orders
    categories: [name, postal-address]
    subjects: [customers]
    classification: confidential
    owner: client
    state: clear
    derivedFrom: []
    additionalInformationFor: []
components:
  - id: shop
    service: aws/ec2
    contractedBy: client
    region: eu-central-1
    operatedBy: client
    controlledBy: client
    publicFacing: true
    holds: []
    isolation: physical
  - id: database
    service: aws/rds
    contractedBy: client
    region: eu-central-1
    operatedBy: client
    controlledBy: client
    publicFacing: false
    holds: [orders]
    locations: { logging: [DE] }
    encryption: { atRest: aes-256, keyHolders: [client] }
    isolation: logical
  - id: files
    service: aws/s3
    contractedBy: client
    region: eu-central-1
    operatedBy: client
    controlledBy: client
    publicFacing: false
    holds: [orders]
    locations: { backup: [DE], storage: [DE] }
    encryption: { atRest: aes-256, keyHolders: [client, aws] }
    isolation: logical
  - id: assistant
    service: aws/bedrock
    contractedBy: client
    region: eu-central-1
    endpointScope: in-region
    operatedBy: client
    controlledBy: client
    boundary: client-enterprise-cloud
    publicFacing: false
    holds: []
    isolation: logical
flows:
  - { id: order, from: shop, to: database, data: [orders], purpose: service-provision, transit: tls-1.3, transform: { kind: none } }
aiUses:
  - { id: answers, component: assistant, tier: '2', model: tekstmodel-3, training: none }
accounts:
  - { id: beheer, kind: interactive, organisation: client, holders: [], logins: ['aws/000000000000:beheer'] }
`

export const file = 'webshop.yaml'
export const plan = 'plans/prod.json'

type Changes = Readonly<Record<string, Partial<Resource> & { readonly without?: readonly (keyof Resource)[] }>>

/** Line of a resource in the plan, by its place in the list. */
export const lineOf = (place: number): number => 10 * (place + 1)

const settled = { attribute: 'region', is: 'eu-central-1' }

/** What the plan deploys; by address. */
export const resources: Readonly<Record<string, Omit<Resource, 'address' | 'at'>>> = {
  'aws_instance.shop': {
    type: 'aws_instance',
    provider: 'aws',
    service: 'aws/ec2',
    region: settled,
    keeps: false,
    dedicated: { attribute: 'tenancy', is: true },
  },
  'aws_db_instance.main': {
    type: 'aws_db_instance',
    provider: 'aws',
    service: 'aws/rds',
    region: settled,
    keeps: true,
    encryptedAtRest: { attribute: 'storage_encrypted', is: true },
    keyManagedBy: { attribute: 'kms_key_id', is: 'customer-outside' },
    encryptedInTransit: { attribute: 'aws_db_parameter_group.main.parameter', is: true },
    exposed: { attribute: 'publicly_accessible', is: false },
    copiesTo: { attribute: 'replicate_source_db', is: [] },
    logsTo: { attribute: 'enabled_cloudwatch_logs_exports', is: ['eu-central-1'] },
  },
  'aws_s3_bucket.files': {
    type: 'aws_s3_bucket',
    provider: 'aws',
    service: 'aws/s3',
    region: settled,
    keeps: true,
    encryptedAtRest: { attribute: 'server_side_encryption_configuration', is: true },
    keyManagedBy: { attribute: 'server_side_encryption_configuration', is: 'provider' },
    exposed: { attribute: 'aws_s3_bucket_public_access_block.files.block_public_policy', is: false },
    copiesTo: { attribute: 'replication_configuration', is: [] },
  },
  'aws_bedrock_inference_profile.answers': {
    type: 'aws_bedrock_inference_profile',
    provider: 'aws',
    service: 'aws/bedrock',
    region: settled,
    keeps: false,
    endpointScope: { attribute: 'model_source', is: 'in-region' },
    model: { attribute: 'model_source', is: 'tekstmodel-3' },
  },
  'aws_vpc.main': { type: 'aws_vpc', provider: 'aws', service: 'none', region: settled },
  'aws_iam_user.beheer': {
    type: 'aws_iam_user',
    provider: 'aws',
    service: 'none',
    region: { attribute: 'region', is: 'global' },
    login: { name: 'beheer', administrative: { attribute: 'policy', is: true } },
  },
}

/** The plan with resources changed, added (a new address) or taken out (`undefined`). */
export function planWith(
  changes: Changes | Readonly<Record<string, undefined>> = {},
  more: Partial<Infrastructure> = {},
): Infrastructure {
  const all: Record<string, Partial<Resource> | undefined> = { ...resources }
  for (const [address, change] of Object.entries(changes)) {
    const { without = [], ...settings } = change ?? {}
    const kept = Object.entries({ ...all[address], ...settings }).filter(
      ([key]) => !without.includes(key as keyof Resource),
    )
    all[address] = change === undefined ? undefined : Object.fromEntries(kept)
  }
  const listed = Object.entries(all).filter((entry) => entry[1] !== undefined)
  return {
    apiVersion: 'douane/v1',
    kind: 'Infrastructure',
    format: 'terraform-plan',
    formatVersion: '1.2',
    tool: 'terraform 1.9.8',
    resources: listed.map(
      ([address, value], place) => ({ at: { line: lineOf(place), column: 7 }, address, ...value }) as Resource,
    ),
    notDeployed: { destroyed: 0, read: 0 },
    ...more,
  }
}

const validators = await loadValidators(['Infrastructure'])

/** A plan as an importer gives it. */
export function documentOf(value: Infrastructure, path = plan): Document<Infrastructure> {
  if (validators.Infrastructure?.(value) !== true)
    throw new Error(`The schema does not allow it: ${JSON.stringify(validators.Infrastructure?.errors)}`)
  return imported(path, value)
}

const asOf = Date.parse('2026-11-22T12:00:00Z')
const loaded = await loadLibrary({ shipped: readShipped(), rules: [], registry: [] })
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
const library = loaded.value
// The comparison alone: what the other packs say of the sample is tested elsewhere.
const packs = library.packs.filter(({ id }) => id === 'infrastructure')
const digests = { descriptor: '', descriptorFile: '', rules: '', registry: '', config: '', waivers: '' }

/** A descriptor with the shipped rules and registry, and plans. */
export async function workspaceOf(text: string, plans: readonly Document<Infrastructure>[]): Promise<Workspace> {
  const parsed = await loadDocuments([{ path: file, bytes: Buffer.from(text) }], {
    kinds: ['Engagement'],
    hint: () => '',
  })
  const [first] = parsed.documents
  if (first === undefined) throw new Error(JSON.stringify(parsed.problems, undefined, 2))
  return {
    engagement: first.document as Document<Engagement>,
    text,
    registry: library.registry,
    packs,
    configuration: library.configuration,
    waivers: [],
    infrastructure: plans,
    accessEvidence: [],
    digests: () => digests,
  }
}

/** Checks a descriptor against plans, as a check does once everything is read. */
export async function reportOf(text: string, plans: readonly Document<Infrastructure>[]): Promise<Report> {
  const workspace = await workspaceOf(text, plans)
  const derived = derive(workspace)
  if (derived.contradictions.length > 0) throw new Error(JSON.stringify(derived.contradictions, undefined, 2))
  const { evaluated, explainer } = evaluateWith(planFor(workspace.packs), derived.subjects, asOf)
  return settle({
    workspace,
    derived,
    evaluated,
    asOf,
    explainer,
    explainAll: false,
    failLevel: 'error',
    packsLeftOut: [],
    secondOpinion: 'not-asked',
  })
}

export type Finding = Report['findings'][number]

/** What is open of the comparison with the plans. */
export const openOf = ({ findings }: Report): readonly Finding[] =>
  findings.filter(({ rule, outcome }) => rule.startsWith('infrastructure/') && outcome !== 'pass')

/** `fail region-declared on aws_db_instance.main`. */
export const saidOf = (report: Report): readonly string[] =>
  openOf(report)
    .map(({ rule, outcome, subject }) => `${outcome} ${rule.replace('infrastructure/', '')} on ${subject.id}`)
    .sort()

/** The line of the first text in another, from 1, behind a text that comes before it. */
export function lineIn(text: string, wanted: string, after = ''): number {
  const at = text.indexOf(wanted, Math.max(0, text.indexOf(after)))
  if (at < 0) throw new Error(`"${wanted}" is not there`)
  return text.slice(0, at).split('\n').length
}
