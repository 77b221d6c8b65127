import { allOf, anyOf, open, read, type Setting, set, unset } from '../../../setting.ts'
import type { Described, Json, Mapping, Mappings, Planned } from '../../mapping.ts'
import { anyIn, anyPart, eachIn, everyone, namesOf, textElement, textWithin } from '../blocks.ts'
import { kms, located, part, place, placeOrProvider, regionElement, stored } from './settings.ts'

const NETWORK = 'google_compute_network'
const SUBNETWORK = 'google_compute_subnetwork'

function instance(resource: Planned): Described {
  return {
    region: placeOrProvider(resource, 'zone'),
    ...kms(resource, 'boot_disk.0.kms_key_self_link'),
    exposed: allOf(hasAddress(resource), letIn(resource)),
    dedicated: dedicated(resource),
  }
}

/** A machine has an address on the internet where a network interface has a block for one. */
const hasAddress = (resource: Planned): Setting<boolean> =>
  anyIn(resource.list('network_interface'), (one, at) =>
    anyOf(hasBlock(at, one, 'access_config'), hasBlock(at, one, 'ipv6_access_config')),
  )

function hasBlock(at: string, element: Json | undefined, key: string): Setting<boolean> {
  const attribute = `${at}.${key}`
  const blocks = (element as { readonly [key: string]: Json } | undefined)?.[key]
  return Array.isArray(blocks) ? set(attribute, blocks.length > 0) : open(attribute, 'not-in-file')
}

/** Whether a firewall rule of its network lets everybody in. A network outside the plan has rules that are not known. */
function letIn(resource: Planned): Setting<boolean> {
  const interfaces = resource.list('network_interface')
  if (interfaces.open !== undefined) return open(interfaces.attribute, interfaces.open)
  const networks = (interfaces.is ?? []).map((_, i) => networkOf(resource, `network_interface.${i}`))
  return anyOf(
    set('network_interface', false),
    ...networks.map((network) => {
      if (network.open !== undefined) return open(network.attribute, network.open)
      return anyPart(network.is as Planned, 'google_compute_firewall', (rule) => opens(rule, resource))
    }),
  )
}

function networkOf(resource: Planned, at: string): Setting<Planned> {
  const [network] = namesOf(resource, `${at}.network`, [NETWORK]).is ?? []
  if (network !== undefined) return set(`${at}.network`, network)
  const [subnetwork] = namesOf(resource, `${at}.subnetwork`, [SUBNETWORK]).is ?? []
  const [around] = subnetwork === undefined ? [] : (namesOf(subnetwork, 'network', [NETWORK]).is ?? [])
  return around === undefined ? open(`${at}.network`, 'not-in-file') : set(`${at}.subnetwork`, around)
}

/** A rule counts for the machines that bear one of its tags, or for all where it names none. */
const opens = (rule: Planned, machine: Planned): Setting<boolean> =>
  allOf(
    unset(
      read(rule.flag('disabled'), (disabled) => !disabled),
      true,
    ),
    read(rule.text('direction'), (direction) => direction === 'INGRESS'),
    read(rule.list('allow'), (blocks) => blocks.length > 0),
    anyIn(rule.list('source_ranges'), (range, at) => everyone(textElement(range, at))),
    concerns(rule, machine),
  )

function concerns(rule: Planned, machine: Planned): Setting<boolean> {
  const accounts = rule.list('target_service_accounts')
  if (accounts.open !== undefined) return open(accounts.attribute, accounts.open)
  if ((accounts.is ?? []).length > 0) return open(accounts.attribute, 'not-understood')
  const tags = eachIn(rule.list('target_tags'), textElement)
  if (tags.open !== undefined || tags.is?.length === 0) return read(tags, () => true)
  const own = eachIn(machine.list('tags'), textElement)
  return read(own, (all) => all.some((tag) => tags.is?.includes(tag)))
}

/** Sole-tenant nodes are asked for by the labels that Google gives to them. */
const dedicated = (resource: Planned): Setting<boolean> =>
  anyIn(resource.list('scheduling.0.node_affinities'), (affinity, at) =>
    read(textWithin(at, affinity, 'key'), (key) => (/^compute\.googleapis\.com\/node/.test(key) ? true : undefined)),
  )

/** Snapshots and images lie where they say; otherwise where Google puts them, which is not known here. */
const kept: Mapping = {
  service: 'gcp/compute',
  keeps: true,
  reads: ['storage_locations', 'snapshot_encryption_key', 'image_encryption_key', 'machine_image_encryption_key'],
  describe: (resource) => {
    const key = `${resource.type.replace('google_compute_', '')}_encryption_key`
    const locations = eachIn(resource.list('storage_locations'), regionElement)
    return {
      region: read(locations, ([first]) => first),
      copiesTo: locations,
      ...kms(resource, `${key}.0.kms_key_self_link`, key),
    }
  },
}

const disk = (location: string): Mapping => ({
  service: 'gcp/compute',
  keeps: true,
  reads: [location, 'disk_encryption_key'],
  describe: (resource) => ({
    region: placeOrProvider(resource, location),
    ...kms(resource, 'disk_encryption_key.0.kms_key_self_link', 'disk_encryption_key'),
  }),
})

const cdn = (attribute: string): Mapping => ({
  service: (resource) => {
    const enabled = resource.flag(attribute)
    if (enabled.is === true) return 'gcp/cdn'
    return enabled.is === false || enabled.open === 'not-set' ? 'none' : undefined
  },
  keeps: true,
  reads: [attribute],
  region: 'global',
})

const cluster = (resource: Planned): Described => ({
  region: placeOrProvider(resource, 'location'),
  ...kms(resource, 'database_encryption.0.key_name'),
  exposed: controlPlane(resource),
})

/** Whether everybody reaches the control plane. */
const controlPlane = (resource: Planned): Setting<boolean> =>
  allOf(
    read(resource.flag('private_cluster_config.0.enable_private_endpoint'), (closed) => !closed),
    restricted(resource),
  )

function restricted(resource: Planned): Setting<boolean> {
  const networks = 'master_authorized_networks_config'
  const blocks = resource.list(networks)
  if (blocks.open !== undefined) return open(blocks.attribute, blocks.open)
  if (blocks.is?.length === 0) return set(networks, true)
  return anyIn(resource.list(`${networks}.0.cidr_blocks`), (block, at) => everyone(textWithin(at, block, 'cidr_block')))
}

/** Machines, their disks and networks, and clusters of containers. */
export const compute: Mappings = {
  google_compute_instance: {
    service: 'gcp/compute',
    keeps: true,
    reads: ['zone', 'boot_disk', 'network_interface', 'tags', 'scheduling'],
    describe: instance,
  },
  google_compute_instance_from_template: located('gcp/compute', 'zone'),
  google_compute_instance_from_machine_image: located('gcp/compute', 'zone'),
  google_compute_instance_group_manager: located('gcp/compute', 'zone'),
  google_compute_region_instance_group_manager: located('gcp/compute', 'region'),
  google_compute_disk: disk('zone'),
  google_compute_region_disk: disk('region'),
  google_compute_snapshot: kept,
  google_compute_image: kept,
  google_compute_machine_image: kept,
  google_compute_firewall: {
    service: 'none',
    region: 'global',
    reads: ['network', 'direction', 'disabled', 'allow', 'source_ranges', 'target_tags', 'target_service_accounts'],
    partOf: { attribute: 'network', types: [NETWORK] },
  },
  [NETWORK]: { service: 'none', region: 'global' },
  [SUBNETWORK]: { service: 'none', region: 'global', reads: ['network'] },
  google_compute_backend_bucket: cdn('enable_cdn'),
  google_compute_backend_service: cdn('enable_cdn'),
  google_container_cluster: {
    service: 'gcp/kubernetes-engine',
    keeps: true,
    reads: ['location', 'database_encryption', 'private_cluster_config', 'master_authorized_networks_config'],
    describe: cluster,
  },
  google_container_node_pool: part('gcp/kubernetes-engine', 'cluster', 'google_container_cluster'),
  google_artifact_registry_repository: stored('gcp/artifact-registry', 'location', 'kms_key_name'),
  google_container_registry: {
    service: 'gcp/artifact-registry',
    keeps: true,
    reads: ['location'],
    describe: (resource) => ({ region: place(resource, 'location') }),
  },
}
