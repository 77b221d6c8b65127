import { allOf, open, type Setting } from '../../../setting.ts'
import type { Mapping, Mappings, Planned } from '../../mapping.ts'
import { always, namesOf, nowhere, of, parentOf } from '../blocks.ts'
import { behindLogin, encrypted, letsIn, part, place, publicNetwork, stored } from './settings.ts'

const WORKSPACE = 'azurerm_log_analytics_workspace'

/** Where a diagnostic setting can send logs to. */
const TARGETS = [
  ['log_analytics_workspace_id', WORKSPACE],
  ['storage_account_id', 'azurerm_storage_account'],
  ['eventhub_authorization_rule_id', 'azurerm_eventhub_namespace_authorization_rule'],
] as const

/** The regions of what a diagnostic setting sends logs to; open if one of them is. */
function logsTo(setting: Planned): Setting<readonly string[]> {
  const regions: string[] = []
  let attribute: string = TARGETS[0][0]
  for (const [name, type] of TARGETS) {
    if (setting.text(name).open === 'not-set') continue
    const named = namesOf(setting, name, [type])
    if (named.open !== undefined) return open(name, named.open)
    const [target] = named.is as readonly Planned[]
    if (target === undefined || type === 'azurerm_eventhub_namespace_authorization_rule')
      return open(name, 'not-in-file')
    const region = of(target, place(target))
    if (region.open !== undefined) return open(region.attribute, region.open)
    attribute = region.attribute
    regions.push(region.is as string)
  }
  return regions.length === 0 ? open(attribute, 'not-set') : { attribute, is: [...new Set(regions)].sort() }
}

/** What it sends logs to counts itself where it is in the plan. */
const diagnostics: Mapping = {
  service: (setting) => (logsTo(setting).open === undefined ? 'none' : 'azure/monitor'),
  keeps: false,
  reads: TARGETS.map(([name]) => name),
  describe: (setting) => {
    const to = logsTo(setting)
    return { region: to.open === undefined ? nowhere : open(to.attribute, to.open), logsTo: to }
  },
}

const vault: Mapping = {
  service: 'azure/key-vault',
  keeps: true,
  reads: ['location', 'public_network_access_enabled', 'network_acls'],
  describe: (resource) => ({
    region: place(resource),
    ...encrypted(always),
    exposed: behindLogin(allOf(letsIn(resource, 'network_acls'), publicNetwork(resource))),
  }),
}

/** A component of Application Insights keeps its data in its workspace. */
const insights: Mapping = {
  service: (resource) => (parentOf(resource, 'workspace_id', [WORKSPACE]) === undefined ? 'azure/monitor' : 'none'),
  keeps: true,
  reads: ['location', 'workspace_id'],
  describe: (resource) => ({ region: place(resource) }),
}

const cluster: Mapping = {
  service: 'azure/monitor',
  keeps: true,
  reads: ['location'],
  describe: (resource) => ({
    region: place(resource),
    ...encrypted(always),
    exposed: behindLogin(always),
  }),
}

/** Logs and where they go, and what keeps keys and secrets. */
export const monitoring: Mappings = {
  [WORKSPACE]: cluster,
  azurerm_log_analytics_cluster: stored('azure/monitor'),
  azurerm_application_insights: insights,
  azurerm_monitor_diagnostic_setting: diagnostics,
  azurerm_monitor_workspace: stored('azure/monitor'),
  azurerm_dashboard_grafana: stored('azure/managed-grafana'),
  azurerm_sentinel_log_analytics_workspace_onboarding: { service: 'none', region: 'global' },
  azurerm_key_vault: vault,
  azurerm_key_vault_secret: part('azure/key-vault', 'key_vault_id', 'azurerm_key_vault'),
  azurerm_key_vault_certificate: part('azure/key-vault', 'key_vault_id', 'azurerm_key_vault'),
  azurerm_key_vault_key: part('azure/key-vault', 'key_vault_id', 'azurerm_key_vault'),
  azurerm_key_vault_access_policy: { service: 'none', region: 'global' },
  azurerm_key_vault_managed_hardware_security_module: stored('azure/key-vault'),
  azurerm_key_vault_managed_hardware_security_module_key: { service: 'none', region: 'global' },
}
