import { set } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { parentOf } from '../blocks.ts'
import { grants, login } from './grants.ts'

/** A grant on a project, folder or organisation: whoever it names can log in to it. */
const grant = (members: string): Mapping => ({
  service: 'none',
  region: 'global',
  reads: [members, 'role'],
  describe: login,
})

const around = (family: string): Mappings => ({
  [`${family}_member`]: grant('member'),
  [`${family}_binding`]: grant('members'),
})

/** With a key, a service account logs in from anywhere; no person does. */
function accountKey(key: Planned): Described {
  const name = parentOf(key, 'service_account_id', ['google_service_account'])?.text('account_id').is
  return { login: { ...(name === undefined ? {} : { name }), interactive: set('service_account_id', false) } }
}

/** Who may do what. */
export const identity: Mappings = {
  ...around('google_project_iam'),
  ...around('google_folder_iam'),
  ...around('google_organization_iam'),
  google_service_account: { service: 'none', region: 'global', reads: ['account_id'] },
  google_service_account_key: {
    service: 'none',
    region: 'global',
    reads: ['service_account_id'],
    describe: accountKey,
  },
  ...grants('gcp/kms', 'google_kms_crypto_key_iam', 'crypto_key_id', 'google_kms_crypto_key'),
  ...grants('gcp/kms', 'google_kms_key_ring_iam', 'key_ring_id', 'google_kms_key_ring'),
  ...grants('gcp/pubsub', 'google_pubsub_topic_iam', 'topic', 'google_pubsub_topic'),
  ...grants('gcp/pubsub', 'google_pubsub_subscription_iam', 'subscription', 'google_pubsub_subscription'),
  ...grants('gcp/secret-manager', 'google_secret_manager_secret_iam', 'secret_id', 'google_secret_manager_secret'),
  ...grants(
    'gcp/artifact-registry',
    'google_artifact_registry_repository_iam',
    'repository',
    'google_artifact_registry_repository',
  ),
  ...grants('gcp/compute', 'google_compute_instance_iam', 'instance_name', 'google_compute_instance'),
  ...grants('gcp/spanner', 'google_spanner_database_iam', 'database', 'google_spanner_database'),
}
