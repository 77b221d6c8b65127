import { set } from '../../../setting.ts'
import type { Mapping, Mappings, Planned } from '../../mapping.ts'
import { grants, login } from './grants.ts'

/** A grant on a project, folder or organisation: whoever it names can log in to it. */
const grant = (members: string): Mapping => ({ service: 'none', reads: [members, 'role'], describe: login })

const around = (family: string): Mappings => ({
  [`${family}_member`]: grant('member'),
  [`${family}_binding`]: grant('members'),
})

/** No person logs in with a service account; what it may do, its grants say. */
function serviceAccount(account: Planned): ReturnType<NonNullable<Mapping['describe']>> {
  const name = account.text('account_id').is
  return { login: { ...(name === undefined ? {} : { name }), interactive: set('account_id', false) } }
}

/** Who may do what. */
export const identity: Mappings = {
  ...around('google_project_iam'),
  ...around('google_folder_iam'),
  ...around('google_organization_iam'),
  google_service_account: { service: 'none', reads: ['account_id'], describe: serviceAccount },
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
