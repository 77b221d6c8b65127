import { describe, expect, it } from 'vitest'
import { around, resources } from '../import/terraform/azure-plan.ts'
import { readPlan, type Wanted } from '../import/terraform/plan.ts'
import { betterByRemoval } from './removal.ts'
import { documentOf, reportOf, saidOf } from './sample.ts'

const descriptor = `apiVersion: douane/v1
kind: Engagement
id: webshop
title: Webshop of Winkel Hersenschim (fictional)
context: client-system
starts: 2026-09-07
ends: none
regimes: []
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
  - id: machine
    service: azure/compute
    source: [azurerm_linux_virtual_machine.web]
    contractedBy: client
    region: westeurope
    operatedBy: client
    controlledBy: client
    publicFacing: false
    holds: [orders]
    encryption: { atRest: aes-256, keyHolders: [client, azure] }
    isolation: physical
  - id: database
    service: azure/sql
    source: [module.database]
    contractedBy: client
    region: germanywestcentral
    operatedBy: client
    controlledBy: client
    publicFacing: false
    holds: [orders]
    encryption: { atRest: aes-256, keyHolders: [client, azure] }
    isolation: logical
  - id: files
    service: azure/storage
    source: [azurerm_storage_account.files, azurerm_storage_account.archive]
    contractedBy: client
    region: westeurope
    operatedBy: client
    controlledBy: client
    publicFacing: false
    holds: [orders]
    encryption: { atRest: aes-256, keyHolders: [client, azure] }
    isolation: logical
  - id: assistant
    service: azure/openai
    contractedBy: client
    region: swedencentral
    endpointScope: standard
    operatedBy: client
    controlledBy: client
    boundary: client-enterprise-cloud
    publicFacing: false
    holds: []
    isolation: logical
flows:
  - { id: order, from: machine, to: files, data: [orders], purpose: service-provision, transit: tls-1.3, transform: { kind: none } }
aiUses:
  - { id: answers, component: assistant, tier: '2', model: gpt-4o, training: none }
accounts: []
`

const chosen = [
  'azurerm_resource_group.shop',
  'azurerm_storage_account.files',
  'azurerm_storage_account.archive',
  'azurerm_storage_container.public',
  'azurerm_storage_account_customer_managed_key.files',
  'module.database.azurerm_mssql_server.main',
  'module.database.azurerm_mssql_firewall_rule.everybody',
  'module.database.azurerm_mssql_database.orders',
  'module.database.azurerm_mssql_server.standby',
  'module.database.azurerm_mssql_failover_group.orders',
  'azurerm_cosmosdb_account.carts',
  'azurerm_network_security_group.web',
  'azurerm_network_interface.web',
  'azurerm_network_interface_security_group_association.web',
  'azurerm_public_ip.web',
  'azurerm_linux_virtual_machine.web["a"]',
  'azurerm_key_vault.shop',
  'azurerm_cognitive_account.texts',
  'azurerm_cognitive_deployment.regional',
  'azurerm_cognitive_deployment.everywhere',
  'azurerm_log_analytics_workspace.logs',
  'azuread_user.ada',
  'azapi_resource.anything',
]
const planned: readonly Wanted[] = resources.filter(({ address }) => chosen.includes(address))

describe('a descriptor and a plan of Azure', () => {
  it('differ as found', async () => {
    const report = await reportOf(descriptor, [documentOf(await readPlan(planned, around))])
    expect(saidOf(report)).toEqual([
      'fail ai-scope-as-declared on azurerm_cognitive_deployment.everywhere',
      'fail copies-declared on azurerm_cosmosdb_account.carts',
      'fail isolation-as-declared on azurerm_linux_virtual_machine.web["a"]',
      'fail kept-data-not-exposed on azurerm_linux_virtual_machine.web["a"]',
      'fail kept-data-not-exposed on azurerm_storage_account.archive',
      'fail kept-data-not-exposed on module.database.azurerm_mssql_database.orders',
      'fail kept-data-not-exposed on module.database.azurerm_mssql_server.main',
      'fail login-listed on azuread_user.ada',
      'fail region-declared on azurerm_log_analytics_workspace.logs',
      'fail region-declared on module.database.azurerm_mssql_server.standby',
      'fail service-declared on azurerm_cosmosdb_account.carts',
      'fail service-declared on azurerm_key_vault.shop',
      'fail service-declared on azurerm_log_analytics_workspace.logs',
      'fail transport-as-declared on azurerm_storage_account.archive',
      'unknown copies-declared on azurerm_storage_account.archive',
      'unknown copies-declared on module.database.azurerm_mssql_database.orders',
      'unknown copies-declared on module.database.azurerm_mssql_server.main',
      'unknown kept-data-not-exposed on azurerm_cosmosdb_account.carts',
      'unknown kept-data-not-exposed on azurerm_log_analytics_workspace.logs',
      'unknown key-held-as-declared on azurerm_cognitive_account.texts',
      'unknown unknown-type-named on azapi_resource.anything',
    ])
  })

  it('never agree better when a value is taken from the plan', async () => {
    const { better, different } = await betterByRemoval(descriptor, planned, around)
    expect(better).toEqual([])
    expect(different).toBeGreaterThan(50)
  })
})
