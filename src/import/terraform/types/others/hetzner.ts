import { allOf, anyOf, open, read, type Setting, set, unset } from '../../../setting.ts'
import type { Json, Mapping, Mappings, Planned } from '../../mapping.ts'
import { anyIn, everyone, of, textElement, textWithin, within } from '../blocks.ts'
import { each, supporting } from '../table.ts'

const located: Mapping = {
  service: 'hetzner/cloud',
  keeps: true,
  reads: ['location', 'datacenter'],
  describe: (resource) => ({ region: locationOf(resource) }),
}

/** Types of resources of the provider hetznercloud/hcloud. */
export const hetzner: Mappings = {
  hcloud_server: {
    ...located,
    reads: ['location', 'datacenter', 'firewall_ids', 'public_net'],
    describe: (server) => ({ region: locationOf(server), exposed: serverExposed(server) }),
  },
  hcloud_volume: located,
  hcloud_snapshot: { ...located, reads: [], describe: () => ({}) },
  hcloud_load_balancer: {
    service: 'hetzner/cloud',
    keeps: false,
    reads: ['location'],
    describe: (balancer) => ({
      region: balancer.text('location'),
      encryptedInTransit: balancerRefusesClearText(balancer),
    }),
  },
  hcloud_load_balancer_service: {
    service: 'none',
    region: 'global',
    reads: ['load_balancer_id', 'protocol', 'http'],
    partOf: { attribute: 'load_balancer_id', types: ['hcloud_load_balancer'] },
  },
  hcloud_storage_box: {
    service: 'hetzner/storage-box',
    keeps: true,
    reads: ['location'],
    describe: (box) => ({ region: box.text('location') }),
  },
  hcloud_firewall: { service: 'none', region: 'global', reads: ['rule'] },
  ...each('hcloud', ['zone'], { service: 'hetzner/dns', region: 'global' }),
  ...supporting('hcloud', [
    'certificate',
    'firewall_attachment',
    'floating_ip',
    'floating_ip_assignment',
    'load_balancer_network',
    'load_balancer_target',
    'managed_certificate',
    'network',
    'network_route',
    'network_subnet',
    'placement_group',
    'primary_ip',
    'rdns',
    'server_network',
    'ssh_key',
    'uploaded_certificate',
    'volume_attachment',
    'zone_record',
    'zone_rrset',
  ]),
}

/** A data centre is named after its location: `fsn1-dc14` is in `fsn1`. */
function locationOf(resource: Planned): Setting<string> {
  const location = resource.text('location')
  if (location.open === undefined) return location
  const datacenter = read(resource.text('datacenter'), (name) => /^([a-z]+\d*)-dc\d+$/.exec(name)?.[1])
  return datacenter.open === undefined ? datacenter : location
}

/**
 * Whether a server is on the internet and a firewall that the plan sets on it lets everybody in. What its firewalls keep
 * out is not known to be kept out: one that is set by a label lets in more.
 */
function serverExposed(server: Planned): Setting<boolean> {
  const nets = server.list('public_net')
  const addresses = ['ipv4_enabled', 'ipv6_enabled'].map((key) =>
    unset(asFlag(within('public_net.0', nets.is?.[0], key)), true),
  )
  const [ipv4 = set('public_net', true), ...more] = addresses
  const online = nets.is?.length === 0 ? set('public_net', true) : anyOf(ipv4, ...more)
  return allOf(nets.open === undefined ? online : open('public_net', nets.open), letIn(server))
}

const asFlag = (value: Setting<Json>): Setting<boolean> =>
  read(value, (one) => (typeof one === 'boolean' ? one : undefined))

function letIn(server: Planned): Setting<boolean> {
  const firewalls = server.named('firewall_ids')
  if (firewalls.open !== undefined) return open(firewalls.attribute, firewalls.open)
  const lets = (firewalls.is ?? [])
    .filter(({ type }) => type === 'hcloud_firewall')
    .map((firewall) => of(firewall, letsEverybodyIn(firewall)))
  return lets.find(({ is }) => is === true) ?? open('firewall_ids', 'not-understood')
}

function letsEverybodyIn(firewall: Planned): Setting<boolean> {
  return anyIn(firewall.list('rule'), (rule, path) => {
    const direction = textWithin(path, rule, 'direction')
    if (direction.open !== undefined) return open(direction.attribute, direction.open)
    if (direction.is !== 'in') return set(direction.attribute, false)
    const sources = within(path, rule, 'source_ips')
    return anyIn(
      read(sources, (one) => (Array.isArray(one) ? one : undefined)),
      (address, at) => everyone(textElement(address, at)),
    )
  })
}

function balancerRefusesClearText(balancer: Planned): Setting<boolean> {
  const services = balancer.parts('hcloud_load_balancer_service')
  if (services.open !== undefined) return open(services.attribute, services.open)
  const answers = (services.is ?? []).map((service) =>
    of(
      service,
      service.text('protocol').is === 'http'
        ? service.flag('http.0.redirect_http')
        : read(service.text('protocol'), (protocol) => (protocol === 'https' ? true : undefined)),
    ),
  )
  const [first = open('hcloud_load_balancer_service', 'not-in-file')] = answers
  return answers.find(({ is }) => is === false) ?? answers.find(({ open: why }) => why !== undefined) ?? first
}
