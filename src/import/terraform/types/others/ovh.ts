import { read, type Setting } from '../../../setting.ts'
import type { Json, Mapping, Mappings, Planned } from '../../mapping.ts'
import { eachIn, textWithin } from '../blocks.ts'
import { each, supporting } from '../table.ts'

/** The attribute of the region differs from type to type. */
const at = (service: string, attribute: string, keeps?: boolean): Mapping => ({
  service: `ovh/${service}`,
  reads: [attribute],
  ...(keeps !== undefined && { keeps }),
  describe: (resource: Planned) => ({ region: resource.text(attribute) }),
})

/** Types of resources of the provider ovh/ovh. */
export const ovh: Mappings = {
  ovh_cloud_project_instance: at('public-cloud', 'region', true),
  ...each('ovh', ['cloud_project_volume', 'cloud_project_volume_backup'], at('public-cloud', 'region_name', true)),
  ovh_cloud_project_kube: at('public-cloud', 'region', true),
  ovh_cloud_project_storage: at('object-storage', 'region_name', true),
  ovh_cloud_project_region_storage_presign: { service: 'none', region: 'global' },
  ovh_cloud_project_containerregistry: at('container-registry', 'region', true),
  ovh_cloud_project_loadbalancer: at('load-balancer', 'region_name'),
  ovh_cloud_project_database: {
    service: 'ovh/managed-databases',
    keeps: true,
    reads: ['nodes'],
    describe: (database) => {
      const regions = nodeRegions(database.list('nodes'))
      return {
        region: read(regions, ([first]) => first),
        copiesTo: read(regions, ([, ...more]) => more),
      }
    },
  },
  ...each('ovh', ['dedicated_server', 'vps'], { service: 'ovh/servers', keeps: true }),
  ...each('ovh', ['domain_zone', 'domain_name'], { service: 'ovh/dns', region: 'global' }),
  ...supporting('ovh', [
    'cloud_project',
    'cloud_project_database_database',
    'cloud_project_database_ip_restriction',
    'cloud_project_kube_iprestrictions',
    'cloud_project_kube_nodepool',
    'cloud_project_network_private',
    'cloud_project_network_private_subnet',
    'cloud_project_ssh_key',
    'cloud_project_user',
    'cloud_project_user_s3_credential',
    'cloud_project_user_s3_policy',
    'domain_zone_record',
    'domain_zone_redirection',
    'me_api_oauth2_client',
    'me_ssh_key',
    'vrack',
    'vrack_cloudproject',
  ]),
}

function nodeRegions(nodes: Setting<readonly Json[]>): Setting<readonly string[]> {
  return eachIn(nodes, (node, path) => textWithin(path, node, 'region'))
}
