import { allOf, listed, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { always, anyIn, anyPart, eachIn, everyone, inCode, renamed, textElement, textWithin } from '../blocks.ts'
import {
  behindLogin,
  encrypted,
  everyAddress,
  key,
  outsideSubnets,
  part,
  place,
  publicNetwork,
  regionName,
  stored,
} from './settings.ts'

const cosmos = (resource: Planned): Described => ({
  region: place(resource),
  ...encrypted(key(resource, 'key_vault_key_id')),
  exposed: allOf(
    read(inCode(resource, resource.flag('is_virtual_network_filter_enabled')), (filtered) => !filtered),
    unfiltered(resource),
    publicNetwork(resource),
  ),
  copiesTo: listed(
    eachIn(resource.list('geo_location'), (one, at) => read(textWithin(at, one, 'location'), regionName)),
    cosmosBackups(resource),
  ),
})

/** The filter was one text with commas, and is a list now. Without an address in it, all addresses are let in. */
function unfiltered(resource: Planned): Setting<boolean> {
  const attribute = 'ip_range_filter'
  const filter = inCode(resource, resource.get(attribute))
  if (filter.open === 'not-set') return set(attribute, true)
  if (filter.open !== undefined) return open(attribute, filter.open)
  const ranges = typeof filter.is === 'string' ? filter.is.split(',') : filter.is
  return Array.isArray(ranges)
    ? anyIn(set(attribute, ranges), (range, at) => everyone(textElement(range, at)))
    : open(attribute, 'not-understood')
}

/** Backups lie in the own region, or also in the paired one, which is not known here. */
function cosmosBackups(resource: Planned): Setting<readonly string[]> {
  const redundancy = read(resource.text('backup.0.storage_redundancy'), (one) => LOCAL.get(one))
  return redundancy.open === undefined ? redundancy : open('backup.0.storage_redundancy', redundancy.open)
}

const LOCAL: ReadonlyMap<string, readonly string[]> = new Map([
  ['Local', []],
  ['Zone', []],
])

const redis: Mapping = {
  service: 'azure/redis',
  keeps: true,
  reads: ['location', 'non_ssl_port_enabled', 'enable_non_ssl_port', 'public_network_access_enabled', 'subnet_id'],
  describe: (resource) => ({
    region: place(resource),
    ...encrypted(always),
    encryptedInTransit: read(
      inCode(resource, renamed(resource.flag('non_ssl_port_enabled'), resource.flag('enable_non_ssl_port'))),
      (clear) => !clear,
    ),
    exposed: allOf(redisRules(resource), outsideSubnets(resource, 'subnet_id'), publicNetwork(resource)),
  }),
}

/** Without a firewall rule, all addresses are let in. */
function redisRules(resource: Planned): Setting<boolean> {
  const type = 'azurerm_redis_firewall_rule'
  return resource.parts(type).is?.length === 0
    ? set(type, true)
    : anyPart(resource, type, (rule) => everyAddress(rule, 'start_ip', 'end_ip'))
}

/** A service that keeps data and answers nobody without a login or a key. */
const behind = (service: string, keyAttribute: string, ...more: readonly string[]): Mapping => ({
  service,
  keeps: true,
  reads: ['location', 'public_network_access_enabled', keyAttribute.split('.', 1)[0] ?? keyAttribute, ...more],
  describe: (resource) => ({
    region: place(resource),
    ...encrypted(key(resource, keyAttribute)),
    exposed: behindLogin(publicNetwork(resource)),
  }),
})

/** Databases besides those of SQL, queues and analytics. */
export const data: Mappings = {
  azurerm_cosmosdb_account: {
    service: 'azure/cosmos-db',
    keeps: true,
    reads: [
      'location',
      'geo_location',
      'backup',
      'key_vault_key_id',
      'is_virtual_network_filter_enabled',
      'ip_range_filter',
      'public_network_access_enabled',
    ],
    describe: cosmos,
  },
  ...Object.fromEntries(
    [
      'sql_database',
      'sql_container',
      'mongo_database',
      'mongo_collection',
      'table',
      'cassandra_keyspace',
      'cassandra_table',
      'gremlin_database',
      'gremlin_graph',
    ].map((name) => [`azurerm_cosmosdb_${name}`, part('azure/cosmos-db', 'account_name', 'azurerm_cosmosdb_account')]),
  ),
  azurerm_cosmosdb_sql_role_assignment: { service: 'none', region: 'global' },
  azurerm_cosmosdb_sql_role_definition: { service: 'none', region: 'global' },
  azurerm_redis_cache: redis,
  azurerm_redis_firewall_rule: {
    ...part('azure/redis', 'redis_cache_name', 'azurerm_redis_cache'),
    reads: ['redis_cache_name', 'start_ip', 'end_ip'],
  },
  azurerm_redis_enterprise_cluster: stored('azure/redis'),
  azurerm_managed_redis: stored('azure/redis', 'customer_managed_key.0.key_vault_key_id'),
  azurerm_servicebus_namespace: behind('azure/service-bus', 'customer_managed_key.0.key_vault_key_id'),
  azurerm_servicebus_queue: part('azure/service-bus', 'namespace_id', 'azurerm_servicebus_namespace'),
  azurerm_servicebus_topic: part('azure/service-bus', 'namespace_id', 'azurerm_servicebus_namespace'),
  azurerm_servicebus_subscription: part('azure/service-bus', 'topic_id', 'azurerm_servicebus_topic'),
  azurerm_eventhub_namespace: behind('azure/event-hubs', 'customer_managed_key.0.key_vault_key_id'),
  azurerm_eventhub: part('azure/event-hubs', 'namespace_id', 'azurerm_eventhub_namespace'),
  azurerm_eventhub_consumer_group: { service: 'none', region: 'global' },
  azurerm_eventgrid_topic: stored('azure/event-grid'),
  azurerm_eventgrid_system_topic: stored('azure/event-grid'),
  azurerm_eventgrid_domain: stored('azure/event-grid'),
  azurerm_eventgrid_event_subscription: { service: 'none', region: 'global' },
  azurerm_iothub: stored('azure/iot-hub'),
  azurerm_signalr_service: stored('azure/signalr'),
  azurerm_web_pubsub: stored('azure/web-pubsub'),
  azurerm_synapse_workspace: stored('azure/synapse', 'customer_managed_key.0.key_versionless_id'),
  azurerm_synapse_sql_pool: part('azure/synapse', 'synapse_workspace_id', 'azurerm_synapse_workspace'),
  azurerm_synapse_spark_pool: part('azure/synapse', 'synapse_workspace_id', 'azurerm_synapse_workspace'),
  azurerm_synapse_firewall_rule: { service: 'none', region: 'global' },
  azurerm_data_factory: stored('azure/data-factory', 'customer_managed_key_id'),
  azurerm_data_factory_pipeline: part('azure/data-factory', 'data_factory_id', 'azurerm_data_factory'),
  azurerm_databricks_workspace: stored('azure/databricks'),
  azurerm_kusto_cluster: stored('azure/data-explorer'),
  azurerm_kusto_database: part('azure/data-explorer', 'cluster_name', 'azurerm_kusto_cluster'),
  azurerm_stream_analytics_job: stored('azure/stream-analytics'),
  azurerm_hdinsight_hadoop_cluster: stored('azure/hdinsight'),
  azurerm_hdinsight_spark_cluster: stored('azure/hdinsight'),
  azurerm_purview_account: stored('azure/purview'),
  azurerm_healthcare_fhir_service: stored('azure/health-data-services'),
  azurerm_healthcare_dicom_service: stored('azure/health-data-services'),
  azurerm_healthcare_workspace: stored('azure/health-data-services'),
  azurerm_netapp_account: stored('azure/netapp-files'),
  azurerm_netapp_volume: stored('azure/netapp-files'),
}
