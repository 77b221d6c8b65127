import type { Mapping, Planned } from '../../../src/import/terraform/mapping.ts'

/** What mappings were asked about last, by address: a test asks on. */
export const asked = new Map<string, Planned>()

const noting = (mapping: Omit<Mapping, 'describe'>): Mapping => ({
  ...mapping,
  describe: (resource) => {
    asked.set(resource.address, resource)
    return {}
  },
})

/** A small table of types, so that tests of the reader do not hang on what is known of real ones. */
export const mappings: ReadonlyMap<string, Mapping> = new Map([
  ['aws_s3_bucket', noting({ service: 'aws/s3', keeps: true, reads: ['versioning', 'tags', 'acl', 'logging'] })],
  ['aws_s3_bucket_policy', noting({ service: 'aws/s3', partOf: { attribute: 'bucket', types: ['aws_s3_bucket'] } })],
  ['aws_kms_key', noting({ service: 'none' })],
  ['aws_db_instance', noting({ service: 'aws/rds', reads: ['kms_key_id', 'subnet_ids', 'engine'] })],
  ['aws_iam_user', noting({ service: 'aws/iam', region: 'global' })],
  ['google_storage_bucket', noting({ service: 'gcp/storage' })],
  ['azurerm_storage_account', noting({ service: 'azure/storage', reads: ['location'] })],
  ['datadog_monitor', noting({ service: 'datadog/monitors' })],
  ['scaleway_object_bucket', noting({ service: 'scaleway/object-storage' })],
])
