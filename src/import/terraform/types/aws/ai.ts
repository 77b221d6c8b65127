import { keyOf } from '../../../aws/keys.ts'
import { bedrockModel } from '../../../aws/names.ts'
import { inList, regionsNamed } from '../../../aws/settings.ts'
import { listed, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Json, Mapping, Mappings, Planned } from '../../mapping.ts'
import { required } from './stores.ts'

/** What calls a model, named by an attribute. */
const calls = (attribute: string, keeps: boolean, key?: string): Mapping => ({
  service: 'aws/bedrock',
  keeps,
  reads: [attribute, ...(key === undefined ? [] : [key])].map((path) => path.split('.', 1).join()),
  describe: (resource) => ({
    ...modelOf(resource, attribute),
    ...(key === undefined ? {} : { keyManagedBy: keyOf(resource, key) }),
  }),
})

const noModel = (keeps: boolean): Mapping => ({ service: 'aws/bedrock', keeps })

const sageMaker = (keeps: boolean, key?: string): Mapping => ({
  service: 'aws/sagemaker',
  keeps,
  ...(key === undefined
    ? {}
    : { reads: [key], describe: (resource: Planned) => ({ keyManagedBy: keyOf(resource, key) }) }),
})

export const ai: Mappings = {
  aws_bedrock_inference_profile: calls('model_source.0.copy_from', false),
  aws_bedrock_provisioned_model_throughput: calls('model_arn', false),
  aws_bedrock_custom_model: {
    service: 'aws/bedrock',
    keeps: true,
    reads: ['base_model_identifier', 'custom_model_kms_key_id'],
    describe: (custom) => ({
      model: modelOf(custom, 'base_model_identifier').model,
      keyManagedBy: keyOf(custom, 'custom_model_kms_key_id'),
    }),
  },
  aws_bedrock_guardrail: {
    service: 'aws/bedrock',
    keeps: false,
    reads: ['cross_region_config'],
    describe: (guardrail) => ({ endpointScope: guardrailScope(guardrail) }),
  },
  aws_bedrock_guardrail_version: { service: 'none' },
  aws_bedrock_model_invocation_logging_configuration: {
    service: 'aws/bedrock',
    keeps: false,
    reads: ['logging_config'],
    describe: (logging) => ({ logsTo: invocationLogs(logging) }),
  },
  aws_bedrockagent_agent: calls('foundation_model', true, 'customer_encryption_key_arn'),
  aws_bedrockagent_agent_alias: { service: 'none' },
  aws_bedrockagent_agent_action_group: noModel(false),
  aws_bedrockagent_agent_collaborator: noModel(false),
  aws_bedrockagent_agent_knowledge_base_association: { service: 'none' },
  aws_bedrockagent_knowledge_base: calls(
    'knowledge_base_configuration.0.vector_knowledge_base_configuration.0.embedding_model_arn',
    true,
  ),
  aws_bedrockagent_data_source: noModel(true),
  aws_bedrockagent_flow: noModel(false),
  aws_bedrockagent_prompt: noModel(false),
  aws_sagemaker_endpoint: sageMaker(false),
  aws_sagemaker_endpoint_configuration: sageMaker(false, 'kms_key_arn'),
  aws_sagemaker_model: sageMaker(false),
  aws_sagemaker_notebook_instance: sageMaker(true, 'kms_key_id'),
  aws_sagemaker_domain: sageMaker(true, 'kms_key_id'),
  aws_sagemaker_feature_group: sageMaker(true),
  aws_sagemaker_pipeline: sageMaker(false),
  aws_sagemaker_user_profile: { service: 'none' },
  aws_comprehend_document_classifier: { service: 'aws/comprehend', keeps: true },
  aws_comprehend_entity_recognizer: { service: 'aws/comprehend', keeps: true },
  aws_kendra_index: { service: 'aws/kendra', keeps: true },
  aws_lexv2models_bot: { service: 'aws/lex', keeps: true },
  aws_lex_bot: { service: 'aws/lex', keeps: true },
  aws_rekognition_collection: { service: 'aws/rekognition', keeps: true },
  aws_transcribe_vocabulary: { service: 'aws/transcribe', keeps: false },
  aws_qbusiness_application: { service: 'aws/qbusiness', keeps: true },
}

/** The model that an attribute names; that of a profile of the application's own is what the profile copies. */
function modelOf(resource: Planned, path: string): Required<Pick<Described, 'endpointScope' | 'model'>> {
  const named = resource.named(path)
  const other = named.is?.find(({ type, address }) => type === profile && address !== resource.address)
  if (other !== undefined && resource.type !== profile) return modelOf(other, 'model_source.0.copy_from')
  const text = required(resource.text(path))
  return {
    endpointScope: read(text, (name) => bedrockModel(name)?.scope),
    model: read(text, (name) => bedrockModel(name)?.model),
  }
}

const profile = 'aws_bedrock_inference_profile'

/** A guardrail without a profile runs in its region. */
function guardrailScope(guardrail: Planned): Setting<string> {
  const config = guardrail.list('cross_region_config')
  if (config.open !== undefined) return open(config.attribute, config.open)
  if (config.is?.length === 0) return set('cross_region_config', 'in-region')
  return read(guardrail.text('cross_region_config.0.guardrail_profile_identifier'), (name) => {
    const id = /(?:guardrail-profile\/)?([a-z-]+)\.guardrail\./.exec(name)?.[1]
    return id !== undefined && ['eu', 'us', 'apac', 'us-gov'].includes(id) ? id : undefined
  })
}

/** Invocations go to a log group of this region, to a bucket, or to both. */
function invocationLogs(logging: Planned): Setting<readonly string[]> {
  const config = block(logging, 'logging_config')
  const bucket = `${config}.s3_config`
  const why = logging.get(config).open
  if (why !== undefined) return open(config, why === 'not-set' ? 'not-understood' : why)
  return listed(
    where(logging.get(`${config}.cloudwatch_config`), () => read(logging.region, inList)),
    where(logging.get(bucket), () => regionsNamed(logging, `${block(logging, bucket)}.bucket_name`)),
  )
}

/** A single block is an object in one version of the provider, and a list of one in another. */
const block = (resource: Planned, path: string): string => (Array.isArray(resource.get(path).is) ? `${path}.0` : path)

/** Nowhere, where a block is not there. */
function where(written: Setting<Json>, there: () => Setting<readonly string[]>): Setting<readonly string[]> {
  if (written.open !== undefined) return written.open === 'not-set' ? set(written.attribute, []) : written
  return Array.isArray(written.is) && written.is.length === 0 ? set(written.attribute, []) : there()
}
