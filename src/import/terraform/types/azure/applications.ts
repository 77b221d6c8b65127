import { allOf, anyOf, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Json, Mapping, Mappings, Planned } from '../../mapping.ts'
import { anyIn, eachIn, everyone, inCode, textElement, textWithin } from '../blocks.ts'
import { encrypted, key, located, part, place, placeOf, publicNetwork, regionName, stored } from './settings.ts'

/** An application is open to the internet unless its network is closed, its addresses are limited or it asks for a login. */
const site = (resource: Planned): Described => ({
  region: place(resource),
  encryptedInTransit: inCode(resource, resource.flag('https_only')),
  exposed: allOf(withoutLogin(resource), unrestricted(resource), publicNetwork(resource)),
})

function withoutLogin(resource: Planned): Setting<boolean> {
  const block = 'auth_settings_v2'
  if (resource.list(block).is?.length === 0) return set(block, true)
  const [on, required] = [resource.flag(`${block}.0.auth_enabled`), resource.flag(`${block}.0.require_authentication`)]
  return read(allOf(on, required), (asked) => !asked)
}

/** Rules for addresses refuse all others, unless they say otherwise. */
function unrestricted(resource: Planned): Setting<boolean> {
  const rules = 'site_config.0.ip_restriction'
  const otherwise = resource.text('site_config.0.ip_restriction_default_action')
  const listed = resource.list(rules)
  if (otherwise.open !== undefined && otherwise.open !== 'not-set' && otherwise.open !== 'not-in-file')
    return open(otherwise.attribute, otherwise.open)
  if (otherwise.is === 'Allow' || (otherwise.is === undefined && listed.is?.length === 0)) return set(rules, true)
  return anyIn(listed, allowsEverybody)
}

const allowsEverybody = (rule: Json | undefined, at: string): Setting<boolean> => {
  const address = textWithin(at, rule, 'ip_address')
  return allOf(
    read(textWithin(at, rule, 'action'), (action) => action === 'Allow'),
    address.open === 'not-set' ? set(address.attribute, false) : everyone(address),
  )
}

const app = (service: string): Mapping => ({
  service,
  keeps: false,
  reads: ['location', 'https_only', 'public_network_access_enabled', 'site_config', 'auth_settings_v2'],
  describe: site,
})

const registry = (resource: Planned): Described => ({
  region: place(resource),
  ...encrypted(key(resource, 'encryption.0.key_vault_key_id')),
  exposed: allOf(inCode(resource, resource.flag('anonymous_pull_enabled')), publicNetwork(resource)),
  copiesTo: eachIn(resource.list('georeplications'), (one, at) => read(textWithin(at, one, 'location'), regionName)),
})

const cluster = (resource: Planned): Described => ({
  region: place(resource),
  ...encrypted(key(resource, 'disk_encryption_set_id')),
  exposed: allOf(
    read(inCode(resource, resource.flag('private_cluster_enabled')), (isPrivate) => !isPrivate),
    controlPlane(resource),
  ),
})

/** Without ranges that it is limited to, everybody reaches the control plane. */
function controlPlane(resource: Planned): Setting<boolean> {
  const ranges = 'api_server_access_profile.0.authorized_ip_ranges'
  const listed = resource.list(ranges)
  if (listed.open !== undefined) return open(ranges, listed.open)
  return listed.is?.length === 0 ? set(ranges, true) : anyIn(listed, (one, at) => everyone(textElement(one, at)))
}

/** An app of containers in an environment runs where that is, unless it says so itself. */
const containerApp = (resource: Planned): Described => {
  const ingress = resource.list('ingress')
  const outside: Setting<boolean> =
    ingress.is?.length === 0 ? set('ingress', false) : resource.flag('ingress.0.external_enabled')
  return {
    region: placeOf(resource, 'container_app_environment_id', 'azurerm_container_app_environment'),
    encryptedInTransit: ingress.is?.length === 0 ? set('ingress', true) : secure(resource),
    exposed: allOf(outside, limits(resource)),
  }
}

const secure = (resource: Planned): Setting<boolean> =>
  read(resource.flag('ingress.0.allow_insecure_connections'), (insecure) => !insecure)

function limits(resource: Planned): Setting<boolean> {
  const rules = resource.list('ingress.0.ip_security_restriction')
  if (rules.is?.length === 0) return set(rules.attribute, true)
  return anyIn(rules, (rule, at) =>
    anyOf(
      read(textWithin(at, rule, 'action'), (action) => action !== 'Allow'),
      everyone(textWithin(at, rule, 'ip_address_range')),
    ),
  )
}

/** Applications, containers and what stands in front of them. */
export const applications: Mappings = {
  azurerm_linux_web_app: app('azure/app-service'),
  azurerm_windows_web_app: app('azure/app-service'),
  azurerm_app_service: app('azure/app-service'),
  azurerm_linux_function_app: app('azure/functions'),
  azurerm_windows_function_app: app('azure/functions'),
  azurerm_function_app: app('azure/functions'),
  azurerm_function_app_flex_consumption: app('azure/functions'),
  azurerm_logic_app_standard: app('azure/logic-apps'),
  azurerm_logic_app_workflow: located('azure/logic-apps'),
  azurerm_linux_web_app_slot: part('azure/app-service', 'app_service_id', 'azurerm_linux_web_app'),
  azurerm_windows_web_app_slot: part('azure/app-service', 'app_service_id', 'azurerm_windows_web_app'),
  azurerm_static_web_app: located('azure/static-web-apps'),
  azurerm_static_site: located('azure/static-web-apps'),
  azurerm_container_registry: {
    service: 'azure/container-registry',
    keeps: true,
    reads: ['location', 'encryption', 'anonymous_pull_enabled', 'public_network_access_enabled', 'georeplications'],
    describe: registry,
  },
  azurerm_kubernetes_cluster: {
    service: 'azure/kubernetes-service',
    keeps: true,
    reads: ['location', 'disk_encryption_set_id', 'private_cluster_enabled', 'api_server_access_profile'],
    describe: cluster,
  },
  azurerm_kubernetes_cluster_node_pool: part(
    'azure/kubernetes-service',
    'kubernetes_cluster_id',
    'azurerm_kubernetes_cluster',
  ),
  azurerm_container_app_environment: located('azure/container-apps'),
  azurerm_container_app: {
    service: 'azure/container-apps',
    keeps: false,
    reads: ['container_app_environment_id', 'ingress'],
    describe: containerApp,
  },
  azurerm_container_app_job: located('azure/container-apps'),
  azurerm_container_group: {
    service: 'azure/container-instances',
    keeps: false,
    reads: ['location', 'ip_address_type'],
    describe: (resource) => ({
      region: place(resource),
      exposed: read(resource.text('ip_address_type'), (type) => type === 'Public'),
    }),
  },
  azurerm_api_management: stored('azure/api-management'),
  azurerm_api_management_api: part('azure/api-management', 'api_management_name', 'azurerm_api_management'),
  azurerm_app_configuration: stored('azure/app-configuration', 'encryption.0.key_vault_key_identifier'),
  azurerm_communication_service: stored('azure/communication-services'),
  azurerm_cdn_profile: { service: 'azure/cdn', keeps: true, region: 'global' },
  azurerm_cdn_endpoint: { service: 'azure/cdn', keeps: true, region: 'global' },
  azurerm_cdn_frontdoor_profile: { service: 'azure/front-door', keeps: true, region: 'global' },
  azurerm_cdn_frontdoor_endpoint: { service: 'azure/front-door', keeps: true, region: 'global' },
  azurerm_frontdoor: { service: 'azure/front-door', keeps: true, region: 'global' },
}
