import { read, type Setting } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { renamed } from '../blocks.ts'
import { each, supporting } from '../table.ts'

/** Regional: by its own region or that of its provider. */
const regional = (service: string, keeps?: boolean): Mapping => ({
  service: `scaleway/${service}`,
  reads: ['region'],
  ...(keeps !== undefined && { keeps }),
})

/** In a zone of a region: `fr-par-1` is in `fr-par`. Without one of its own it is in that of its provider. */
const zonal = (service: string, keeps?: boolean): Mapping => ({
  ...regional(service, keeps),
  reads: ['zone'],
  describe: inItsZone,
})

function inItsZone(resource: Planned): Described {
  const zone = resource.text('zone')
  if (zone.open === 'not-set') return {}
  return { region: read(zone, (name) => /^([a-z]{2}-[a-z]{3})-\d+$/.exec(name)?.[1]) }
}

/** Types of resources of the provider scaleway/scaleway. */
export const scaleway: Mappings = {
  ...each('scaleway', ['instance_server', 'instance_volume', 'instance_snapshot'], zonal('instances', true)),
  ...each('scaleway', ['baremetal_server', 'apple_silicon_server'], zonal('elastic-metal', true)),
  ...each('scaleway', ['block_volume', 'block_snapshot'], zonal('block-storage', true)),
  scaleway_lb: zonal('load-balancer'),
  scaleway_rdb_instance: {
    ...regional('managed-databases', true),
    reads: ['region', 'encryption_at_rest'],
    describe: (instance) => ({ encryptedAtRest: instance.flag('encryption_at_rest') }),
  },
  ...each(
    'scaleway',
    ['rdb_read_replica', 'mongodb_instance', 'sdb_sql_database'],
    regional('managed-databases', true),
  ),
  scaleway_redis_cluster: zonal('managed-databases', true),
  scaleway_object_bucket: {
    ...regional('object-storage', true),
    reads: ['region', 'acl'],
    describe: (bucket) => ({ exposed: publicAcl(bucket.text('acl')) }),
  },
  scaleway_object: regional('object-storage', true),
  ...each('scaleway', ['k8s_cluster', 'k8s_pool'], regional('kubernetes', true)),
  ...each('scaleway', ['container', 'container_namespace'], regional('serverless-containers')),
  ...each('scaleway', ['function', 'function_namespace'], regional('serverless-functions')),
  scaleway_registry_namespace: {
    ...regional('container-registry', true),
    reads: ['region', 'is_public'],
    describe: (namespace) => ({ exposed: namespace.flag('is_public') }),
  },
  scaleway_secret: regional('secret-manager', true),
  ...each('scaleway', ['mnq_sqs_queue', 'mnq_sns_topic', 'mnq_nats_account'], regional('messaging', true)),
  scaleway_cockpit_source: regional('cockpit', true),
  scaleway_tem_domain: regional('transactional-email'),
  scaleway_inference_deployment: {
    ...regional('managed-inference'),
    reads: ['region', 'model_name', 'model_id'],
    describe: (deployment) => ({ model: renamed(deployment.text('model_id'), deployment.text('model_name')) }),
  },
  ...supporting('scaleway', [
    'account_project',
    'account_ssh_key',
    'container_domain',
    'iam_api_key',
    'iam_application',
    'iam_group',
    'iam_policy',
    'iam_ssh_key',
    'instance_ip',
    'instance_private_nic',
    'instance_security_group',
    'lb_backend',
    'lb_certificate',
    'lb_frontend',
    'lb_ip',
    'object_bucket_acl',
    'object_bucket_policy',
    'rdb_acl',
    'rdb_database',
    'rdb_privilege',
    'rdb_user',
    'secret_version',
    'vpc',
    'vpc_private_network',
    'vpc_public_gateway',
  ]),
}

function publicAcl(acl: Setting<string>): Setting<boolean> {
  // A policy or an ACL of its own may open a bucket that this one leaves closed, so only the open is known.
  return read(acl, (name) => (name === 'public-read' || name === 'public-read-write' ? true : undefined))
}
