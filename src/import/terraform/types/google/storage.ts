import { allOf, anyOf, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { anyIn, anyPart, eachIn, namesOf, of, textElement } from '../blocks.ts'
import { grantedToEverybody, grants, isPublic } from './grants.ts'
import { kms, part, place, regionElement } from './settings.ts'

const BUCKET = 'google_storage_bucket'
const SERVICE = 'gcp/storage'

function bucket(resource: Planned): Described {
  return {
    region: place(resource, 'location'),
    ...kms(resource, 'encryption.0.default_kms_key_name'),
    exposed: exposed(resource),
    copiesTo: eachIn(resource.list('custom_placement_config.0.data_locations'), regionElement),
    logsTo: logs(resource),
  }
}

/** Public access prevention beats every grant. */
const exposed = (resource: Planned): Setting<boolean> =>
  allOf(
    read(resource.text('public_access_prevention'), (value) =>
      value === 'enforced' ? false : value === 'inherited' ? true : undefined,
    ),
    anyOf(grantedToEverybody(resource, 'google_storage_bucket_iam'), listedToEverybody(resource)),
  )

/** Access control lists count only without uniform access. */
const listedToEverybody = (resource: Planned): Setting<boolean> =>
  allOf(
    read(resource.flag('uniform_bucket_level_access'), (uniform) => !uniform),
    anyOf(
      anyPart(resource, 'google_storage_bucket_acl', publicList),
      anyPart(resource, 'google_storage_default_object_acl', publicList),
      anyPart(resource, 'google_storage_object_acl', publicList),
      anyPart(resource, 'google_storage_bucket_access_control', (one) => isPublic(one.text('entity'))),
      anyPart(resource, 'google_storage_default_object_access_control', (one) => isPublic(one.text('entity'))),
      anyPart(resource, 'google_storage_object_access_control', (one) => isPublic(one.text('entity'))),
    ),
  )

function publicList(list: Planned): Setting<boolean> {
  const entities = anyIn(list.list('role_entity'), (pair, attribute) =>
    isPublic(read(textElement(pair, attribute), (text) => text.slice(text.indexOf(':') + 1))),
  )
  if (list.type === 'google_storage_default_object_acl') return entities
  const named = list.text('predefined_acl')
  const predefined =
    named.open === 'not-set'
      ? set(named.attribute, false)
      : read(named, (name) => /^(public|authenticatedRead)/.test(name))
  return anyOf(entities, predefined)
}

/** A bucket that access logs go to. */
function logs(resource: Planned): Setting<readonly string[]> {
  const blocks = resource.list('logging')
  if (blocks.is?.length === 0) return set('logging', [])
  const attribute = 'logging.0.log_bucket'
  const target = namesOf(resource, attribute, [BUCKET])
  if (target.open !== undefined) return open(attribute, target.open)
  const [first] = target.is as readonly Planned[]
  if (first === undefined) return open(attribute, 'not-in-file')
  return read(of(first, place(first, 'location')), (region) => [region])
}

const list = (...reads: readonly string[]): Mapping => ({
  ...part(SERVICE, 'bucket', BUCKET),
  reads: ['bucket', ...reads],
})

/** Cloud Storage. */
export const storage: Mappings = {
  [BUCKET]: {
    service: SERVICE,
    keeps: true,
    reads: [
      'location',
      'encryption',
      'public_access_prevention',
      'uniform_bucket_level_access',
      'custom_placement_config',
      'logging',
    ],
    describe: bucket,
  },
  google_storage_bucket_object: list(),
  google_storage_managed_folder: list(),
  google_storage_folder: list(),
  google_storage_anywhere_cache: list(),
  google_storage_bucket_acl: list('role_entity', 'predefined_acl'),
  google_storage_default_object_acl: list('role_entity'),
  google_storage_bucket_access_control: list('entity'),
  google_storage_default_object_access_control: list('entity'),
  google_storage_object_access_control: list('entity'),
  google_storage_object_acl: list('role_entity', 'predefined_acl'),
  ...grants(SERVICE, 'google_storage_bucket_iam', 'bucket', BUCKET),
  ...grants(SERVICE, 'google_storage_managed_folder_iam', 'bucket', BUCKET),
}
