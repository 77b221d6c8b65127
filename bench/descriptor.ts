/**
 * A descriptor of about 300 lines of YAML: a portal with its database, a model, a relay and a dozen workers, as a team
 * would write it. Everything is stated, so that every rule has work to do.
 */
export function descriptorYaml(workers = 11): string {
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
    needsClearText: true
`
  const names = Array.from({ length: workers }, (_, at) => `worker-${at + 1}`)
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
  - { id: engineer-1, employer: firm, worksFrom: [BE] }
data:
${data.join('')}components:
${component('database', 'aws/rds', 'customer-records, orders, support-tickets')}${names.map((name) => component(name, 'aws/ec2', '')).join('')}flows:
${names.map((name, at) => flow(`flow-${at + 1}`, 'database', name, ['customer-records', 'orders', 'support-tickets'][at % 3] ?? 'orders')).join('')}remoteAccess: []
safeguards: []
aiUses: []
tags: []
assurance: { audits: [], sharedPolicies: [] }
providers:
  - { provider: aws, usedSince: first-set, requestedBy: firm, withinRole: true, documented: { agreement: none }, need: Servers, requiredCertifications: [] }
decisions:
  processorAssessments:
    - { processor: aws, on: 2026-01-01, thirdCountryParent: true }
accounts:
  - id: admin-1
    kind: interactive
    holders: [engineer-1]
    organisation: firm
    administers: [database, ${names.join(', ')}]
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
