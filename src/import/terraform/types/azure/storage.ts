import { allOf, anyOf, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { anyPart, inCode, nowhere, renamed } from '../blocks.ts'
import { encrypted, letsIn, place, placeOf, publicNetwork } from './settings.ts'

const ACCOUNT = 'azurerm_storage_account'
const SERVICE = 'azure/storage'
const IN_ACCOUNT = ['storage_account_id', 'storage_account_name'] as const

function account(resource: Planned): Described {
  return {
    region: place(resource),
    ...encrypted(managedBy(resource)),
    encryptedInTransit: inCode(
      resource,
      renamed(resource.flag('https_traffic_only_enabled'), resource.flag('enable_https_traffic_only')),
    ),
    exposed: exposed(resource),
    copiesTo: copies(resource),
  }
}

/** A key of the customer, of the account itself or of a resource that sets it. */
function managedBy(resource: Planned): Setting<'customer'> {
  const attribute = 'customer_managed_key'
  const own = resource.list(attribute)
  const others = resource.parts('azurerm_storage_account_customer_managed_key')
  if ((own.is?.length ?? 0) > 0 || (others.is?.length ?? 0) > 0) return set(attribute, 'customer')
  if (own.open !== undefined) return open(attribute, own.open)
  return open(attribute, others.open ?? 'not-set')
}

/** Containers are closed unless they say otherwise, and only where the account allows it. Static websites are open. */
const exposed = (resource: Planned): Setting<boolean> =>
  allOf(
    anyOf(
      read(resource.list('static_website'), (blocks) => blocks.length > 0),
      anyPart(resource, 'azurerm_storage_account_static_website', () => set('storage_account_id', true)),
      allOf(
        anyPart(resource, 'azurerm_storage_container', openContainer),
        inCode(
          resource,
          renamed(resource.flag('allow_nested_items_to_be_public'), resource.flag('allow_blob_public_access')),
        ),
      ),
    ),
    letsIn(resource, 'network_rules'),
    othersLetIn(resource),
    publicNetwork(resource),
  )

/** The rules for the network that other resources set; none of them lets everybody in. */
function othersLetIn(resource: Planned): Setting<boolean> {
  const type = 'azurerm_storage_account_network_rules'
  const denied = anyPart(resource, type, (rules) =>
    read(rules.text('default_action'), (action) => action.toLowerCase() === 'deny'),
  )
  return read(denied, (is) => !is)
}

const openContainer = (container: Planned): Setting<boolean> =>
  read(container.text('container_access_type'), (access) => ACCESS.get(access))

const ACCESS = new Map([
  ['private', false],
  ['blob', true],
  ['container', true],
])

/** Geo-redundant storage copies to the region that is paired with its own, which is not known here. */
const copies = (resource: Planned): Setting<readonly string[]> =>
  read(resource.text('account_replication_type'), (type) => (/^(LRS|ZRS)$/.test(type) ? [] : undefined))

const inAccount = (...reads: readonly string[]): Mapping => {
  const [id, name] = IN_ACCOUNT
  return {
    service: (resource) => (inPlan(resource) ? 'none' : SERVICE),
    keeps: true,
    reads: [...IN_ACCOUNT, ...reads],
    partOf: { attribute: [id, name], types: [ACCOUNT] },
    describe: (resource) => ({
      region: inPlan(resource) ? nowhere : firstKnown(placeOf(resource, id, ACCOUNT), placeOf(resource, name, ACCOUNT)),
      ...(reads.includes('container_access_type') ? { exposed: openContainer(resource) } : {}),
    }),
  }
}

const inPlan = (resource: Planned): boolean =>
  IN_ACCOUNT.some((attribute) => resource.named(attribute).is?.some(({ type }) => type === ACCOUNT) ?? false)

const firstKnown = <T>(one: Setting<T>, other: Setting<T>): Setting<T> => (one.open === undefined ? one : other)

/** Storage accounts and what they hold. */
export const storage: Mappings = {
  [ACCOUNT]: {
    service: SERVICE,
    keeps: true,
    reads: [
      'location',
      'https_traffic_only_enabled',
      'enable_https_traffic_only',
      'public_network_access_enabled',
      'allow_nested_items_to_be_public',
      'allow_blob_public_access',
      'network_rules',
      'static_website',
      'account_replication_type',
      'customer_managed_key',
    ],
    describe: account,
  },
  azurerm_storage_container: inAccount('container_access_type'),
  azurerm_storage_account_customer_managed_key: inAccount(),
  azurerm_storage_account_network_rules: inAccount('default_action'),
  azurerm_storage_account_static_website: inAccount(),
  azurerm_storage_blob: inAccount(),
  azurerm_storage_share: inAccount(),
  azurerm_storage_share_file: { service: 'none', region: 'global' },
  azurerm_storage_share_directory: { service: 'none', region: 'global' },
  azurerm_storage_queue: inAccount(),
  azurerm_storage_table: inAccount(),
  azurerm_storage_table_entity: { service: 'none', region: 'global' },
  azurerm_storage_data_lake_gen2_filesystem: inAccount(),
  azurerm_storage_data_lake_gen2_path: { service: 'none', region: 'global' },
  azurerm_storage_management_policy: { service: 'none', region: 'global' },
  azurerm_storage_blob_inventory_policy: { service: 'none', region: 'global' },
  azurerm_storage_encryption_scope: { service: 'none', region: 'global' },
  azurerm_storage_object_replication: { service: 'none', region: 'global' },
  azurerm_storage_account_local_user: inAccount(),
}
