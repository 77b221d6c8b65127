import { opensToAll } from '../../aws/policy.ts'
import { anyOf, open, read, type Setting, set } from '../../setting.ts'
import type { Described, Json, Mapping, Mappings, Planned } from '../mapping.ts'
import { always } from './always.ts'
import { anyIn, anyPart, everyone, of, textElement, textWithin, within } from './blocks.ts'

/** Types of resources of the provider digitalocean/digitalocean, as its documentation describes them. */
export const digitalocean: Mappings = {
  digitalocean_droplet: {
    service: 'digitalocean/droplets',
    keeps: true,
    reads: ['region', 'tags'],
    describe: (droplet) => ({ exposed: dropletExposed(droplet) }),
  },
  digitalocean_droplet_autoscale: {
    service: 'digitalocean/droplets',
    keeps: true,
    reads: ['droplet_template'],
    describe: (pool) => ({ region: pool.text('droplet_template.0.region') }),
  },
  digitalocean_droplet_snapshot: snapshotOf('digitalocean/droplets'),
  digitalocean_custom_image: snapshotOf('digitalocean/droplets'),
  digitalocean_volume: {
    service: 'digitalocean/volumes',
    keeps: true,
    reads: ['region'],
    describe: () => ({ encryptedAtRest: always }),
  },
  digitalocean_volume_snapshot: snapshotOf('digitalocean/volumes'),
  digitalocean_nfs: { service: 'digitalocean/network-file-storage', keeps: true, reads: ['region'] },
  digitalocean_nfs_snapshot: { service: 'digitalocean/network-file-storage', keeps: true, reads: ['region'] },
  digitalocean_database_cluster: {
    service: 'digitalocean/managed-databases',
    keeps: true,
    reads: ['region'],
    describe: databaseOf,
  },
  digitalocean_database_replica: {
    service: 'digitalocean/managed-databases',
    keeps: true,
    reads: ['region', 'cluster_id'],
    partOf: { attribute: 'cluster_id', types: ['digitalocean_database_cluster'] },
    describe: (replica) => ({ encryptedAtRest: always, exposed: databaseExposed(replica) }),
  },
  digitalocean_database_firewall: {
    service: 'none',
    reads: ['cluster_id', 'rule'],
    partOf: {
      attribute: 'cluster_id',
      types: ['digitalocean_database_cluster', 'digitalocean_database_replica'],
    },
  },
  digitalocean_database_logsink: logSink(),
  digitalocean_database_logsink_opensearch: logSink(),
  digitalocean_database_logsink_rsyslog: logSink(),
  digitalocean_spaces_bucket: {
    service: 'digitalocean/spaces',
    keeps: true,
    reads: ['region', 'acl'],
    describe: (bucket) => ({
      exposed: bucketExposed(bucket),
      ...logsOf(bucket),
    }),
  },
  digitalocean_spaces_bucket_object: {
    service: 'digitalocean/spaces',
    keeps: true,
    reads: ['region', 'bucket', 'acl'],
    partOf: { attribute: 'bucket', types: ['digitalocean_spaces_bucket'] },
    describe: (object) => ({ exposed: publicAcl(object.text('acl')) }),
  },
  digitalocean_spaces_bucket_policy: {
    service: 'none',
    reads: ['bucket', 'policy'],
    partOf: { attribute: 'bucket', types: ['digitalocean_spaces_bucket'] },
  },
  digitalocean_spaces_bucket_logging: {
    service: 'none',
    reads: ['bucket', 'region'],
    partOf: { attribute: 'bucket', types: ['digitalocean_spaces_bucket'] },
  },
  digitalocean_app: {
    service: 'digitalocean/app-platform',
    reads: ['spec'],
    describe: (app) => ({ region: app.text('spec.0.region'), exposed: appExposed(app) }),
  },
  digitalocean_kubernetes_cluster: { service: 'digitalocean/kubernetes', keeps: true, reads: ['region'] },
  digitalocean_container_registry: { service: 'digitalocean/container-registry', keeps: true, reads: ['region'] },
  digitalocean_loadbalancer: {
    service: 'digitalocean/load-balancers',
    reads: ['region', 'forwarding_rule', 'redirect_http_to_https', 'firewall', 'network'],
    describe: (balancer) => ({
      encryptedInTransit: balancerRefusesClearText(balancer),
      exposed: balancerExposed(balancer),
    }),
  },
  digitalocean_cdn: { service: 'digitalocean/cdn', keeps: true, region: 'global' },
  digitalocean_domain: { service: 'digitalocean/dns', region: 'global' },
  digitalocean_gradientai_agent: agent(),
  digitalocean_genai_agent: agent(),
  digitalocean_gradientai_knowledge_base: knowledgeBase(),
  digitalocean_genai_knowledge_base: knowledgeBase(),
  digitalocean_dedicated_inference: {
    service: 'digitalocean/gradient-ai',
    reads: ['region', 'enable_public_endpoint', 'model_deployments'],
    describe: (endpoint) => ({
      model: onlyModel(endpoint.list('model_deployments')),
      exposed: endpoint.flag('enable_public_endpoint'),
    }),
  },
  digitalocean_firewall: {
    service: 'none',
    region: 'global',
    reads: ['droplet_ids', 'inbound_rule'],
    partOf: { attribute: 'droplet_ids', types: ['digitalocean_droplet'] },
  },
  ...supporting([
    'certificate',
    'container_registry_docker_credentials',
    'database_connection_pool',
    'database_db',
    'database_kafka_config',
    'database_kafka_schema_registry',
    'database_kafka_topic',
    'database_mongodb_config',
    'database_mysql_config',
    'database_opensearch_config',
    'database_postgresql_config',
    'database_redis_config',
    'database_user',
    'database_valkey_config',
    'dedicated_inference_token',
    'floating_ip',
    'floating_ip_assignment',
    'genai_agent_knowledge_base_attachment',
    'genai_agent_route',
    'genai_function',
    'genai_knowledge_base_data_source',
    'genai_openai_api_key',
    'gradientai_agent_knowledge_base_attachment',
    'gradientai_agent_route',
    'gradientai_function',
    'gradientai_knowledge_base_data_source',
    'gradientai_openai_api_key',
    'kubernetes_node_pool',
    'monitor_alert',
    'nfs_access_point',
    'nfs_attachment',
    'project',
    'project_resources',
    'record',
    'reserved_ip',
    'reserved_ip_assignment',
    'reserved_ipv6',
    'reserved_ipv6_assignment',
    'spaces_bucket_cors_configuration',
    'spaces_key',
    'ssh_key',
    'tag',
    'uptime_alert',
    'uptime_check',
    'volume_attachment',
    'vpc',
    'vpc_nat_gateway',
    'vpc_peering',
  ]),
}

/** Types that hold no data of their own: what they set is read of what they belong to, or says nothing of data. */
function supporting(names: readonly string[]): Mappings {
  return Object.fromEntries(names.map((name) => [`digitalocean_${name}`, { service: 'none', region: 'global' }]))
}

/** A copy of a disk, in all the regions it is kept in. */
function snapshotOf(service: string): Mapping {
  return {
    service,
    keeps: true,
    reads: ['regions'],
    describe: (image) => {
      const regions = read(image.list('regions'), (all) => (all.length === 0 ? undefined : all))
      const texts = read(regions, (all) => (all.every((one) => typeof one === 'string') ? all : undefined))
      return {
        region: read(texts, ([first]) => first),
        copiesTo: read(texts, ([, ...more]) => [...more].sort()),
      }
    },
  }
}

function logSink(): Mapping {
  return {
    service: 'none',
    reads: ['cluster_id'],
    partOf: { attribute: 'cluster_id', types: ['digitalocean_database_cluster'] },
  }
}

function agent(): Mapping {
  return {
    service: 'digitalocean/gradient-ai',
    keeps: true,
    reads: ['region', 'model_uuid', 'visibility'],
    describe: (one) => ({
      model: one.text('model_uuid'),
      exposed: read(one.text('visibility'), (visibility) => {
        if (/^(visibility_)?public$/i.test(visibility)) return true
        return /^(visibility_)?private$/i.test(visibility) ? false : undefined
      }),
    }),
  }
}

function knowledgeBase(): Mapping {
  return {
    service: 'digitalocean/gradient-ai',
    keeps: true,
    reads: ['region', 'embedding_model_uuid'],
    describe: (one) => ({ model: one.text('embedding_model_uuid') }),
  }
}

/**
 * A cloud firewall lets in what any of its rules lets in, and firewalls add up. One that is attached by a tag is not seen
 * here, so a Droplet with tags is never known to be closed; nor is one that no firewall of the plan names.
 */
function dropletExposed(droplet: Planned): Setting<boolean> {
  const firewalls = droplet.parts('digitalocean_firewall')
  if (firewalls.open !== undefined) return open(firewalls.attribute, firewalls.open)
  if (firewalls.is?.length === 0) return open('digitalocean_firewall', 'not-in-file')
  const letsIn = anyPart(droplet, 'digitalocean_firewall', (firewall) =>
    anyIn(firewall.list('inbound_rule'), (rule, path) =>
      anyIn(listWithin(path, rule, 'source_addresses'), (address, at) => everyone(textElement(address, at))),
    ),
  )
  const tags = droplet.list('tags')
  if (letsIn.is === true || (tags.is !== undefined && tags.is.length === 0)) return letsIn
  return letsIn.open !== undefined ? letsIn : open('tags', tags.open ?? 'not-understood')
}

/** A list of values inside a block. Not set is the empty list; a missing key is not in the plan. */
function listWithin(attribute: string, block: Json | undefined, key: string): Setting<readonly Json[]> {
  const value = within(attribute, block, key)
  if (value.open === 'not-set') return set(value.attribute, [])
  return read(value, (one) => (Array.isArray(one) ? (one as readonly Json[]) : undefined))
}

function databaseOf(cluster: Planned): Described {
  const replicas = cluster.parts('digitalocean_database_replica')
  const sinks = ['', '_opensearch', '_rsyslog'].map((kind) => cluster.parts(`digitalocean_database_logsink${kind}`))
  const sink = sinks.flatMap(({ is }) => is ?? [])[0]
  const hidden = sinks.find(({ open: why }) => why !== undefined)
  return {
    encryptedAtRest: always,
    exposed: databaseExposed(cluster),
    copiesTo: regionsOf(replicas),
    // Where a sink is, no attribute says.
    ...(sink !== undefined && { logsTo: open(`${sink.address}`, 'not-understood') }),
    ...(sink === undefined && hidden?.open !== undefined && { logsTo: open(hidden.attribute, hidden.open) }),
  }
}

/** The regions of what copies a resource; that there is no copy is not set, since the provider may make some of its own. */
function regionsOf(copies: Setting<readonly Planned[]>): Setting<readonly string[]> {
  if (copies.open !== undefined) return open(copies.attribute, copies.open)
  const [first, ...more] = (copies.is ?? []).map((copy) => of(copy, copy.region))
  if (first === undefined) return open('digitalocean_database_replica', 'not-set')
  const unknown = [first, ...more].find((one) => one.open !== undefined)
  if (unknown?.open !== undefined) return open(unknown.attribute, unknown.open)
  return set(first.attribute, [...new Set([first, ...more].flatMap(({ is }) => is ?? []))].sort())
}

/** Trusted sources are all that may connect; a cluster without any is as the provider makes it. */
function databaseExposed(database: Planned): Setting<boolean> {
  const firewalls = database.parts('digitalocean_database_firewall')
  if (firewalls.open !== undefined) return open(firewalls.attribute, firewalls.open)
  const rules = (firewalls.is ?? []).map((firewall) => of(firewall, firewall.list('rule')))
  const [first = open('digitalocean_database_firewall', 'not-set'), ...more] = rules.map((list) =>
    list.is?.length === 0 ? open(list.attribute, 'not-set') : anyIn(list, trustsEveryone),
  )
  return anyOf(first, ...more)
}

function trustsEveryone(rule: Json | undefined, path: string): Setting<boolean> {
  const type = textWithin(path, rule, 'type')
  if (type.open !== undefined) return open(type.attribute, type.open)
  return type.is === 'ip_addr' ? everyone(textWithin(path, rule, 'value')) : set(type.attribute, false)
}

function bucketExposed(bucket: Planned): Setting<boolean> {
  return anyOf(
    publicAcl(bucket.text('acl')),
    anyPart(bucket, 'digitalocean_spaces_bucket_policy', (policy) => read(policy.get('policy'), opensToAll)),
    anyPart(bucket, 'digitalocean_spaces_bucket_object', (object) => publicAcl(object.text('acl'))),
  )
}

function publicAcl(acl: Setting<string>): Setting<boolean> {
  return read(acl, (name) => {
    if (name === 'public-read' || name === 'public-read-write') return true
    return name === 'private' ? false : undefined
  })
}

/** Access logs stay in the region: the bucket that they go to is in the region of the logging. */
function logsOf(bucket: Planned): Described {
  const logging = bucket.parts('digitalocean_spaces_bucket_logging')
  if (logging.open !== undefined) return { logsTo: open(logging.attribute, logging.open) }
  const [one] = logging.is ?? []
  return one === undefined
    ? {}
    : {
        logsTo: of(
          one,
          read(one.text('region'), (region) => [region]),
        ),
      }
}

/** A static site is for everybody, and so is what an ingress or a route leads to. Apps without either may be internal. */
function appExposed(app: Planned): Setting<boolean> {
  const ways = ['spec.0.static_site', 'spec.0.ingress.0.rule'].map((path) =>
    read(app.list(path), (list) => list.length > 0),
  )
  const way = ways.find(({ is }) => is === true)
  return way ?? open('spec.0.service', 'not-understood')
}

function balancerRefusesClearText(balancer: Planned): Setting<boolean> {
  const rules = balancer.list('forwarding_rule')
  if (rules.is?.length === 0) return open('forwarding_rule', 'not-set')
  const redirects = balancer.flag('redirect_http_to_https')
  const inTheClear = anyIn(rules, (rule, path) => {
    const protocol = textWithin(path, rule, 'entry_protocol')
    if (protocol.open !== undefined) return open(protocol.attribute, protocol.open)
    if (protocol.is === 'https' || protocol.is === 'http2' || protocol.is === 'http3')
      return set(protocol.attribute, false)
    if (protocol.is !== 'http') return open(protocol.attribute, 'not-understood')
    return read(redirects, (on) => !on)
  })
  return read(inTheClear, (clear) => !clear)
}

/** What the load balancer lets in, whatever stands behind it. */
function balancerExposed(balancer: Planned): Setting<boolean> {
  const network = balancer.text('network')
  if (network.is === 'INTERNAL') return set(network.attribute, false)
  const allowed = balancer.list('firewall.0.allow')
  if (allowed.open !== undefined && balancer.list('firewall').is?.length !== 0)
    return open(allowed.attribute, allowed.open)
  if (allowed.is === undefined || allowed.is.length === 0)
    return read(network, (name) => (name === 'EXTERNAL' ? true : undefined))
  return anyIn(allowed, (entry, path) =>
    everyone(read(textElement(entry, path), (text) => /^(?:cidr|ip):(.+)$/.exec(text)?.[1])),
  )
}

function onlyModel(deployments: Setting<readonly Json[]>): Setting<string> {
  return read(deployments, (all) => {
    const [first, ...more] = all.map((one) => textWithin('model_deployments', one, 'model_slug').is)
    return more.every((one) => one === first) ? first : undefined
  })
}
