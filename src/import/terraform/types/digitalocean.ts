import { read } from '../../setting.ts'
import type { Mapping, Mappings } from '../mapping.ts'
import { always } from './blocks.ts'
import {
  appExposed,
  balancerExposed,
  balancerRefusesClearText,
  bucketExposed,
  databaseExposed,
  databaseOf,
  dropletExposed,
  logsOf,
  onlyModel,
  publicAcl,
} from './digitalocean/judgements.ts'
import { supporting } from './table.ts'

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
    region: 'global',
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
    region: 'global',
    reads: ['bucket', 'policy'],
    partOf: { attribute: 'bucket', types: ['digitalocean_spaces_bucket'] },
  },
  digitalocean_spaces_bucket_logging: {
    service: 'none',
    region: 'global',
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
    keeps: false,
    reads: ['region', 'forwarding_rule', 'redirect_http_to_https', 'firewall', 'network'],
    describe: (balancer) => ({
      encryptedInTransit: balancerRefusesClearText(balancer),
      exposed: balancerExposed(balancer),
    }),
  },
  digitalocean_cdn: { service: 'digitalocean/cdn', keeps: true, region: 'global' },
  digitalocean_domain: { service: 'digitalocean/dns', region: 'global', keeps: false },
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
  ...supporting('digitalocean', [
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
    region: 'global',
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
