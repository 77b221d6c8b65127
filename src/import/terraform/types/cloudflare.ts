import { anyOf, open, read, type Setting, set } from '../../setting.ts'
import type { Mapping, Mappings, Planned } from '../mapping.ts'
import { always, anyPart } from './blocks.ts'
import { memberOf } from './cloudflare/members.ts'
import { transitOf, zoneRefusesClearText } from './cloudflare/transit.ts'
import { each, supporting } from './table.ts'

/** A service at every edge. */
const edge = (service: string, keeps?: boolean): Mapping => ({
  service: `cloudflare/${service}`,
  region: 'global',
  ...(keeps !== undefined && { keeps }),
})

const record: Mapping = {
  // A record that is not known to be answered by DNS alone may be proxied: then requests pass the edge.
  service: (one) => {
    const proxied = one.flag('proxied')
    return proxied.is === false || proxied.open === 'not-set' ? 'cloudflare/dns' : 'cloudflare/cdn'
  },
  region: 'global',
  reads: ['zone_id', 'proxied'],
  describe: (one) => {
    const proxied = one.flag('proxied')
    return proxied.is === false || proxied.open === 'not-set'
      ? {}
      : { encryptedInTransit: transitOf(one), exposed: read(proxied, (is) => is || undefined) }
  },
}

const inZone = (service: string): Mapping => ({
  service: `cloudflare/${service}`,
  region: 'global',
  reads: ['zone_id'],
  describe: (one) => ({ encryptedInTransit: transitOf(one) }),
})

/** What belongs to a zone, and says something of it. */
const ofZone = (...reads: readonly string[]): Mapping => ({
  service: 'none',
  region: 'global',
  reads: ['zone_id', ...reads],
  partOf: { attribute: 'zone_id', types: ['cloudflare_zone'] },
})

const ofBucket: Mapping = {
  service: 'none',
  region: 'global',
  reads: ['bucket_name', 'enabled'],
  partOf: { attribute: 'bucket_name', types: ['cloudflare_r2_bucket'] },
}

/** Types of resources of the provider cloudflare/cloudflare, versions 4 and 5, as its documentation describes them. */
export const cloudflare: Mappings = {
  cloudflare_zone: {
    service: 'cloudflare/dns',
    region: 'global',
    keeps: false,
    describe: (zone) => ({ encryptedInTransit: zoneRefusesClearText(zone) }),
  },
  cloudflare_zone_setting: ofZone('setting_id', 'value'),
  cloudflare_zone_settings_override: ofZone('settings'),
  cloudflare_page_rule: ofZone('actions'),
  cloudflare_ruleset: ofZone('rules'),
  cloudflare_record: record,
  cloudflare_dns_record: record,
  cloudflare_load_balancer: { ...inZone('load-balancing'), keeps: false },
  cloudflare_load_balancer_pool: edge('load-balancing', false),
  cloudflare_custom_hostname: inZone('cdn'),
  cloudflare_waiting_room: inZone('waiting-room'),
  cloudflare_spectrum_application: {
    service: 'cloudflare/spectrum',
    region: 'global',
    keeps: false,
    reads: ['tls'],
    describe: (one) => ({
      encryptedInTransit: read(one.text('tls'), (tls) => {
        if (tls === 'full' || tls === 'strict') return true
        return tls === 'off' || tls === 'flexible' ? false : undefined
      }),
    }),
  },
  cloudflare_regional_hostname: {
    service: 'cloudflare/edge-protection',
    region: 'global',
    reads: ['region_key'],
    describe: (one) => ({ region: one.text('region_key') }),
  },
  cloudflare_r2_bucket: {
    service: 'cloudflare/r2',
    region: 'global',
    keeps: true,
    reads: ['jurisdiction'],
    describe: (bucket) => ({
      region: jurisdictionOf(bucket),
      encryptedAtRest: always,
      keyManagedBy: always,
      exposed: bucketExposed(bucket),
    }),
  },
  cloudflare_r2_managed_domain: ofBucket,
  cloudflare_r2_custom_domain: ofBucket,
  cloudflare_d1_database: {
    service: 'cloudflare/d1',
    region: 'global',
    keeps: true,
    reads: ['jurisdiction', 'read_replication'],
    describe: (database) => ({
      region: jurisdictionOf(database),
      copiesTo: read(database.text('read_replication.mode'), (mode) => (mode === 'disabled' ? [] : undefined)),
    }),
  },
  cloudflare_workers_kv_namespace: edge('kv', true),
  cloudflare_workers_kv: edge('kv', true),
  cloudflare_queue: edge('queues', true),
  cloudflare_vectorize_index: edge('vectorize', true),
  cloudflare_hyperdrive_config: edge('hyperdrive'),
  cloudflare_pages_project: edge('pages', true),
  cloudflare_images_variant: edge('images'),
  cloudflare_image: edge('images', true),
  cloudflare_stream: edge('stream', true),
  cloudflare_stream_live_input: edge('stream', true),
  cloudflare_calls_sfu_app: edge('realtime'),
  cloudflare_calls_turn_app: edge('realtime'),
  ...each(
    'cloudflare',
    ['worker_script', 'workers_script', 'worker', 'worker_version', 'snippet', 'snippets'],
    edge('workers'),
  ),
  cloudflare_workflow: edge('workflows', true),
  cloudflare_ai_gateway: edge('ai-gateway', true),
  cloudflare_ai_search_instance: {
    ...edge('ai-search', true),
    reads: ['ai_search_model'],
    describe: (one) => ({ model: one.text('ai_search_model') }),
  },
  cloudflare_logpush_job: {
    ...edge('logpush'),
    reads: ['destination_conf', 'enabled'],
    describe: (job) => ({ logsTo: destinationOf(job) }),
  },
  cloudflare_account_member: {
    service: 'none',
    region: 'global',
    reads: ['email', 'email_address', 'roles', 'role_ids'],
    describe: memberOf,
  },
  ...each('cloudflare', ['access_application', 'zero_trust_access_application'], edge('access', true)),
  ...each('cloudflare', ['access_identity_provider', 'zero_trust_access_identity_provider'], edge('access')),
  ...each('cloudflare', ['teams_account', 'zero_trust_gateway_settings'], edge('gateway', true)),
  ...each('cloudflare', ['teams_rule', 'zero_trust_gateway_policy'], edge('gateway')),
  ...each('cloudflare', ['tunnel', 'zero_trust_tunnel_cloudflared'], edge('tunnel', false)),
  ...each(
    'cloudflare',
    ['email_routing_settings', 'email_routing_rule', 'email_routing_catch_all'],
    edge('email-routing'),
  ),
  cloudflare_turnstile_widget: edge('turnstile'),
  cloudflare_web_analytics_site: edge('web-analytics', true),
  cloudflare_zaraz_config: edge('zaraz'),
  ...supporting('cloudflare', [
    'access_group',
    'access_organization',
    'access_policy',
    'access_rule',
    'access_service_token',
    'account',
    'account_token',
    'api_token',
    'argo_smart_routing',
    'authenticated_origin_pulls',
    'bot_management',
    'certificate_pack',
    'custom_ssl',
    'email_routing_address',
    'email_routing_dns',
    'filter',
    'firewall_rule',
    'healthcheck',
    'list',
    'list_item',
    'load_balancer_monitor',
    'logpush_ownership_challenge',
    'notification_policy',
    'origin_ca_certificate',
    'queue_consumer',
    'r2_bucket_cors',
    'r2_bucket_event_notification',
    'r2_bucket_lifecycle',
    'r2_bucket_lock',
    'rate_limit',
    'tiered_cache',
    'total_tls',
    'tunnel_config',
    'tunnel_route',
    'url_normalization_settings',
    'workers_cron_trigger',
    'workers_custom_domain',
    'workers_deployment',
    'workers_domain',
    'workers_route',
    'worker_cron_trigger',
    'worker_domain',
    'worker_route',
    'worker_secret',
    'workers_secret',
    'workers_script_subdomain',
    'zero_trust_access_group',
    'zero_trust_access_policy',
    'zero_trust_access_service_token',
    'zero_trust_list',
    'zero_trust_organization',
    'zero_trust_tunnel_cloudflared_config',
    'zero_trust_tunnel_cloudflared_route',
    'zone_cache_reserve',
    'zone_dnssec',
  ]),
}

/** A jurisdiction binds; `default` is none, and no region either. A location hint binds nothing, so it is not read. */
const jurisdictionOf = (resource: Planned): Setting<string> => resource.text('jurisdiction')

/** Everybody can read through r2.dev; a domain of one's own may be behind Access or a rule, which is not read here. */
function bucketExposed(bucket: Planned): Setting<boolean> {
  const domains = (type: string, exposes: true | undefined) =>
    anyPart(bucket, type, (domain) => read(domain.flag('enabled'), (on) => (on ? exposes : false)))
  const exposed = anyOf(
    domains('cloudflare_r2_managed_domain', true),
    domains('cloudflare_r2_custom_domain', undefined),
  )
  const ways = ['cloudflare_r2_managed_domain', 'cloudflare_r2_custom_domain'].flatMap(
    (type) => bucket.parts(type).is ?? [],
  )
  // A domain that no code of the plan sets is as the provider leaves it.
  return exposed.is === false && ways.length === 0 ? open('cloudflare_r2_managed_domain', 'not-set') : exposed
}

/** Only the region is taken from a destination: the rest of it may hold keys. */
function destinationOf(job: Planned): Setting<readonly string[]> {
  const enabled = job.flag('enabled')
  if (enabled.open !== undefined) return open(enabled.attribute, enabled.open)
  if (!enabled.is) return set(enabled.attribute, [])
  return read(job.text('destination_conf'), (destination) => {
    const region = /^s3:\/\/[^?#]*\?(?:[^#]*&)?region=([a-z0-9-]{1,40})(?:&|$)/.exec(destination)?.[1]
    return region === undefined ? undefined : [region]
  })
}
