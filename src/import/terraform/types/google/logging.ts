import { open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { namesOf, nowhere, of } from '../blocks.ts'
import { place, regionName, stored } from './settings.ts'

const BUCKET = 'google_logging_project_bucket_config'
/** Where a sink can send logs to, with the attribute that says where that is. */
const TARGETS = new Map([
  ['google_storage_bucket', 'location'],
  ['google_bigquery_dataset', 'location'],
  [BUCKET, 'location'],
])

/** The region of what a sink sends logs to: of a resource in the plan, or as the address of a log bucket says. */
function target(sink: Planned): Setting<readonly string[]> {
  const attribute = 'destination'
  const named = namesOf(sink, attribute, [...TARGETS.keys()])
  if (named.open !== undefined) return open(attribute, named.open)
  const [resource] = named.is as readonly Planned[]
  if (resource !== undefined)
    return read(of(resource, place(resource, TARGETS.get(resource.type) ?? 'location')), (region) => [region])
  const destination = sink.text(attribute)
  if (destination.open !== undefined) return open(attribute, destination.open)
  const location = /^logging\.googleapis\.com\/.*\/locations\/([^/]+)\//.exec(destination.is ?? '')?.[1]
  return location === undefined ? open(attribute, 'not-in-file') : set(attribute, [regionName(location)])
}

/** What it sends logs to counts itself where it is in the plan. */
const inPlan = (sink: Planned): boolean => (namesOf(sink, 'destination', [...TARGETS.keys()]).is ?? []).length > 0

const sink: Mapping = {
  service: (resource) => (inPlan(resource) ? 'none' : 'gcp/logging'),
  keeps: false,
  reads: ['destination'],
  describe: (resource): Described => {
    const to = target(resource)
    return { region: inPlan(resource) ? nowhere : read(to, ([region]) => region), logsTo: to }
  },
}

const bucket: Mapping = stored('gcp/logging', 'location', 'cmek_settings.0.kms_key_name')

/** Logs and where they go. */
export const logging: Mappings = {
  google_logging_project_sink: sink,
  google_logging_folder_sink: sink,
  google_logging_organization_sink: sink,
  google_logging_billing_account_sink: sink,
  [BUCKET]: bucket,
  google_logging_folder_bucket_config: bucket,
  google_logging_organization_bucket_config: bucket,
  google_logging_billing_account_bucket_config: bucket,
}
