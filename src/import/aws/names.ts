/** The region in an ARN; `undefined` where it names none, as those of buckets and of users. */
export function regionOfArn(arn: string): string | undefined {
  const region = /^arn:aws[a-z-]*:[a-z0-9-]+:([a-z0-9-]+):/.exec(arn)?.[1]
  return region === undefined || !/^[a-z]+(-[a-z]+)+-\d+$/.test(region) ? undefined : region
}

/** Who manages a key, by a name of it: an id, or the ARN of a key, may be of the provider's or of the customer's. */
export function managerOfKey(name: string): 'provider' | 'customer' | undefined {
  const alias = /^(?:arn:aws[a-z-]*:kms:[a-z0-9-]*:\d*:)?(alias\/.+)$/.exec(name)?.[1]
  if (alias === undefined) return undefined
  return alias.startsWith('alias/aws/') ? 'provider' : 'customer'
}

/** Managed policies of AWS that let their holder change everything, who may, or everything but that. */
const administrators = new Set(['AdministratorAccess', 'IAMFullAccess', 'PowerUserAccess'])

export const isAdministratorPolicy = (arn: string): boolean =>
  administrators.has(/^arn:aws[a-z-]*:iam::aws:policy\/(.+)$/.exec(arn)?.[1] ?? '')

/** Prefixes of inference profiles that route across regions. Those that the registry does not have stay not understood. */
const profiles = new Set(['eu', 'us', 'us-gov', 'apac', 'jp', 'au', 'global'])

/** Who makes models that Bedrock offers: the first part of a model's id. */
const makers = new Set([
  'ai21',
  'amazon',
  'anthropic',
  'cohere',
  'deepseek',
  'google',
  'luma',
  'meta',
  'minimax',
  'mistral',
  'moonshot',
  'nvidia',
  'openai',
  'qwen',
  'stability',
  'twelvelabs',
  'writer',
])

export type BedrockModel = { readonly scope: string; readonly model: string }

/**
 * The model and the scope of inference that an id or ARN names. That of an application's own profile, of a custom model
 * or of provisioned throughput says neither.
 */
export function bedrockModel(name: string): BedrockModel | undefined {
  const arn = /^arn:aws[a-z-]*:bedrock:[a-z0-9-]*:\d*:(foundation-model|inference-profile)\/(.+)$/.exec(name)
  const id = arn?.[2] ?? name
  const [first = '', second = ''] = id.split('.')
  if (arn?.[1] !== 'inference-profile' && makers.has(first)) return { scope: 'in-region', model: id }
  if (arn?.[1] === 'foundation-model' || !profiles.has(first) || !makers.has(second)) return undefined
  return { scope: first, model: id.slice(first.length + 1) }
}
