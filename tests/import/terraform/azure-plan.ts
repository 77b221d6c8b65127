import type { Around, Wanted } from './plan.ts'

/** Planted where a plan has secrets: none of it may come out. */
export const secret = 'planted-Qv3-secret'

const group = 'shop'
const made = { id: true }

/** A shop of a fictional company on Azure, as the provider's documentation describes its resources. */
export const resources: readonly Wanted[] = [
  { address: 'azurerm_resource_group.shop', after: { name: group, location: 'westeurope' }, unknown: made },
  {
    address: 'azurerm_storage_account.files',
    after: {
      name: 'shopfiles',
      location: 'West Europe',
      account_replication_type: 'ZRS',
      https_traffic_only_enabled: true,
      min_tls_version: 'TLS1_2',
      public_network_access_enabled: true,
      allow_nested_items_to_be_public: false,
      customer_managed_key: [],
      static_website: [],
    },
    unknown: { ...made, network_rules: true, primary_access_key: true },
    sensitive: { primary_access_key: true },
  },
  {
    address: 'azurerm_storage_account.archive',
    after: {
      name: 'shoparchive',
      location: 'westeurope',
      account_replication_type: 'RAGRS',
      https_traffic_only_enabled: false,
      public_network_access_enabled: true,
      allow_nested_items_to_be_public: true,
      customer_managed_key: [],
      static_website: [],
      network_rules: [],
    },
    unknown: made,
  },
  {
    address: 'azurerm_storage_container.public',
    after: {
      name: 'public',
      storage_account_name: 'shoparchive',
      storage_account_id: null,
      container_access_type: 'blob',
    },
    refs: { storage_account_name: ['azurerm_storage_account.archive.name'] },
    unknown: made,
  },
  {
    address: 'azurerm_storage_container.invoices',
    after: { name: 'invoices', storage_account_name: null, container_access_type: 'private' },
    refs: { storage_account_id: ['azurerm_storage_account.files.id'] },
    unknown: { ...made, storage_account_id: true },
  },
  {
    address: 'azurerm_storage_account_customer_managed_key.files',
    after: { key_name: 'files', storage_account_name: null },
    refs: { storage_account_id: ['azurerm_storage_account.files.id'] },
    unknown: { ...made, storage_account_id: true, key_vault_id: true },
  },
  {
    address: 'module.database.azurerm_mssql_server.main',
    after: {
      name: 'shop-sql',
      location: 'germanywestcentral',
      minimum_tls_version: '1.2',
      public_network_access_enabled: true,
      administrator_login: 'shop',
      administrator_login_password: secret,
      transparent_data_encryption_key_vault_key_id: null,
    },
    unknown: made,
    sensitive: { administrator_login_password: true },
  },
  {
    address: 'module.database.azurerm_mssql_firewall_rule.everybody',
    after: { name: 'everybody', start_ip_address: '0.0.0.0', end_ip_address: '255.255.255.255' },
    refs: { server_id: ['azurerm_mssql_server.main.id'] },
    unknown: { ...made, server_id: true },
  },
  {
    address: 'module.database.azurerm_mssql_database.orders',
    after: {
      name: 'orders',
      transparent_data_encryption_enabled: true,
      transparent_data_encryption_key_vault_key_id: null,
      storage_account_type: 'Local',
      creation_source_database_id: null,
    },
    refs: { server_id: ['azurerm_mssql_server.main.id'] },
    unknown: { ...made, server_id: true },
  },
  {
    address: 'module.database.azurerm_mssql_server.standby',
    after: {
      name: 'shop-sql-standby',
      location: 'East US',
      minimum_tls_version: '1.2',
      public_network_access_enabled: false,
      administrator_login_password: secret,
      transparent_data_encryption_key_vault_key_id: null,
    },
    unknown: made,
    sensitive: { administrator_login_password: true },
    providerKey: 'module.database:azurerm.us',
  },
  {
    address: 'module.database.azurerm_mssql_failover_group.orders',
    after: { name: 'orders-group', partner_server: [{}] },
    refs: { server_id: ['azurerm_mssql_server.main.id'], partner_server: ['azurerm_mssql_server.standby.id'] },
    expressions: {
      name: { constant_value: 'orders-group' },
      server_id: { references: ['azurerm_mssql_server.main.id', 'azurerm_mssql_server.main'] },
      partner_server: [{ id: { references: ['azurerm_mssql_server.standby.id', 'azurerm_mssql_server.standby'] } }],
    },
    unknown: { ...made, server_id: true, partner_server: [{ id: true }] },
  },
  {
    address: 'azurerm_postgresql_flexible_server.profiles',
    after: {
      name: 'profiles',
      location: 'westeurope',
      public_network_access_enabled: false,
      delegated_subnet_id: null,
      geo_redundant_backup_enabled: false,
      customer_managed_key: [],
      source_server_id: null,
      administrator_password: secret,
    },
    unknown: made,
    sensitive: { administrator_password: true },
  },
  {
    address: 'azurerm_postgresql_flexible_server_configuration.clear',
    after: { name: 'require_secure_transport', value: 'off' },
    refs: { server_id: ['azurerm_postgresql_flexible_server.profiles.id'] },
    unknown: { ...made, server_id: true },
  },
  {
    address: 'azurerm_cosmosdb_account.carts',
    after: {
      name: 'carts',
      location: 'westeurope',
      geo_location: [
        { location: 'westeurope', failover_priority: 0 },
        { location: 'East US', failover_priority: 1 },
      ],
      backup: [{ type: 'Periodic', storage_redundancy: 'Local' }],
      key_vault_key_id: null,
      is_virtual_network_filter_enabled: false,
      ip_range_filter: [],
      public_network_access_enabled: true,
    },
    unknown: { ...made, primary_key: true },
    sensitive: { primary_key: true },
  },
  {
    address: 'azurerm_redis_cache.sessions',
    after: {
      name: 'sessions',
      location: 'westeurope',
      non_ssl_port_enabled: false,
      public_network_access_enabled: false,
      subnet_id: null,
    },
    unknown: made,
  },
  {
    address: 'azurerm_network_security_group.web',
    after: {
      name: 'web',
      location: 'westeurope',
      security_rule: [
        {
          name: 'ssh',
          direction: 'Inbound',
          access: 'Allow',
          source_address_prefix: '*',
          source_address_prefixes: [],
        },
      ],
    },
    unknown: made,
  },
  {
    address: 'azurerm_network_interface.web',
    after: { name: 'web-nic', location: 'westeurope', ip_configuration: [{ name: 'primary' }] },
    refs: { ip_configuration: ['azurerm_public_ip.web.id'] },
    unknown: { ...made, ip_configuration: [{ public_ip_address_id: true }] },
  },
  {
    address: 'azurerm_network_interface_security_group_association.web',
    refs: {
      network_interface_id: ['azurerm_network_interface.web.id'],
      network_security_group_id: ['azurerm_network_security_group.web.id'],
    },
    unknown: { ...made, network_interface_id: true, network_security_group_id: true },
  },
  { address: 'azurerm_public_ip.web', after: { name: 'web-ip', location: 'westeurope' }, unknown: made },
  {
    address: 'azurerm_linux_virtual_machine.web["a"]',
    after: {
      name: 'web-a',
      location: 'westeurope',
      admin_password: secret,
      custom_data: secret,
      os_disk: [{ disk_encryption_set_id: null }],
      dedicated_host_id: null,
      dedicated_host_group_id: null,
    },
    refs: { network_interface_ids: ['azurerm_network_interface.web.id'] },
    unknown: { ...made, network_interface_ids: true },
    sensitive: { admin_password: true, custom_data: true },
  },
  {
    address: 'azurerm_linux_web_app.shop',
    after: {
      name: 'shop-web',
      location: 'westeurope',
      https_only: true,
      public_network_access_enabled: true,
      site_config: [{ ip_restriction: [], ip_restriction_default_action: 'Allow' }],
      auth_settings_v2: [],
    },
    unknown: made,
  },
  {
    address: 'azurerm_key_vault.shop',
    after: {
      name: 'shop-vault',
      location: 'westeurope',
      public_network_access_enabled: true,
      network_acls: [{ default_action: 'Deny', bypass: 'AzureServices' }],
    },
    unknown: made,
  },
  {
    address: 'azurerm_key_vault_secret.token',
    after: { name: 'token', value: secret },
    refs: { key_vault_id: ['azurerm_key_vault.shop.id'] },
    unknown: { ...made, key_vault_id: true },
    sensitive: { value: true },
  },
  {
    address: 'azurerm_cognitive_account.texts',
    after: {
      name: 'texts',
      location: 'swedencentral',
      kind: 'OpenAI',
      public_network_access_enabled: false,
      customer_managed_key: [],
    },
    unknown: made,
  },
  ...(
    [
      ['regional', 'Standard'],
      ['zone', 'DataZoneStandard'],
      ['everywhere', 'GlobalStandard'],
    ] as const
  ).map(
    ([name, sku]): Wanted => ({
      address: `azurerm_cognitive_deployment.${name}`,
      after: { name, sku: [{ name: sku, capacity: 10 }], model: [{ format: 'OpenAI', name: 'gpt-4o', version: null }] },
      refs: { cognitive_account_id: ['azurerm_cognitive_account.texts.id'] },
      unknown: { ...made, cognitive_account_id: true },
    }),
  ),
  {
    address: 'azurerm_log_analytics_workspace.logs',
    after: { name: 'shop-logs', location: 'East US' },
    unknown: made,
  },
  {
    address: 'azurerm_monitor_diagnostic_setting.vault',
    after: { name: 'vault-logs', storage_account_id: null, eventhub_authorization_rule_id: null },
    refs: {
      log_analytics_workspace_id: ['azurerm_log_analytics_workspace.logs.id'],
      target_resource_id: ['azurerm_key_vault.shop.id'],
    },
    unknown: { ...made, log_analytics_workspace_id: true, target_resource_id: true },
  },
  {
    address: 'azurerm_recovery_services_vault.backups',
    after: { name: 'backups', location: 'westeurope', storage_mode_type: 'GeoRedundant', encryption: [] },
    unknown: made,
  },
  {
    address: 'azuread_user.ada',
    after: { user_principal_name: 'ada@example.org', account_enabled: true, password: secret },
    unknown: { id: true, object_id: true },
    sensitive: { password: true },
  },
  {
    address: 'azuread_group.operators',
    after: { display_name: 'operators', security_enabled: true },
    unknown: { id: true, object_id: true },
  },
  {
    address: 'azuread_group_member.ada',
    refs: { group_object_id: ['azuread_group.operators.object_id'], member_object_id: ['azuread_user.ada.object_id'] },
    unknown: { id: true, group_object_id: true, member_object_id: true },
  },
  {
    address: 'azurerm_role_assignment.operators',
    after: { role_definition_name: 'Owner', scope: '/subscriptions/0000', principal_type: 'Group' },
    refs: { principal_id: ['azuread_group.operators.object_id'] },
    unknown: { ...made, principal_id: true },
  },
  {
    address: 'azurerm_role_assignment.outside',
    after: {
      role_definition_name: 'Contributor',
      principal_id: '11111111-2222-3333-4444-555555555555',
      principal_type: 'User',
    },
    unknown: made,
  },
  {
    address: 'azapi_resource.anything',
    after: { type: 'Microsoft.Something/things@2026-01-01', location: 'westeurope', body: { secret } },
  },
]

export const around: Around = {
  variables: { location: 'westeurope', sql_password: secret },
  sensitive: ['sql_password'],
  providers: { azurerm: undefined, 'azurerm.us': undefined, azuread: undefined },
  calls: { 'module.database': { location: ['var.location'] } },
}
