import { allOf, anyOf, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { anyIn, anyPart, everyone, namesOf, of, textElement, textWithin, within } from '../blocks.ts'
import { encrypted, key, located, part, place, stored } from './settings.ts'

const INTERFACE = 'azurerm_network_interface'
const GROUP = 'azurerm_network_security_group'
const ASSOCIATION = 'azurerm_network_interface_security_group_association'

const machine = (resource: Planned): Described => ({
  region: place(resource),
  ...encrypted(key(resource, 'os_disk.0.disk_encryption_set_id')),
  exposed: exposed(resource),
  dedicated: dedicated(resource),
})

/** Hosts that no other customer shares are named by the machine. */
const dedicated = (resource: Planned): Setting<boolean> =>
  anyOf(setTo(resource, 'dedicated_host_id'), setTo(resource, 'dedicated_host_group_id'))

function setTo(resource: Planned, attribute: string): Setting<boolean> {
  const text = resource.text(attribute)
  const named = (resource.named(attribute).is ?? []).length > 0
  if (text.open === 'not-set') return set(attribute, false)
  return text.open === undefined || named ? set(attribute, true) : open(attribute, text.open)
}

/** Everybody reaches a machine with an address on the internet whose network security groups let everybody in. */
function exposed(resource: Planned): Setting<boolean> {
  const attribute = 'network_interface_ids'
  const interfaces = namesOf(resource, attribute, [INTERFACE])
  if (interfaces.open !== undefined) return open(attribute, interfaces.open)
  const all = interfaces.is as readonly Planned[]
  if (all.length === 0) return open(attribute, 'not-in-file')
  return anyOf(set(attribute, false), ...all.map((one) => of(one, allOf(hasAddress(one), letIn(one)))))
}

const hasAddress = (card: Planned): Setting<boolean> =>
  anyIn(card.list('ip_configuration'), (configuration, at) => {
    if ((namesOf(card, `${at}.public_ip_address_id`, ['azurerm_public_ip']).is ?? []).length > 0)
      return set(`${at}.public_ip_address_id`, true)
    const address = within(at, configuration, 'public_ip_address_id')
    if (address.open === 'not-set') return set(address.attribute, false)
    // An address that is made in the same plan is known after apply; without one, the plan says null.
    return address.open === 'not-in-file' ? open(address.attribute, 'after-apply') : read(address, () => true)
  })

/** The group of the interface. What a group of its subnet refuses besides is not looked at. */
function letIn(card: Planned): Setting<boolean> {
  const associations = card.parts(ASSOCIATION)
  if (associations.open !== undefined) return open(associations.attribute, associations.open)
  const [first] = associations.is as readonly Planned[]
  if (first === undefined) return open(ASSOCIATION, 'not-in-file')
  const [group] = namesOf(first, 'network_security_group_id', [GROUP]).is ?? []
  return group === undefined
    ? of(first, open('network_security_group_id', 'not-in-file'))
    : of(group, groupLetsIn(group))
}

const groupLetsIn = (group: Planned): Setting<boolean> =>
  anyOf(
    anyIn(group.list('security_rule'), (rule, at) =>
      allOf(
        equals(textWithin(at, rule, 'direction'), 'inbound'),
        equals(textWithin(at, rule, 'access'), 'allow'),
        anyOf(
          fromEverywhere(textWithin(at, rule, 'source_address_prefix')),
          anyIn(listWithin(at, rule, 'source_address_prefixes'), (prefix, of_) =>
            fromEverywhere(textElement(prefix, of_)),
          ),
        ),
      ),
    ),
    anyPart(group, 'azurerm_network_security_rule', (rule) =>
      allOf(
        equals(rule.text('direction'), 'inbound'),
        equals(rule.text('access'), 'allow'),
        anyOf(
          fromEverywhere(rule.text('source_address_prefix')),
          anyIn(rule.list('source_address_prefixes'), (prefix, at) => fromEverywhere(textElement(prefix, at))),
        ),
      ),
    ),
  )

function listWithin(at: string, block: Parameters<typeof within>[1], name: string) {
  const value = within(at, block, name)
  if (value.open === 'not-set') return set(value.attribute, [])
  return read(value, (all) => (Array.isArray(all) ? all : undefined))
}

const equals = (text: Setting<string>, wanted: string): Setting<boolean> =>
  read(text, (value) => value.toLowerCase() === wanted)

/** Names of ranges other than the internet's are those of networks and services of Azure. */
function fromEverywhere(prefix: Setting<string>): Setting<boolean> {
  if (prefix.open === 'not-set') return set(prefix.attribute, false)
  return /^(VirtualNetwork|AzureLoadBalancer)$/i.test(prefix.is ?? '') ? set(prefix.attribute, false) : everyone(prefix)
}

const vm: Mapping = {
  service: 'azure/compute',
  keeps: true,
  reads: ['location', 'os_disk', 'network_interface_ids', 'dedicated_host_id', 'dedicated_host_group_id'],
  describe: machine,
}

const scaleSet: Mapping = {
  service: 'azure/compute',
  keeps: true,
  reads: ['location', 'os_disk'],
  describe: (resource) => ({
    region: place(resource),
    ...encrypted(key(resource, 'os_disk.0.disk_encryption_set_id')),
  }),
}

/** A vault of backups lies in its region, or also in the paired one, which is not known here. */
const vault = (attribute: string, keyAttribute: string): Mapping => ({
  service: 'azure/backup',
  keeps: true,
  reads: ['location', attribute, keyAttribute.split('.', 1)[0] ?? keyAttribute],
  describe: (resource) => ({
    region: place(resource),
    ...encrypted(key(resource, keyAttribute)),
    copiesTo: read(resource.text(attribute), (mode) =>
      /^(LocallyRedundant|ZoneRedundant)$/.test(mode) ? [] : undefined,
    ),
  }),
})

/** Machines, their disks and networks, and backups. */
export const compute: Mappings = {
  azurerm_linux_virtual_machine: vm,
  azurerm_windows_virtual_machine: vm,
  azurerm_virtual_machine: located('azure/compute'),
  azurerm_linux_virtual_machine_scale_set: scaleSet,
  azurerm_windows_virtual_machine_scale_set: scaleSet,
  azurerm_orchestrated_virtual_machine_scale_set: scaleSet,
  azurerm_managed_disk: stored('azure/compute', 'disk_encryption_set_id'),
  azurerm_snapshot: stored('azure/compute'),
  azurerm_image: stored('azure/compute'),
  azurerm_shared_image_version: {
    service: 'azure/compute',
    keeps: true,
    reads: ['location', 'target_region'],
    describe: (resource) => ({
      region: place(resource),
      copiesTo: read(resource.list('target_region'), (all) => (all.length === 0 ? [] : undefined)),
    }),
  },
  azurerm_dedicated_host: { service: 'none', region: 'global' },
  azurerm_disk_encryption_set: { service: 'none', region: 'global' },
  [INTERFACE]: { service: 'none', region: 'global', reads: ['ip_configuration'] },
  [GROUP]: { service: 'none', region: 'global', reads: ['security_rule'] },
  azurerm_network_security_rule: {
    service: 'none',
    region: 'global',
    reads: ['network_security_group_name', 'direction', 'access', 'source_address_prefix', 'source_address_prefixes'],
    partOf: { attribute: 'network_security_group_name', types: [GROUP] },
  },
  [ASSOCIATION]: {
    service: 'none',
    region: 'global',
    reads: ['network_interface_id', 'network_security_group_id'],
    partOf: { attribute: 'network_interface_id', types: [INTERFACE] },
  },
  azurerm_recovery_services_vault: vault('storage_mode_type', 'encryption.0.key_id'),
  azurerm_data_protection_backup_vault: vault('redundancy', 'customer_managed_key.0.key_vault_key_id'),
  azurerm_backup_protected_vm: { service: 'none', region: 'global' },
  azurerm_backup_policy_vm: { service: 'none', region: 'global' },
  azurerm_site_recovery_replicated_vm: {
    service: 'azure/site-recovery',
    keeps: true,
    reads: ['target_recovery_fabric_id'],
    describe: () => ({ region: open('target_recovery_fabric_id', 'not-understood') }),
  },
  azurerm_batch_account: stored('azure/batch'),
  azurerm_batch_pool: part('azure/batch', 'account_name', 'azurerm_batch_account'),
}
