import { keyOf } from '../../aws/keys.ts'
import { bedrockModel } from '../../aws/names.ts'
import { anyIn, blocks, everyBlock, of } from '../../aws/settings.ts'
import { allOf, anyOf, open, read, type Setting, set } from '../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../terraform/mapping.ts'
import { reachable } from './exposure.ts'

const bedrock = (keeps: boolean, path: string, key?: string): Mapping => ({
  service: 'aws/bedrock',
  keeps,
  describe: (resource) => ({
    ...modelOf(resource, path),
    ...(key === undefined ? {} : { keyManagedBy: keyOf(resource, key) }),
  }),
})

const partOf = (attribute: string, ...types: readonly string[]): Mapping => ({
  service: 'none',
  partOf: { attribute, types },
})

export const compute: Mappings = {
  'AWS::EC2::Instance': {
    service: 'aws/ec2',
    keeps: true,
    describe: (instance) => ({
      ...encryptedDisks(instance),
      exposed: reachable(instance, hasPublicAddress(instance), 'SecurityGroupIds'),
      dedicated: read(
        instance.text('Tenancy'),
        (tenancy) => ({ dedicated: true, host: true, default: false })[tenancy],
      ),
    }),
  },
  'AWS::EC2::EIP': {
    service: 'none',
    partOf: { attribute: 'InstanceId', types: ['AWS::EC2::Instance'], optional: true },
  },
  'AWS::EC2::EIPAssociation': {
    service: 'none',
    partOf: { attribute: 'InstanceId', types: ['AWS::EC2::Instance'], optional: true },
  },
  'AWS::EC2::LaunchTemplate': { service: 'aws/ec2', keeps: true },
  'AWS::AutoScaling::AutoScalingGroup': { service: 'aws/ec2', keeps: false },
  'AWS::AutoScaling::LaunchConfiguration': { service: 'aws/ec2', keeps: true, describe: encryptedDisks },
  'AWS::ECS::Cluster': { service: 'aws/ecs', keeps: false },
  'AWS::ECS::Service': { service: 'aws/ecs', keeps: false },
  'AWS::ECS::TaskDefinition': { service: 'aws/ecs', keeps: false },
  'AWS::EKS::Cluster': { service: 'aws/eks', keeps: true },
  'AWS::EKS::Nodegroup': { service: 'aws/eks', keeps: false },
  'AWS::Lambda::Function': {
    service: 'aws/lambda',
    keeps: false,
    describe: (lambda) => ({ exposed: exposedFunction(lambda) }),
  },
  'AWS::Lambda::Url': partOf('TargetFunctionArn', 'AWS::Lambda::Function'),
  'AWS::Lambda::Permission': partOf('FunctionName', 'AWS::Lambda::Function'),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    service: 'aws/elb',
    keeps: false,
    describe: (balancer) => ({
      encryptedInTransit: listensEncrypted(balancer),
      exposed: reachable(
        balancer,
        read(balancer.text('Scheme'), (scheme) => ({ internal: false, 'internet-facing': true })[scheme]),
        'SecurityGroups',
      ),
    }),
  },
  'AWS::ElasticLoadBalancingV2::Listener': partOf('LoadBalancerArn', 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
  'AWS::CloudFront::Distribution': {
    service: 'aws/cloudfront',
    keeps: true,
    region: 'global',
    describe: (distribution) => ({ encryptedInTransit: refusesHttp(distribution) }),
  },
  'AWS::ApiGateway::RestApi': { service: 'aws/apigateway', keeps: false },
  'AWS::ApiGatewayV2::Api': { service: 'aws/apigateway', keeps: false },
  'AWS::Bedrock::Agent': bedrock(true, 'FoundationModel', 'CustomerEncryptionKeyArn'),
  'AWS::Bedrock::ApplicationInferenceProfile': bedrock(false, 'ModelSource.CopyFrom'),
  'AWS::Bedrock::KnowledgeBase': bedrock(
    true,
    'KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn',
  ),
  'AWS::Bedrock::DataSource': { service: 'aws/bedrock', keeps: true },
  'AWS::Bedrock::Guardrail': { service: 'aws/bedrock', keeps: false },
  'AWS::Bedrock::Flow': { service: 'aws/bedrock', keeps: false },
  'AWS::Bedrock::Prompt': { service: 'aws/bedrock', keeps: false },
  'AWS::SageMaker::Endpoint': { service: 'aws/sagemaker', keeps: false },
  'AWS::SageMaker::EndpointConfig': { service: 'aws/sagemaker', keeps: false },
  'AWS::SageMaker::Model': { service: 'aws/sagemaker', keeps: false },
  'AWS::SageMaker::NotebookInstance': { service: 'aws/sagemaker', keeps: true },
  'AWS::SES::EmailIdentity': { service: 'aws/ses', keeps: false },
}

function modelOf(resource: Planned, path: string): Required<Pick<Described, 'endpointScope' | 'model'>> {
  const profile = resource.named(path).is?.find(({ type }) => type === 'AWS::Bedrock::ApplicationInferenceProfile')
  if (profile !== undefined && profile.type !== resource.type) return modelOf(profile, 'ModelSource.CopyFrom')
  const name = resource.text(path)
  return {
    endpointScope: read(name, (text) => bedrockModel(text)?.scope),
    model: read(name, (text) => bedrockModel(text)?.model),
  }
}

/** A disk that is not mentioned is as its image, or the account, has it. */
function encryptedDisks(resource: Planned): Described {
  const disks = everyBlock(resource, 'BlockDeviceMappings', (one) => resource.flag(`${one}.Ebs.Encrypted`))
  return { encryptedAtRest: disks ?? open('BlockDeviceMappings', 'not-set') }
}

function hasPublicAddress(instance: Planned): Setting<boolean> {
  const [one, other] = ['AWS::EC2::EIP', 'AWS::EC2::EIPAssociation'].map((type) =>
    anyIn(instance.parts(type), ({ address }) => set(address, true)),
  )
  const interfaces = blocks(instance, 'NetworkInterfaces')
  const own =
    interfaces.is?.length === 0
      ? open('NetworkInterfaces', 'not-set')
      : anyIn(interfaces, (path) => instance.flag(`${path}.AssociatePublicIpAddress`))
  return anyOf(own, one as Setting<boolean>, other as Setting<boolean>)
}

function exposedFunction(lambda: Planned): Setting<boolean> {
  const byUrl = anyIn(lambda.parts('AWS::Lambda::Url'), (url) =>
    of(
      url,
      read(url.text('AuthType'), (type) => ({ NONE: true, AWS_IAM: false })[type]),
    ),
  )
  const byPermission = anyIn(lambda.parts('AWS::Lambda::Permission'), (one) => of(one, letsEverybodyCall(one)))
  const exposed = anyOf(byUrl, byPermission)
  return exposed.is === false ? open('AWS::Lambda::Url', 'not-set') : exposed
}

function letsEverybodyCall(permission: Planned): Setting<boolean> {
  return read(permission.text('Principal'), (principal) => {
    if (principal !== '*') return false
    const narrowed = ['PrincipalOrgID', 'SourceAccount', 'SourceArn'].map((path) => permission.get(path))
    return narrowed.every((one) => one.open === 'not-set') ? true : undefined
  })
}

const protocols: Readonly<Record<string, boolean>> = { HTTPS: true, TLS: true }

/** A listener in the clear is none where it sends everybody to HTTPS. */
function listensEncrypted(balancer: Planned): Setting<boolean> {
  const listeners = balancer.parts('AWS::ElasticLoadBalancingV2::Listener')
  if (listeners.open !== undefined) return open('AWS::ElasticLoadBalancingV2::Listener', listeners.open)
  const [first, ...more] = (listeners.is ?? []).map((one) => of(one, listenerEncrypted(one)))
  return first === undefined ? open('AWS::ElasticLoadBalancingV2::Listener', 'not-in-file') : allOf(first, ...more)
}

function listenerEncrypted(listener: Planned): Setting<boolean> {
  const protocol = listener.text('Protocol')
  if (protocol.is !== 'HTTP') return read(protocol, (is) => protocols[is])
  const redirects = read(listener.text('DefaultActions.0.Type'), (type) => type === 'redirect')
  if (redirects.is !== true) return redirects
  return read(listener.text('DefaultActions.0.RedirectConfig.Protocol'), (to) => to === 'HTTPS')
}

const viewerPolicies: Readonly<Record<string, boolean>> = {
  'https-only': true,
  'redirect-to-https': true,
  'allow-all': false,
}

function refusesHttp(distribution: Planned): Setting<boolean> {
  const policyOf = (path: string): Setting<boolean> =>
    read(distribution.text(`${path}.ViewerProtocolPolicy`), (policy) => viewerPolicies[policy])
  const standard = policyOf('DistributionConfig.DefaultCacheBehavior')
  const others = everyBlock(distribution, 'DistributionConfig.CacheBehaviors', policyOf)
  return others === undefined ? standard : allOf(standard, others)
}
