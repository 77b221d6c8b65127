import { open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Planned } from '../../mapping.ts'
import { inCode, namesOf, nowhere, parentOf, textElement, unlessParent } from '../blocks.ts'

/**
 * The region that a location, a zone, a Spanner configuration or the address of one names. Multi-regions and pairs of
 * regions (`EU`, `EUR4`) are spelled as they are.
 */
export function regionName(location: string): string {
  const last = location.slice(location.lastIndexOf('/') + 1)
  const name = last.includes('-') ? last.toLowerCase() : last
  return /^([a-z]+(?:-[a-z]+)+\d+)-[a-z]$/.exec(name)?.[1] ?? name.replace(/^regional-/, '')
}

/** Where a resource runs, by the attribute that says so. */
export const place = (resource: Planned, attribute: string): Setting<string> =>
  read(resource.text(attribute), regionName)

/** The same where the provider's region counts if the attribute is not set. */
export function placeOrProvider(resource: Planned, attribute: string): Setting<string> {
  const said = inCode(resource, place(resource, attribute))
  return said.open === 'not-set' ? resource.region : said
}

const placed = (resource: Planned, attribute: string): Setting<string> =>
  attribute === 'region' || attribute === 'zone' ? placeOrProvider(resource, attribute) : place(resource, attribute)

/** A region that an element of a list names. */
export const regionElement = (element: Parameters<typeof textElement>[0], attribute: string): Setting<string> =>
  read(textElement(element, attribute), regionName)

const KEYS = ['google_kms_crypto_key', 'google_kms_crypto_key_version', 'google_kms_key_handle']

/**
 * Encryption with a key in Cloud KMS. Nothing turns the encryption of what is stored off, so that the default of the
 * registry counts wherever no such key is known. A block that is there without the key may give one in another way.
 */
export function kms(
  resource: Planned,
  attribute: string,
  block?: string,
): Pick<Described, 'encryptedAtRest' | 'keyManagedBy'> {
  const key = inCode(resource, resource.text(attribute))
  if (key.open === undefined || (namesOf(resource, attribute, KEYS).is ?? []).length > 0)
    return { encryptedAtRest: set(attribute, true), keyManagedBy: set(attribute, 'customer') }
  const other = key.open === 'not-set' && block !== undefined && (resource.list(block).is?.length ?? 1) > 0
  return {
    encryptedAtRest: open(attribute, 'not-set'),
    keyManagedBy: open(attribute, other ? 'not-understood' : key.open),
  }
}

/** A type that keeps data in a place, with a key of the customer where its attribute names one. */
export function stored(service: string, location: string, key?: string): Mapping {
  return {
    service,
    keeps: true,
    reads: [location, ...(key === undefined ? [] : [firstName(key)])],
    describe: (resource) => ({
      region: placed(resource, location),
      ...(key === undefined ? {} : kms(resource, key)),
    }),
  }
}

/** A type that runs in a place and keeps nothing. */
export const located = (service: string, location: string): Mapping => ({
  service,
  keeps: false,
  reads: [location],
  describe: (resource) => ({ region: placed(resource, location) }),
})

/** A part of another resource, which is what counts where it is in the plan. */
export const part = (service: string, attribute: string, ...types: readonly string[]): Mapping => ({
  service: unlessParent(service, attribute, types),
  reads: [attribute],
  partOf: { attribute, types },
  describe: (resource) => ({
    region: parentOf(resource, attribute, types) === undefined ? open(attribute, 'not-in-file') : nowhere,
  }),
})

const firstName = (attribute: string): string => attribute.split('.', 1)[0] ?? attribute
