import type { Around, Wanted } from './plan.ts'

/** What stands in the plan where secrets stand, and nowhere in what is read of it. */
export const secret = 'cf-planted-secret-9c1d'

const account = '0123456789abcdef0123456789abcdef'

/** A shop (fictional) at Cloudflare, with resources of versions 4 and 5 of the provider. */
export const cloudflare: readonly Wanted[] = [
  {
    address: 'cloudflare_zone.shop',
    after: { name: 'shop.example', account: { id: account }, type: 'full', paused: null },
    unknown: { id: true, status: true },
  },
  {
    address: 'cloudflare_zone_setting.https',
    after: { setting_id: 'always_use_https', value: 'on' },
    unknown: { id: true, zone_id: true },
    refs: { zone_id: ['cloudflare_zone.shop.id'] },
  },
  {
    address: 'cloudflare_zone_setting.ssl',
    after: { setting_id: 'ssl', value: 'strict' },
    unknown: { id: true, zone_id: true },
    refs: { zone_id: ['cloudflare_zone.shop.id'] },
  },
  {
    address: 'cloudflare_dns_record.www',
    after: { name: 'www.shop.example', type: 'A', content: '192.0.2.10', ttl: 1, proxied: true },
    unknown: { id: true, zone_id: true },
    refs: { zone_id: ['cloudflare_zone.shop.id'] },
  },
  {
    address: 'cloudflare_dns_record.mail',
    after: { name: 'mail.shop.example', type: 'A', content: '192.0.2.25', ttl: 300, proxied: false },
    unknown: { id: true, zone_id: true },
    refs: { zone_id: ['cloudflare_zone.shop.id'] },
  },
  {
    address: 'cloudflare_dns_record.verification',
    after: { name: 'shop.example', type: 'TXT', content: secret, ttl: 300, proxied: null },
    unknown: { id: true, zone_id: true },
    refs: { zone_id: ['cloudflare_zone.shop.id'] },
  },
  {
    address: 'cloudflare_zone.legacy',
    after: { zone: 'legacy.example', account_id: account },
    unknown: { id: true },
    providerKey: 'cloudflare.legacy',
  },
  {
    address: 'cloudflare_zone_settings_override.legacy',
    after: { settings: [{ always_use_https: 'on', ssl: 'flexible', min_tls_version: '1.0' }] },
    unknown: { id: true, zone_id: true },
    refs: { zone_id: ['cloudflare_zone.legacy.id'] },
    providerKey: 'cloudflare.legacy',
  },
  {
    address: 'cloudflare_record.legacy',
    after: { name: 'legacy.example', type: 'CNAME', value: 'www.shop.example', proxied: true },
    unknown: { id: true, zone_id: true },
    refs: { zone_id: ['cloudflare_zone.legacy.id'] },
  },
  {
    address: 'cloudflare_zone.campaign',
    after: { name: 'campaign.example', account: { id: account } },
    unknown: { id: true },
  },
  {
    address: 'cloudflare_zone_settings_override.campaign',
    after: { settings: [{ always_use_https: 'on', ssl: 'full' }] },
    unknown: { id: true, zone_id: true },
    refs: { zone_id: ['cloudflare_zone.campaign.id'] },
  },
  {
    address: 'cloudflare_ruleset.campaign',
    after: {
      kind: 'zone',
      name: 'configuration',
      phase: 'http_config_settings',
      rules: [
        {
          action: 'set_config',
          expression: '(http.host eq "old.campaign.example")',
          action_parameters: { ssl: 'off' },
        },
        { action: 'block', expression: 'true', action_parameters: null },
      ],
    },
    unknown: { id: true, zone_id: true },
    refs: { zone_id: ['cloudflare_zone.campaign.id'] },
  },
  {
    address: 'module.storage.cloudflare_r2_bucket.orders',
    after: { account_id: account, name: 'orders', jurisdiction: 'eu', location: 'weur' },
    unknown: { id: true },
  },
  {
    address: 'module.storage.cloudflare_r2_bucket.catalogue',
    after: { account_id: account, name: 'catalogue', jurisdiction: 'default', location: 'weur' },
    unknown: { id: true },
  },
  {
    address: 'module.storage.cloudflare_r2_managed_domain.catalogue',
    after: { account_id: account, bucket_name: 'catalogue', enabled: true },
    unknown: { domain: true },
    refs: { bucket_name: ['cloudflare_r2_bucket.catalogue.name'] },
  },
  {
    address: 'cloudflare_d1_database.sessions',
    after: { account_id: account, name: 'sessions', jurisdiction: null, read_replication: { mode: 'disabled' } },
    unknown: { id: true },
  },
  {
    address: 'cloudflare_d1_database.profiles',
    after: { account_id: account, name: 'profiles', jurisdiction: 'eu' },
    unknown: { id: true, read_replication: true },
  },
  {
    address: 'cloudflare_workers_kv_namespace.flags',
    after: { account_id: account, title: 'flags' },
    unknown: { id: true },
  },
  {
    address: 'cloudflare_workers_script.api',
    after: {
      account_id: account,
      script_name: 'api',
      content: 'export default {}',
      bindings: [{ name: 'TOKEN', type: 'secret_text', text: secret }],
    },
    unknown: { id: true },
  },
  { address: 'cloudflare_queue.mail', after: { account_id: account, queue_name: 'mail' }, unknown: { id: true } },
  {
    address: 'cloudflare_ai_gateway.main',
    after: { account_id: account, id: 'main', collect_logs: true, cache_ttl: 0 },
  },
  {
    address: 'cloudflare_logpush_job.requests',
    after: {
      dataset: 'http_requests',
      enabled: true,
      destination_conf: `s3://logs/requests?region=us-east-1&access-key-id=AKIA&secret-access-key=${secret}`,
    },
    unknown: { id: true, zone_id: true },
    refs: { zone_id: ['cloudflare_zone.shop.id'] },
  },
  {
    address: 'cloudflare_logpush_job.siem',
    after: {
      dataset: 'firewall_events',
      enabled: true,
      destination_conf: `splunk://siem.example?header_Authorization=${secret}`,
    },
    unknown: { id: true },
  },
  {
    address: 'cloudflare_account_member.owner',
    after: {
      account_id: account,
      email: 'owner@shop.example',
      roles: ['33666b9c79b9a5273fc7344ff42f953d'],
      status: 'accepted',
    },
    unknown: { id: true },
  },
  {
    address: 'cloudflare_account_member.analyst',
    after: {
      account_id: account,
      email_address: 'analyst@shop.example',
      role_ids: ['6ddc5f80969d01105b5a0931e0079365'],
    },
    unknown: { id: true },
  },
  {
    address: 'cloudflare_regional_hostname.www',
    after: { hostname: 'www.shop.example', region_key: 'eu' },
    unknown: { id: true, zone_id: true },
    refs: { zone_id: ['cloudflare_zone.shop.id'] },
  },
]

export const cloudflareAround: Around = { providers: { cloudflare: undefined, 'cloudflare.legacy': undefined } }
