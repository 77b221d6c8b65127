import { anyOf, open, read, set } from '../../../setting.ts'
import type { Described, Mappings, Planned } from '../../mapping.ts'
import { anyPart, eachIn, textWithin } from '../blocks.ts'
import { grantedToEverybody } from './grants.ts'
import { kms, part, placeOrProvider, regionElement, regionName, stored } from './settings.ts'

const TOPIC = 'google_pubsub_topic'

/** Messages are kept in the regions that their policy allows. Without one they may be kept in any. */
function topic(resource: Planned): Described {
  const attribute = 'message_storage_policy.0.allowed_persistence_regions'
  const listed = resource.list(attribute)
  const none = listed.is?.length === 0 ? open(attribute, 'not-set') : undefined
  const regions = none ?? eachIn(listed, regionElement)
  return {
    region: read(regions, ([first]) => first),
    copiesTo: regions,
    exposed: anyOf(
      grantedToEverybody(resource, 'google_pubsub_topic_iam'),
      anyPart(resource, 'google_pubsub_subscription', (one) =>
        grantedToEverybody(one, 'google_pubsub_subscription_iam'),
      ),
    ),
    ...kms(resource, 'kms_key_name'),
  }
}

/** A secret that Google replicates on its own may be anywhere. */
const secret = (resource: Planned): Described => ({
  ...replicated(resource),
  exposed: grantedToEverybody(resource, 'google_secret_manager_secret_iam'),
})

function replicated(resource: Planned): Described {
  const automatic = resource.list('replication.0.auto')
  const older = resource.flag('replication.0.automatic')
  if ((automatic.is?.length ?? 0) > 0 || older.is === true)
    return {
      region: set('replication.0.auto', 'global'),
      copiesTo: open('replication.0.auto', 'not-understood'),
      ...kms(resource, 'replication.0.auto.0.customer_managed_encryption.0.kms_key_name'),
    }
  const replicas = resource.list('replication.0.user_managed.0.replicas')
  const regions = eachIn(replicas, (replica, at) => read(textWithin(at, replica, 'location'), regionName))
  return {
    region: read(regions, ([first]) => first),
    copiesTo: read(regions, (all) => (all.length === 0 ? undefined : all)),
    encryptedAtRest: open('replication.0.user_managed.0.replicas', 'not-set'),
    keyManagedBy: open('replication.0.user_managed.0.replicas', 'not-understood'),
  }
}

/** Queues, secrets and pipelines. */
export const messaging: Mappings = {
  [TOPIC]: { service: 'gcp/pubsub', keeps: true, reads: ['message_storage_policy', 'kms_key_name'], describe: topic },
  google_pubsub_subscription: part('gcp/pubsub', 'topic', TOPIC),
  google_pubsub_lite_topic: stored('gcp/pubsub', 'zone'),
  google_secret_manager_secret: {
    service: 'gcp/secret-manager',
    keeps: true,
    reads: ['replication'],
    describe: secret,
  },
  google_secret_manager_regional_secret: stored(
    'gcp/secret-manager',
    'location',
    'customer_managed_encryption.0.kms_key_name',
  ),
  google_secret_manager_secret_version: part('gcp/secret-manager', 'secret', 'google_secret_manager_secret'),
  google_secret_manager_regional_secret_version: part(
    'gcp/secret-manager',
    'secret',
    'google_secret_manager_regional_secret',
  ),
  google_dataflow_job: stored('gcp/dataflow', 'region', 'kms_key_name'),
  google_dataflow_flex_template_job: stored('gcp/dataflow', 'region', 'kms_key_name'),
  google_dataproc_cluster: stored('gcp/dataproc', 'region'),
  google_dataproc_job: {
    ...part('gcp/dataproc', 'placement', 'google_dataproc_cluster'),
    reads: ['placement', 'region'],
    describe: (resource) => ({ region: placeOrProvider(resource, 'region') }),
  },
  google_composer_environment: stored('gcp/composer', 'region'),
  google_data_fusion_instance: stored('gcp/data-fusion', 'region', 'crypto_key_config.0.key_reference'),
  google_datastream_stream: stored('gcp/datastream', 'location', 'customer_managed_encryption_key'),
  google_healthcare_dataset: stored('gcp/healthcare', 'location', 'encryption_spec.0.kms_key_name'),
  google_healthcare_fhir_store: part('gcp/healthcare', 'dataset', 'google_healthcare_dataset'),
  google_healthcare_dicom_store: part('gcp/healthcare', 'dataset', 'google_healthcare_dataset'),
  google_healthcare_hl7_v2_store: part('gcp/healthcare', 'dataset', 'google_healthcare_dataset'),
  google_storage_transfer_job: {
    service: 'gcp/storage-transfer',
    keeps: false,
    describe: (resource) => ({ region: open(resource.type, 'not-understood') }),
  },
}
