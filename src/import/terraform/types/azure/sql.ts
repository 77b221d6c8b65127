import { allOf, listed, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { always, anyPart, inCode, of, parentOf } from '../blocks.ts'
import { encrypted, everyAddress, key, outsideSubnets, part, place, placeOf, publicNetwork } from './settings.ts'

const SERVER = 'azurerm_mssql_server'
const DATABASE = 'azurerm_mssql_database'
const SERVER_KEY = 'azurerm_mssql_server_transparent_data_encryption'
const GROUP = 'azurerm_mssql_failover_group'

/** The server closes its databases to all addresses that no rule lets in. */
const serverExposed = (server: Planned): Setting<boolean> =>
  allOf(
    anyPart(server, 'azurerm_mssql_firewall_rule', (rule) => everyAddress(rule)),
    publicNetwork(server),
  )

const KEY = 'transparent_data_encryption_key_vault_key_id'

/** The key of the server, which another resource may set. */
function serverKey(server: Planned): Setting<'customer'> {
  const own = key(server, KEY)
  if (own.open === undefined) return own
  const others = server.parts(SERVER_KEY)
  if (others.open !== undefined) return open(others.attribute, others.open)
  const keys = (others.is as readonly Planned[]).map((one) => of(one, key(one, 'key_vault_key_id')))
  // Without a key of its own, that resource sets the provider's.
  return keys.find((one) => one.open === undefined) ?? keys[0] ?? own
}

const server = (resource: Planned): Described => ({
  region: place(resource),
  ...encrypted(serverKey(resource)),
  encryptedInTransit: read(inCode(resource, resource.text('minimum_tls_version')), (version) =>
    /^1\.\d$/.test(version) ? true : undefined,
  ),
  exposed: serverExposed(resource),
  copiesTo: partners(resource),
})

function database(resource: Planned): Described {
  const around = parentOf(resource, 'server_id', [SERVER])
  return {
    region: placeOf(resource, 'server_id', SERVER),
    encryptedAtRest: inCode(resource, resource.flag('transparent_data_encryption_enabled')),
    keyManagedBy: managedBy(resource, around),
    exposed: around === undefined ? open('server_id', 'not-in-file') : of(around, serverExposed(around)),
    copiesTo: listed(
      backups(resource),
      secondaries(resource),
      around === undefined ? open('server_id', 'not-in-file') : of(around, partners(around)),
    ),
  }
}

/** The key of a database is its own, or else that of its server. */
function managedBy(resource: Planned, around: Planned | undefined): Setting<'customer'> {
  const own = key(resource, KEY)
  if (own.open !== 'not-set' && own.open !== 'not-in-file') return own
  if (around === undefined) return open('server_id', 'not-in-file')
  const shared = serverKey(around)
  if (own.open === 'not-in-file' && shared.open !== undefined) return own
  return shared.open === 'not-set' ? own : of(around, shared)
}

/** Backups lie in the own region, or also in the paired one, which is not known here. */
const backups = (resource: Planned): Setting<readonly string[]> =>
  read(inCode(resource, resource.text('storage_account_type')), (type) =>
    /^(Local|Zone)$/.test(type) ? [] : undefined,
  )

function secondaries(resource: Planned): Setting<readonly string[]> {
  const parts = resource.parts(DATABASE)
  if (parts.open !== undefined) return open(parts.attribute, parts.open)
  return listed(
    set(DATABASE, []),
    ...(parts.is as readonly Planned[]).map((copy) =>
      read(of(copy, placeOf(copy, 'server_id', SERVER)), (region): readonly string[] => [region]),
    ),
  )
}

/** The regions of the servers that a failover group copies to. */
function partners(resource: Planned): Setting<readonly string[]> {
  const groups = resource.parts(GROUP)
  if (groups.open !== undefined) return open(groups.attribute, groups.open)
  return listed(
    set(GROUP, []),
    ...(groups.is as readonly Planned[]).map((group) => {
      if (group.list('partner_server').is?.length !== 1) return of(group, open('partner_server', 'not-understood'))
      return read(of(group, placeOf(group, 'partner_server.0.id', SERVER)), (region): readonly string[] => [region])
    }),
  )
}

/** A server of PostgreSQL or MySQL that Azure runs. */
function flexible(engine: 'postgresql' | 'mysql'): Mappings {
  const type = `azurerm_${engine}_flexible_server`
  const service = `azure/${engine}`
  const mapping: Mapping = {
    service,
    keeps: true,
    reads: [
      'location',
      'public_network_access_enabled',
      'public_network_access',
      'delegated_subnet_id',
      'geo_redundant_backup_enabled',
      'customer_managed_key',
      'source_server_id',
    ],
    partOf: { attribute: 'source_server_id', types: [type], optional: true },
    describe: (resource) => ({
      region: place(resource),
      ...encrypted(key(resource, 'customer_managed_key.0.key_vault_key_id')),
      encryptedInTransit: secureTransport(resource, `${type}_configuration`),
      exposed: allOf(
        anyPart(resource, `${type}_firewall_rule`, (rule) => everyAddress(rule)),
        outsideSubnets(resource, 'delegated_subnet_id'),
        switchedOn(resource),
      ),
      copiesTo: listed(
        read(inCode(resource, resource.flag('geo_redundant_backup_enabled')), (geo) => (geo ? undefined : [])),
        replicas(resource),
      ),
    }),
  }
  const attribute = engine === 'mysql' ? 'server_name' : 'server_id'
  const inside = (...reads: readonly string[]): Mapping => ({
    ...part(service, attribute, type),
    reads: [attribute, ...reads],
  })
  return {
    [type]: mapping,
    [`${type}_configuration`]: inside('name', 'value'),
    [`${type}_firewall_rule`]: inside('start_ip_address', 'end_ip_address'),
    [`${type}_database`]: part(service, attribute, type),
    [`azurerm_${engine}_flexible_database`]: part(service, attribute, type),
    [`${type}_active_directory_administrator`]: { service: 'none', region: 'global' },
    [`${type}_virtual_endpoint`]: { service: 'none', region: 'global' },
  }
}

/** A newer provider of MySQL has a text in the place of the switch. */
const switchedOn = (resource: Planned): Setting<boolean> => {
  const text = read(resource.text('public_network_access'), (value) => value === 'Enabled')
  return text.open === 'not-in-file' ? publicNetwork(resource) : text
}

function replicas(resource: Planned): Setting<readonly string[]> {
  const parts = resource.parts(resource.type)
  if (parts.open !== undefined) return open(parts.attribute, parts.open)
  return listed(
    set(resource.type, []),
    ...(parts.is as readonly Planned[]).map((replica) =>
      read(of(replica, place(replica)), (region): readonly string[] => [region]),
    ),
  )
}

/** Connections in the clear are refused by a parameter of the server; what counts without it, the registry records. */
function secureTransport(resource: Planned, type: string): Setting<boolean> {
  const attribute = 'require_secure_transport'
  const parameters = resource.parts(type)
  if (parameters.open !== undefined) return open(type, parameters.open)
  const values = (parameters.is as readonly Planned[]).flatMap((one) => {
    const name = one.text('name')
    if (name.open !== undefined) return [of(one, open('name', name.open))]
    return name.is === attribute
      ? [
          of(
            one,
            read(one.text('value'), (value) => value.toLowerCase() === 'on'),
          ),
        ]
      : []
  })
  const [first, ...others] = values
  return first === undefined ? open(attribute, 'not-set') : allOf(first, ...others)
}

/** Databases of SQL. */
export const sql: Mappings = {
  [SERVER]: {
    service: 'azure/sql',
    keeps: true,
    reads: ['location', 'minimum_tls_version', 'public_network_access_enabled', KEY],
    describe: server,
  },
  [DATABASE]: {
    service: 'azure/sql',
    keeps: true,
    reads: [
      'server_id',
      'transparent_data_encryption_enabled',
      KEY,
      'storage_account_type',
      'creation_source_database_id',
    ],
    partOf: { attribute: 'creation_source_database_id', types: [DATABASE], optional: true },
    describe: database,
  },
  azurerm_mssql_elasticpool: part('azure/sql', 'server_name', SERVER),
  [GROUP]: { ...part('azure/sql', 'server_id', SERVER), reads: ['server_id', 'partner_server'] },
  azurerm_mssql_firewall_rule: {
    ...part('azure/sql', 'server_id', SERVER),
    reads: ['server_id', 'start_ip_address', 'end_ip_address'],
  },
  azurerm_mssql_virtual_network_rule: { service: 'none', region: 'global' },
  [SERVER_KEY]: { ...part('azure/sql', 'server_id', SERVER), reads: ['server_id', 'key_vault_key_id'] },
  azurerm_mssql_server_extended_auditing_policy: { service: 'none', region: 'global' },
  azurerm_mssql_database_extended_auditing_policy: { service: 'none', region: 'global' },
  azurerm_mssql_server_security_alert_policy: { service: 'none', region: 'global' },
  azurerm_mssql_server_vulnerability_assessment: { service: 'none', region: 'global' },
  azurerm_mssql_managed_instance: {
    service: 'azure/sql',
    keeps: true,
    reads: ['location', 'public_data_endpoint_enabled', 'storage_account_type'],
    describe: (resource) => ({
      region: place(resource),
      ...encrypted(always),
      copiesTo: read(resource.text('storage_account_type'), (type) => (/^(LRS|ZRS)$/.test(type) ? [] : undefined)),
    }),
  },
  ...flexible('postgresql'),
  ...flexible('mysql'),
}
