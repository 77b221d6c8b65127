import { open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Planned } from '../../mapping.ts'
import { always, inCode, namesOf, nowhere, of, parentOf, unlessParent } from '../blocks.ts'

/** `West Europe` is `westeurope`. */
export const regionName = (location: string): string =>
  location
    .replace(/^\([^)]*\)/, '')
    .replace(/[\s-]/g, '')
    .toLowerCase()

/** Where a resource runs, by the attribute that says so. */
export const place = (resource: Planned, attribute = 'location'): Setting<string> =>
  read(resource.text(attribute), regionName)

/** Where a resource runs that is in the place of another one. */
export function placeOf(resource: Planned, attribute: string, ...types: readonly string[]): Setting<string> {
  const named = namesOf(resource, attribute, types)
  if (named.open !== undefined) return open(attribute, named.open)
  const [parent] = named.is as readonly Planned[]
  return parent === undefined ? open(attribute, 'not-in-file') : of(parent, place(parent))
}

const KEYS = [
  'azurerm_key_vault_key',
  'azurerm_key_vault_managed_hardware_security_module_key',
  'azurerm_disk_encryption_set',
]

/** Whether an attribute names a key, or a set of keys. */
export function key(resource: Planned, attribute: string): Setting<'customer'> {
  const given = inCode(resource, resource.text(attribute))
  const named = (namesOf(resource, attribute, KEYS).is ?? []).length > 0
  return given.open === undefined || named ? set(attribute, 'customer') : open(attribute, given.open)
}

/**
 * Encryption that nothing turns off: the default of the registry counts wherever no key of the customer is known. Where
 * a key of the customer is set, it is encrypted with that.
 */
export const encrypted = (managedBy: Setting<'customer'>): Pick<Described, 'encryptedAtRest' | 'keyManagedBy'> => ({
  encryptedAtRest: managedBy.open === undefined ? set(managedBy.attribute, true) : open(managedBy.attribute, 'not-set'),
  keyManagedBy: managedBy,
})

/** A type that keeps data in a place, with a key of the customer where its attribute names one. */
export const stored = (service: string, keyAttribute?: string): Mapping => ({
  service,
  keeps: true,
  reads: ['location', ...(keyAttribute === undefined ? [] : [firstName(keyAttribute)])],
  describe: (resource) => ({
    region: place(resource),
    ...(keyAttribute === undefined ? {} : encrypted(key(resource, keyAttribute))),
  }),
})

/** A type that runs in a place and keeps nothing. */
export const located = (service: string): Mapping => ({
  service,
  keeps: false,
  reads: ['location'],
  describe: (resource) => ({ region: place(resource) }),
})

/** A part of another resource, which is what counts where it is in the plan. */
export const part = (service: string, attribute: string, ...types: readonly string[]): Mapping => ({
  service: unlessParent(service, attribute, types),
  reads: [attribute],
  partOf: { attribute, types },
  describe: (resource) => ({
    region: parentOf(resource, attribute, types) === undefined ? placeOf(resource, attribute, ...types) : nowhere,
  }),
})

/** A service that is reached at an address on the internet unless that is switched off. */
export const publicNetwork = (resource: Planned): Setting<boolean> =>
  inCode(resource, resource.flag('public_network_access_enabled'))

const firstName = (attribute: string): string => attribute.split('.', 1)[0] ?? attribute

/**
 * The exposure of a service that answers nobody without a login of the provider or a key: none where its network is
 * closed; otherwise as the registry records of the service.
 */
export const behindLogin = (network: Setting<boolean>): Setting<boolean> => (network.is === false ? network : always)

/** Whether the rules for networks (`network_acls`, `network_rules`) let in whom they do not name. */
export function letsIn(resource: Planned, block: string): Setting<boolean> {
  if (resource.list(block).is?.length === 0) return set(block, true)
  return read(resource.text(`${block}.0.default_action`), (action) => action.toLowerCase() !== 'deny')
}

/** Whether a resource is in no subnet of its customer's. */
export function outsideSubnets(resource: Planned, attribute: string): Setting<boolean> {
  const subnet = resource.text(attribute)
  const named = (namesOf(resource, attribute, ['azurerm_subnet']).is ?? []).length > 0
  if (subnet.open === 'not-set') return set(attribute, true)
  return subnet.open === undefined || named ? set(attribute, false) : open(attribute, subnet.open)
}

/** Whether a firewall rule that names the first and the last address lets everybody in. */
export function everyAddress(rule: Planned, from = 'start_ip_address', to = 'end_ip_address'): Setting<boolean> {
  const [first, last] = [rule.text(from), rule.text(to)]
  if (first.open !== undefined) return open(first.attribute, first.open)
  if (last.open !== undefined) return open(last.attribute, last.open)
  const span = numberOf(last.is as string) - numberOf(first.is as string)
  // Both 0.0.0.0: whatever runs in Azure, of other customers too.
  if (Number.isNaN(span) || (span === 0 && first.is === '0.0.0.0')) return open(first.attribute, 'not-understood')
  return set(first.attribute, span >= 2 ** 28)
}

const numberOf = (address: string): number =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(address)
    ? address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
    : Number.NaN
