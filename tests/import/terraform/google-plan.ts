import type { Around, Wanted } from './plan.ts'

/** Planted where a plan has secrets: none of it may come out. */
export const secret = 'planted-Zn7-secret'

/** A shop of a fictional company on Google Cloud, as the provider's documentation describes its resources. */
export const resources: readonly Wanted[] = [
  { address: 'google_project_service.sql', after: { project: 'shop', service: 'sqladmin.googleapis.com' } },
  { address: 'google_kms_key_ring.shop', after: { name: 'shop', location: 'europe-west3' } },
  {
    address: 'google_kms_crypto_key.files',
    after: { name: 'files', rotation_period: '7776000s' },
    refs: { key_ring: ['google_kms_key_ring.shop.id'] },
    unknown: { id: true, key_ring: true },
  },
  {
    address: 'google_storage_bucket.files',
    after: {
      name: 'shop-files',
      location: 'EUROPE-WEST3',
      uniform_bucket_level_access: true,
      public_access_prevention: 'enforced',
      encryption: [{}],
      custom_placement_config: [],
      logging: [{ log_bucket: 'shop-logs', log_object_prefix: null }],
    },
    refs: { encryption: ['google_kms_crypto_key.files.id'] },
    unknown: { id: true, self_link: true, encryption: [{ default_kms_key_name: true }] },
  },
  {
    address: 'google_storage_bucket.logs',
    after: {
      name: 'shop-logs',
      location: 'EU',
      uniform_bucket_level_access: true,
      public_access_prevention: 'inherited',
      encryption: [],
      custom_placement_config: [],
      logging: [],
    },
    unknown: { id: true, self_link: true },
  },
  {
    address: 'google_storage_bucket.website',
    after: {
      name: 'shop-website',
      location: 'EUR4',
      uniform_bucket_level_access: true,
      public_access_prevention: 'inherited',
      encryption: [],
      custom_placement_config: [],
      logging: [],
    },
    unknown: { id: true, self_link: true },
  },
  {
    address: 'google_storage_bucket_iam_member.everybody',
    after: { bucket: 'shop-website', member: 'allUsers', role: 'roles/storage.objectViewer', condition: [] },
    refs: { bucket: ['google_storage_bucket.website.name'] },
  },
  {
    address: 'google_storage_bucket_object.seed',
    after: { bucket: 'shop-files', name: 'seed.json', content: secret },
    refs: { bucket: ['google_storage_bucket.files.name'] },
    sensitive: { content: true },
  },
  {
    address: 'module.database.google_sql_database_instance.main',
    after: {
      name: 'orders',
      region: 'europe-west3',
      database_version: 'POSTGRES_16',
      root_password: secret,
      encryption_key_name: null,
      settings: [
        {
          tier: 'db-custom-2-7680',
          ip_configuration: [
            {
              ipv4_enabled: true,
              ssl_mode: 'ENCRYPTED_ONLY',
              authorized_networks: [{ name: 'office', value: '203.0.113.0/24', expiration_time: null }],
            },
          ],
          backup_configuration: [{ enabled: true, location: 'eu', point_in_time_recovery_enabled: true }],
        },
      ],
    },
    unknown: { id: true, self_link: true, master_instance_name: true },
    sensitive: { root_password: true },
  },
  {
    address: 'module.database.google_sql_database_instance.replica',
    after: {
      name: 'orders-replica',
      region: 'us-east1',
      master_instance_name: 'orders',
      encryption_key_name: null,
      settings: [
        {
          ip_configuration: [
            {
              ipv4_enabled: true,
              ssl_mode: 'ALLOW_UNENCRYPTED_AND_ENCRYPTED',
              authorized_networks: [{ name: 'all', value: '0.0.0.0/0', expiration_time: null }],
            },
          ],
          backup_configuration: [{ enabled: false, location: null }],
        },
      ],
    },
    refs: { master_instance_name: ['google_sql_database_instance.main.name'] },
    unknown: { id: true, self_link: true },
    providerKey: 'module.database:google.us',
  },
  {
    address: 'module.database.google_sql_user.shop',
    after: { name: 'shop', instance: 'orders', password: secret },
    refs: { instance: ['google_sql_database_instance.main.name'] },
    sensitive: { password: true },
  },
  {
    address: 'google_compute_network.shop',
    after: { name: 'shop', auto_create_subnetworks: false },
    unknown: { id: true, self_link: true },
  },
  {
    address: 'google_compute_subnetwork.shop',
    after: { name: 'shop', ip_cidr_range: '10.0.0.0/24', region: 'europe-west3' },
    refs: { network: ['google_compute_network.shop.id'] },
    unknown: { id: true, self_link: true, network: true },
  },
  {
    address: 'google_compute_firewall.ssh',
    after: {
      name: 'ssh',
      network: 'shop',
      direction: 'INGRESS',
      disabled: null,
      allow: [{ protocol: 'tcp', ports: ['22'] }],
      source_ranges: ['0.0.0.0/0'],
      target_tags: ['bastion'],
      target_service_accounts: null,
    },
    refs: { network: ['google_compute_network.shop.name'] },
    unknown: { id: true, self_link: true },
  },
  {
    address: 'google_compute_instance.worker["a"]',
    after: {
      name: 'worker-a',
      zone: 'europe-west3-b',
      tags: ['worker'],
      boot_disk: [{ disk_encryption_key_raw: null }],
      network_interface: [
        { network: 'shop', subnetwork: null, access_config: [{ nat_ip: null }], ipv6_access_config: [] },
      ],
      scheduling: [{ node_affinities: [] }],
      metadata: { 'startup-script': secret },
    },
    refs: { network_interface: ['google_compute_network.shop.name'] },
    unknown: { id: true, self_link: true, boot_disk: [{ kms_key_self_link: true }] },
    sensitive: { metadata: true },
  },
  {
    address: 'google_compute_instance.bastion',
    after: {
      name: 'bastion',
      zone: 'europe-west3-b',
      tags: ['bastion'],
      boot_disk: [{ disk_encryption_key_raw: null }],
      network_interface: [
        { network: 'shop', subnetwork: null, access_config: [{ nat_ip: null }], ipv6_access_config: [] },
      ],
      scheduling: [{ node_affinities: [] }],
    },
    refs: { network_interface: ['google_compute_network.shop.name'] },
    unknown: { id: true, self_link: true, boot_disk: [{ kms_key_self_link: true }] },
  },
  {
    address: 'google_cloud_run_v2_service.api',
    after: {
      name: 'api',
      location: 'europe-west3',
      ingress: 'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER',
      invoker_iam_disabled: null,
      template: [{ encryption_key: null }],
    },
    unknown: { id: true },
  },
  {
    address: 'google_cloud_run_v2_service.hooks',
    after: {
      name: 'hooks',
      location: 'europe-west3',
      ingress: 'INGRESS_TRAFFIC_ALL',
      invoker_iam_disabled: null,
      template: [{ encryption_key: null }],
    },
    unknown: { id: true },
  },
  {
    address: 'google_cloud_run_v2_service_iam_member.hooks',
    after: { name: 'hooks', location: 'europe-west3', member: 'allUsers', role: 'roles/run.invoker' },
    refs: { name: ['google_cloud_run_v2_service.hooks.name'] },
  },
  {
    address: 'google_bigquery_dataset.reports',
    after: { dataset_id: 'reports', location: 'US', default_encryption_configuration: [] },
    unknown: { id: true, self_link: true, access: true },
  },
  {
    address: 'google_pubsub_topic.orders',
    after: {
      name: 'orders-topic',
      kms_key_name: null,
      message_storage_policy: [{ allowed_persistence_regions: ['europe-west3', 'europe-west4'] }],
    },
    unknown: { id: true },
  },
  {
    address: 'google_secret_manager_secret.token',
    after: { secret_id: 'token', replication: [{ auto: [{ customer_managed_encryption: [] }], user_managed: [] }] },
    unknown: { id: true, name: true },
  },
  {
    address: 'google_secret_manager_secret_version.token',
    after: { secret_data: secret, enabled: true },
    refs: { secret: ['google_secret_manager_secret.token.id'] },
    unknown: { id: true, secret: true },
    sensitive: { secret_data: true },
  },
  {
    address: 'google_redis_instance.sessions',
    after: {
      name: 'sessions',
      region: 'europe-west3',
      transit_encryption_mode: 'DISABLED',
      customer_managed_key: null,
    },
    unknown: { id: true, auth_string: true },
  },
  {
    address: 'google_firestore_database.profiles',
    after: { name: 'profiles', location_id: 'eur3', type: 'FIRESTORE_NATIVE', cmek_config: [] },
    unknown: { id: true },
  },
  {
    address: 'google_vertex_ai_endpoint.texts',
    after: { name: 'texts', display_name: 'texts', location: 'europe-west3', encryption_spec: [] },
    unknown: { id: true },
  },
  {
    address: 'google_vertex_ai_endpoint.everywhere',
    after: { name: 'everywhere', display_name: 'everywhere', location: 'global', encryption_spec: [] },
    unknown: { id: true },
  },
  {
    address: 'google_logging_project_sink.all',
    after: { name: 'all', destination: 'storage.googleapis.com/shop-logs' },
    refs: { destination: ['google_storage_bucket.logs.name'] },
    unknown: { id: true, writer_identity: true },
  },
  {
    address: 'google_project_iam_member.owner',
    after: { project: 'shop', role: 'roles/owner', member: 'user:ada@example.org', condition: [] },
    unknown: { id: true, etag: true },
  },
  { address: 'google_service_account.ci', after: { account_id: 'ci' }, unknown: { id: true, email: true } },
  {
    address: 'google_service_account_key.ci',
    after: { private_key_type: 'TYPE_GOOGLE_CREDENTIALS_FILE', private_key: secret },
    refs: { service_account_id: ['google_service_account.ci.name'] },
    unknown: { id: true, service_account_id: true },
    sensitive: { private_key: true },
  },
  { address: 'google_brand_new_thing.one', after: { location: 'europe-west3', password: secret } },
]

export const around: Around = {
  variables: { region: 'europe-west3', database_password: secret },
  sensitive: ['database_password'],
  providers: {
    google: ['var.region'],
    'google.us': 'us-east1',
  },
  calls: { 'module.database': { region: ['var.region'] } },
}
