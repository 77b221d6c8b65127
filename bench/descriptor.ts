import { parse } from 'yaml'

/** The Union's clauses for processors, with what their annexes add. */
const terms = `
      basedOn: scc-2021-915
      regimes: [gdpr]
      purposes: [service-provision]
      states: { part-of-service-agreement: annex 1, sub-processor-list: annex 4 }
      subProcessing: { authorisation: general }
      rights: { tools: true, covers: [access, correction, deletion, restriction, portability, objection] }
      breachNotice: { withoutUndueDelay: true, within: PT48H, startsAt: awareness, information: true }
      deletion: { choice: controller, copies: true, retention: union-or-member-state-law }
      measures: { transit: tls-1.2, isolation: logical }`

/**
 * A descriptor of about 300 lines of YAML: a portal with its database, a model, a relay and its workers, as a team
 * would write it. Everything is stated, so that every rule has work to do.
 */
export function descriptorYaml(workers = 8): string {
  const data = ['customer-records', 'orders', 'support-tickets'].map(
    (id) => `  - id: ${id}
    categories: [name, contact-email, purchase-history]
    subjects: [customers]
    classification: confidential
    owner: client
    state: clear
    derivedFrom: []
    additionalInformationFor: []
`,
  )
  const component = (id: string, service: string, holds: string): string => `  - id: ${id}
    service: ${service}
    contractedBy: client
    region: eu-central-1
    locations:
      support: [EEA]
    operatedBy: firm
    controlledBy: client
    boundary: client-enterprise-cloud
    publicFacing: false
    holds: [${holds}]
    encryption: { atRest: aes-256 }
    isolation: logical
    purpose: service-provision
    needsClearText: true
`
  const flow = (id: string, from: string, to: string, carries: string): string => `  - id: ${id}
    from: ${from}
    to: ${to}
    data: [${carries}]
    purpose: service-provision
    transit: tls-1.3
    transform: { kind: none }
    means: electronic
    needsClearText: true
`
  const names = Array.from({ length: workers }, (_, at) => `worker-${at + 1}`)
  const everything = `[database, ${names.join(', ')}]`
  return `apiVersion: douane/v1
kind: Engagement
id: bench
title: A portal with its workers (fictional)
context: client-system
starts: 2026-01-01
ends: none
regimes: []
parties:
  - id: client
    name: Voorbeeld NV (fictional)
    country: BE
    parentCountry: none
    role: controller
people:
  - { id: engineer-1, employer: firm, worksFrom: [BE], boundToConfidentiality: true }
data:
${data.join('')}components:
${component('database', 'aws/rds', 'customer-records, orders, support-tickets')}${names.map((name) => component(name, 'aws/ec2', '')).join('')}flows:
${names.map((name, at) => flow(`flow-${at + 1}`, 'database', name, ['customer-records', 'orders', 'support-tickets'][at % 3] ?? 'orders')).join('')}remoteAccess: []
safeguards: []
aiUses: []
tags: []
assurance: { audits: [], sharedPolicies: [] }
providers:
  - { provider: aws, usedSince: first-set, requestedBy: firm, withinRole: true, documented: { agreement: dpa }, need: Servers, requiredCertifications: [] }
agreements:
  - id: dpa
    kind: dpa
    parties: [client, firm]
    signedOn: 2025-12-01
    acceptance: { by: management, version: '1', on: 2025-12-01 }
    terms: ${terms}
    components: ${everything}
  - id: aws-dpa
    kind: dpa
    parties: [client, aws]
    signedOn: 2025-12-01
    acceptance: { by: management, version: '1', on: 2025-12-01 }
    terms: ${terms}
    components: ${everything}
security:
  measures: { agreement: dpa, covers: [services, data, infrastructure, client-regulation] }
  development: { custom: true, controls: { agreement: dpa } }
  commitments: []
decisions:
  processorAssessments:
    - { processor: aws, on: 2026-01-01, thirdCountryParent: true }
accounts:
  - id: admin-1
    kind: interactive
    holders: [engineer-1]
    organisation: firm
    administers: ${everything}
    administrative: true
    grants: [deploy]
    roleNeeds: [deploy]
    mfa: hardware-key
    mfaVerifiedOn: 2026-01-02
    grantedFor: bench
    grantedOn: 2026-01-02
    revokedOn: none
`
}

/** `workers`: how many components besides the database. */
export function descriptor(workers: number): Record<string, unknown> {
  return parse(descriptorYaml(workers)) as Record<string, unknown>
}

/** Workers besides the database, of a descriptor of 34 KB. */
const large = 53
let one: Record<string, unknown> | undefined

/** One of many descriptors of 34 KB, as JSON: they differ in what they are called. */
export function numberedDescriptor(number: string): string {
  one ??= descriptor(large)
  const text = JSON.stringify({ ...one, id: `bench-${number}`, title: `Portal ${number} (fictional)` })
  return text.replaceAll('"grantedFor":"bench"', `"grantedFor":"bench-${number}"`)
}
