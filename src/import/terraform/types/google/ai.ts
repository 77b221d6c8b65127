import { read, type Setting } from '../../../setting.ts'
import type { Mapping, Mappings, Planned } from '../../mapping.ts'
import { kms, part, place, placeOrProvider, stored } from './settings.ts'

/** The endpoint scope that a location stands for. A multi-region that the registry has no scope of is not understood. */
const scope = (location: Setting<string>): Setting<string> =>
  read(location, (name) => {
    if (name === 'global' || name === 'eu') return name
    return /^[a-z]+(-[a-z]+)+\d+$/.test(name) ? 'regional' : undefined
  })

const vertex = (location: 'region' | 'location', keeps: boolean, ...more: readonly string[]): Mapping => ({
  service: 'gcp/vertex-ai',
  keeps,
  reads: [location, 'encryption_spec', ...more],
  describe: (resource) => {
    const region = location === 'region' ? placeOrProvider(resource, location) : place(resource, location)
    return {
      region,
      endpointScope: scope(region),
      ...(keeps ? kms(resource, 'encryption_spec.0.kms_key_name') : {}),
      ...(more.includes('publisher_model_name') ? { model: model(resource) } : {}),
    }
  },
})

/** `publishers/google/models/gemma` and `publishers/google/models/gemma@version` name the model `gemma`. */
const model = (resource: Planned): Setting<string> =>
  read(resource.text('publisher_model_name'), (name) => /\/models\/([^/@]+)/.exec(name)?.[1])

/** Models and what Google builds on them. */
export const ai: Mappings = {
  google_vertex_ai_endpoint: vertex('location', false),
  google_vertex_ai_endpoint_with_model_garden_deployment: vertex('location', false, 'publisher_model_name'),
  google_vertex_ai_dataset: vertex('region', true),
  google_vertex_ai_index: vertex('region', true),
  google_vertex_ai_index_endpoint: vertex('region', false),
  google_vertex_ai_index_endpoint_deployed_index: part(
    'gcp/vertex-ai',
    'index_endpoint',
    'google_vertex_ai_index_endpoint',
  ),
  google_vertex_ai_featurestore: vertex('region', true),
  google_vertex_ai_feature_online_store: vertex('region', true),
  google_vertex_ai_feature_group: vertex('region', false),
  google_vertex_ai_metadata_store: vertex('region', true),
  google_vertex_ai_tensorboard: vertex('region', true),
  google_vertex_ai_deployment_resource_pool: vertex('region', false),
  google_vertex_ai_reasoning_engine: vertex('region', true),
  google_vertex_ai_rag_engine_config: vertex('region', false),
  google_vertex_ai_cache_config: { service: 'none', region: 'global' },
  google_notebooks_instance: stored('gcp/vertex-ai-workbench', 'location', 'kms_key'),
  google_workbench_instance: stored('gcp/vertex-ai-workbench', 'location'),
  google_colab_runtime: stored('gcp/colab-enterprise', 'location'),
  google_colab_runtime_template: { service: 'none', region: 'global' },
  google_discovery_engine_data_store: stored('gcp/discovery-engine', 'location', 'kms_key_name'),
  google_discovery_engine_search_engine: stored('gcp/discovery-engine', 'location'),
  google_discovery_engine_chat_engine: stored('gcp/discovery-engine', 'location'),
  google_dialogflow_cx_agent: stored('gcp/dialogflow', 'location'),
  google_document_ai_processor: stored('gcp/document-ai', 'location', 'kms_key_name'),
  google_document_ai_warehouse_location: stored('gcp/document-ai', 'location', 'kms_key'),
  google_contact_center_insights_view: { service: 'none', region: 'global' },
  google_integrations_client: stored('gcp/application-integration', 'location'),
}
