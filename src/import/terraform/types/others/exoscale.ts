import type { Mapping, Mappings, Planned } from '../../mapping.ts'
import { each, supporting } from '../table.ts'

const inZone = (service: string, keeps?: boolean): Mapping => ({
  service: `exoscale/${service}`,
  reads: ['zone'],
  ...(keeps !== undefined && { keeps }),
  describe: (resource: Planned) => ({ region: resource.text('zone') }),
})

/** A zone of Exoscale is a region of its own. */
export const exoscale: Mappings = {
  ...each('exoscale', ['compute', 'compute_instance', 'instance_pool'], inZone('compute', true)),
  ...each('exoscale', ['block_storage_volume', 'block_storage_volume_snapshot'], inZone('block-storage', true)),
  ...each('exoscale', ['database', 'dbaas'], inZone('dbaas', true)),
  ...each('exoscale', ['sks_cluster', 'sks_nodepool'], inZone('sks', true)),
  ...each('exoscale', ['nlb'], inZone('network-load-balancer')),
  ...each('exoscale', ['sos_bucket_policy'], inZone('object-storage')),
  exoscale_domain: { service: 'exoscale/dns', region: 'global' },
  ...supporting('exoscale', [
    'affinity',
    'anti_affinity_group',
    'domain_record',
    'elastic_ip',
    'iam_access_key',
    'iam_api_key',
    'iam_org_policy',
    'iam_role',
    'ipaddress',
    'network',
    'nic',
    'nlb_service',
    'private_network',
    'security_group',
    'security_group_rule',
    'security_group_rules',
    'sks_kubeconfig',
    'ssh_key',
    'ssh_keypair',
  ]),
}
