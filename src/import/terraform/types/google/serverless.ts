import { allOf, anyOf, read, type Setting } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { inCode, textWithin } from '../blocks.ts'
import { grantedToEverybody, grants } from './grants.ts'
import { kms, located, place, placeOrProvider, stored } from './settings.ts'

const SERVICE = 'google_cloud_run_service'
const SERVICE_2 = 'google_cloud_run_v2_service'
const FUNCTION = 'google_cloudfunctions_function'
const FUNCTION_2 = 'google_cloudfunctions2_function'

/** Ingress from the internet, by any of the spellings of the versions of the two services. */
const fromAnywhere = (ingress: Setting<string>): Setting<boolean> =>
  read(ingress, (value) => {
    if (/^(INGRESS_TRAFFIC_ALL|ALLOW_ALL|all)$/.test(value)) return true
    return /^(INGRESS_TRAFFIC_INTERNAL|ALLOW_INTERNAL|internal)/i.test(value) ? false : undefined
  })

/** Everybody reaches what takes requests from the internet and asks nobody who they are. */
const run = (resource: Planned): Described => ({
  region: place(resource, 'location'),
  ...kms(resource, 'template.0.encryption_key'),
  exposed: allOf(
    anyOf(
      grantedToEverybody(resource, 'google_cloud_run_v2_service_iam'),
      grantedToEverybody(resource, 'google_cloud_run_service_iam'),
      inCode(resource, resource.flag('invoker_iam_disabled')),
    ),
    inCode(resource, fromAnywhere(resource.text('ingress'))),
  ),
})

/** In the first version of the service, annotations say where requests may come from. */
const runFirst = (resource: Planned): Described => ({
  region: place(resource, 'location'),
  exposed: allOf(
    fromAnywhere(
      textWithin('metadata.0.annotations', resource.get('metadata.0.annotations').is, 'run.googleapis.com/ingress'),
    ),
    grantedToEverybody(resource, 'google_cloud_run_service_iam'),
  ),
})

const run2: Mapping = {
  service: 'gcp/cloud-run',
  keeps: false,
  reads: ['location', 'ingress', 'invoker_iam_disabled', 'template'],
  describe: run,
}

/** A function that no request triggers is not reached by one. */
const first = (resource: Planned): Described => ({
  region: placeOrProvider(resource, 'region'),
  exposed: allOf(
    resource.flag('trigger_http'),
    grantedToEverybody(resource, 'google_cloudfunctions_function_iam'),
    inCode(resource, fromAnywhere(resource.text('ingress_settings'))),
  ),
})

/** A function of the second generation is a service of Cloud Run, on which grants may also be made. */
const second = (resource: Planned): Described => ({
  region: place(resource, 'location'),
  exposed: allOf(
    fromAnywhere(resource.text('service_config.0.ingress_settings')),
    anyOf(
      grantedToEverybody(resource, 'google_cloudfunctions2_function_iam'),
      grantedToEverybody(resource, 'google_cloud_run_service_iam'),
      grantedToEverybody(resource, 'google_cloud_run_v2_service_iam'),
    ),
  ),
})

/** Containers, functions and applications that Google runs. */
export const serverless: Mappings = {
  [SERVICE_2]: run2,
  [SERVICE]: {
    service: 'gcp/cloud-run',
    keeps: false,
    reads: ['location', 'metadata'],
    describe: runFirst,
  },
  google_cloud_run_v2_job: located('gcp/cloud-run', 'location'),
  google_cloud_run_v2_worker_pool: located('gcp/cloud-run', 'location'),
  google_cloud_run_domain_mapping: { service: 'none', region: 'global' },
  ...grants('gcp/cloud-run', 'google_cloud_run_v2_service_iam', 'name', SERVICE_2, FUNCTION_2),
  ...grants('gcp/cloud-run', 'google_cloud_run_service_iam', 'service', SERVICE, SERVICE_2, FUNCTION_2),
  ...grants('gcp/cloud-run', 'google_cloud_run_v2_job_iam', 'name', 'google_cloud_run_v2_job'),
  [FUNCTION]: {
    service: 'gcp/cloud-functions',
    keeps: false,
    reads: ['region', 'ingress_settings', 'trigger_http'],
    describe: first,
  },
  [FUNCTION_2]: {
    service: 'gcp/cloud-functions',
    keeps: false,
    reads: ['location', 'service_config'],
    describe: second,
  },
  ...grants('gcp/cloud-functions', 'google_cloudfunctions_function_iam', 'cloud_function', FUNCTION),
  ...grants('gcp/cloud-functions', 'google_cloudfunctions2_function_iam', 'cloud_function', FUNCTION_2),
  google_app_engine_application: stored('gcp/app-engine', 'location_id'),
  google_cloud_scheduler_job: located('gcp/cloud-scheduler', 'region'),
  google_cloud_tasks_queue: stored('gcp/cloud-tasks', 'location'),
  google_workflows_workflow: stored('gcp/workflows', 'region', 'crypto_key_name'),
  google_eventarc_trigger: located('gcp/eventarc', 'location'),
  google_cloudbuild_trigger: located('gcp/cloud-build', 'location'),
}
