import { open, read, type Setting } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { always, of, parentOf } from '../blocks.ts'
import { behindLogin, encrypted, key, part, place, placeOf, publicNetwork, stored } from './settings.ts'

const ACCOUNT = 'azurerm_cognitive_account'
const OPENAI = 'azure/openai'

/** Accounts of these kinds serve the models of OpenAI; the others are other services. */
function service(account: Planned): string | undefined {
  const kind = account.text('kind').is
  if (kind === undefined) return undefined
  return kind === 'OpenAI' || kind === 'AIServices' ? OPENAI : 'azure/ai-services'
}

const exposed = (account: Planned): Setting<boolean> => behindLogin(publicNetwork(account))

const account = (resource: Planned): Described => ({
  region: place(resource),
  ...encrypted(key(resource, 'customer_managed_key.0.key_vault_key_id')),
  exposed: exposed(resource),
})

function deployment(resource: Planned): Described {
  const attribute = 'cognitive_account_id'
  const region = placeOf(resource, attribute, ACCOUNT, 'azurerm_ai_services')
  const around = parentOf(resource, attribute, [ACCOUNT])
  return {
    region,
    endpointScope: endpointScope(resource, region),
    model: resource.text('model.0.name'),
    ...(around === undefined ? {} : { exposed: exposedBy(around) }),
  }
}

const exposedBy = (account: Planned): Setting<boolean> => {
  const said = exposed(account)
  return said.open === 'not-set' ? said : of(account, said)
}

/** The scope that the type of a deployment stands for: one of a data zone is that of the zone that its region is in. */
function endpointScope(resource: Planned, region: Setting<string>): Setting<string> {
  const named = resource.text('sku.0.name')
  const type = named.open === 'not-in-file' ? older(resource) : named
  const reach = read(type, (name) => REACH.get(name.toLowerCase()))
  if (reach.is !== 'data-zone') return reach
  if (region.open !== undefined) return open(region.attribute, region.open)
  return read(region, zoneOf)
}

/** Versions before 4 of the provider have the type in another block. */
const older = (resource: Planned): Setting<string> => resource.text('scale.0.type')

const REACH = new Map([
  ['standard', 'standard'],
  ['provisionedmanaged', 'standard'],
  ['globalstandard', 'global'],
  ['globalbatch', 'global'],
  ['globalprovisionedmanaged', 'global'],
  ['datazonestandard', 'data-zone'],
  ['datazonebatch', 'data-zone'],
  ['datazoneprovisionedmanaged', 'data-zone'],
])

/** Regions of the data zone of the European Union: those in its member states. */
const UNION = new Set([
  'austriaeast',
  'belgiumcentral',
  'francecentral',
  'francesouth',
  'germanynorth',
  'germanywestcentral',
  'italynorth',
  'northeurope',
  'polandcentral',
  'spaincentral',
  'swedencentral',
  'swedensouth',
  'westeurope',
])

const UNITED_STATES = new Set([
  'centralus',
  'eastus',
  'eastus2',
  'northcentralus',
  'southcentralus',
  'westcentralus',
  'westus',
  'westus2',
  'westus3',
])

export const zoneOf = (region: string): string | undefined => {
  if (UNION.has(region)) return 'data-zone-eu'
  return UNITED_STATES.has(region) ? 'data-zone-us' : undefined
}

const search: Mapping = {
  service: 'azure/ai-search',
  keeps: true,
  reads: ['location', 'public_network_access_enabled'],
  describe: (resource) => ({
    region: place(resource),
    ...encrypted(always),
    exposed: behindLogin(publicNetwork(resource)),
  }),
}

/** Models and what is built on them. */
export const ai: Mappings = {
  [ACCOUNT]: {
    service,
    keeps: true,
    reads: ['location', 'kind', 'public_network_access_enabled', 'customer_managed_key'],
    describe: account,
  },
  azurerm_ai_services: {
    service: OPENAI,
    keeps: true,
    reads: ['location', 'public_network_access', 'customer_managed_key'],
    describe: (resource) => ({
      region: place(resource),
      ...encrypted(key(resource, 'customer_managed_key.0.key_vault_key_id')),
      exposed: behindLogin(read(resource.text('public_network_access'), (value) => value !== 'Disabled')),
    }),
  },
  azurerm_cognitive_deployment: {
    service: OPENAI,
    keeps: false,
    reads: ['cognitive_account_id', 'sku', 'scale', 'model'],
    partOf: { attribute: 'cognitive_account_id', types: [ACCOUNT, 'azurerm_ai_services'] },
    describe: deployment,
  },
  azurerm_cognitive_account_customer_managed_key: { service: 'none', region: 'global' },
  azurerm_cognitive_account_rai_policy: { service: 'none', region: 'global' },
  azurerm_ai_foundry: stored('azure/ai-foundry', 'encryption.0.key_id'),
  azurerm_ai_foundry_project: part('azure/ai-foundry', 'ai_services_hub_id', 'azurerm_ai_foundry'),
  azurerm_machine_learning_workspace: stored('azure/machine-learning', 'encryption.0.key_id'),
  azurerm_machine_learning_compute_cluster: part(
    'azure/machine-learning',
    'machine_learning_workspace_id',
    'azurerm_machine_learning_workspace',
  ),
  azurerm_machine_learning_compute_instance: part(
    'azure/machine-learning',
    'machine_learning_workspace_id',
    'azurerm_machine_learning_workspace',
  ),
  azurerm_search_service: search,
  azurerm_bot_service_azure_bot: stored('azure/bot-service'),
}
