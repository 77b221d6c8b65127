import { keyOf } from '../../../aws/keys.ts'
import { anyIn, everyBlock, inCode, of } from '../../../aws/settings.ts'
import { anyOf, open, read, type Setting, set, unset } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { reachable } from './exposure.ts'

const disks = ['root_block_device', 'ebs_block_device'] as const
const groups = 'vpc_security_group_ids'

const volume = (key: string): Mapping => ({
  service: 'aws/ebs',
  keeps: true,
  reads: ['encrypted', key],
  describe: (resource) => ({
    encryptedAtRest: resource.flag('encrypted'),
    keyManagedBy: keyOf(resource, key),
  }),
})

const dedicatedTenancy = (tenancy: string): boolean | undefined =>
  ({ dedicated: true, host: true, default: false })[tenancy]

export const compute: Mappings = {
  aws_instance: {
    service: 'aws/ec2',
    keeps: true,
    reads: ['associate_public_ip_address', 'tenancy', groups, ...disks],
    describe: describeInstance,
  },
  aws_spot_instance_request: {
    service: 'aws/ec2',
    keeps: true,
    reads: ['associate_public_ip_address', 'tenancy', groups, ...disks],
    describe: describeInstance,
  },
  aws_eip: {
    service: 'none',
    reads: ['instance'],
    partOf: { attribute: 'instance', types: ['aws_instance', 'aws_spot_instance_request'], optional: true },
  },
  aws_eip_association: {
    service: 'none',
    reads: ['instance_id'],
    partOf: { attribute: 'instance_id', types: ['aws_instance', 'aws_spot_instance_request'], optional: true },
  },
  aws_launch_template: {
    service: 'aws/ec2',
    keeps: true,
    reads: ['block_device_mappings'],
    describe: (template) => ({ ...encryptedDisks(template, 'block_device_mappings', 'ebs.0.encrypted') }),
  },
  aws_launch_configuration: {
    service: 'aws/ec2',
    keeps: true,
    reads: [...disks],
    describe: (template) => ({ encryptedAtRest: encryptedAtRest(template) }),
  },
  aws_autoscaling_group: { service: 'aws/ec2', keeps: false },
  aws_ec2_fleet: { service: 'aws/ec2', keeps: false },
  aws_spot_fleet_request: { service: 'aws/ec2', keeps: false },
  aws_dedicated_host: { service: 'aws/ec2', keeps: false },
  aws_ec2_host: { service: 'aws/ec2', keeps: false },
  aws_ebs_volume: volume('kms_key_id'),
  aws_ebs_snapshot: { service: 'aws/ebs', keeps: true },
  aws_ebs_snapshot_copy: volume('kms_key_id'),
  aws_ami_copy: volume('kms_key_id'),
  aws_ami: { service: 'aws/ec2', keeps: true },
  aws_ecs_cluster: { service: 'aws/ecs', keeps: false },
  aws_ecs_service: {
    service: 'aws/ecs',
    keeps: false,
    reads: ['network_configuration'],
    describe: (service) => ({ exposed: exposedService(service) }),
  },
  aws_ecs_task_definition: { service: 'aws/ecs', keeps: false },
  aws_eks_cluster: {
    service: 'aws/eks',
    keeps: true,
    reads: ['vpc_config'],
    describe: (cluster) => ({ exposed: exposedCluster(cluster) }),
  },
  aws_eks_node_group: { service: 'aws/eks', keeps: false },
  aws_eks_fargate_profile: { service: 'aws/eks', keeps: false },
  aws_lambda_function: {
    service: 'aws/lambda',
    keeps: false,
    describe: (lambda) => ({ exposed: exposedFunction(lambda) }),
  },
  aws_lambda_function_url: {
    service: 'none',
    reads: ['function_name', 'authorization_type'],
    partOf: { attribute: 'function_name', types: ['aws_lambda_function'] },
  },
  aws_lambda_permission: {
    service: 'none',
    reads: ['function_name', 'principal', 'principal_org_id', 'source_account', 'source_arn'],
    partOf: { attribute: 'function_name', types: ['aws_lambda_function'] },
  },
  aws_batch_compute_environment: { service: 'aws/batch', keeps: false },
  aws_batch_job_definition: { service: 'aws/batch', keeps: false },
  aws_batch_job_queue: { service: 'aws/batch', keeps: false },
  aws_lightsail_instance: { service: 'aws/lightsail', keeps: true },
  aws_lightsail_database: { service: 'aws/lightsail', keeps: true },
  aws_apprunner_service: { service: 'aws/apprunner', keeps: false },
  aws_elastic_beanstalk_environment: { service: 'aws/elasticbeanstalk', keeps: false },
}

function describeInstance(instance: Planned): Described {
  return {
    encryptedAtRest: encryptedAtRest(instance),
    exposed: reachable(instance, hasPublicAddress(instance), groups),
    dedicated: read(inCode(instance, instance.text('tenancy')), dedicatedTenancy),
  }
}

/** An elastic address is public; without one, the subnet decides where the instance does not. */
function hasPublicAddress(instance: Planned): Setting<boolean> {
  const elastic = [instance.parts('aws_eip'), instance.parts('aws_eip_association')]
  const [one, other] = elastic.map((parts) => anyIn(parts, (part) => set(part.address, true)))
  return anyOf(instance.flag('associate_public_ip_address'), one as Setting<boolean>, other as Setting<boolean>)
}

/** All disks are encrypted. One that is not mentioned is as its image, or the account, has it. */
function encryptedAtRest(resource: Planned): Setting<boolean> {
  const [root, others] = disks.map((path) => {
    const list = inCode(resource, resource.list(path))
    if (list.open !== undefined) return open(path, list.open)
    return everyBlock(resource, path, (block) => resource.flag(`${block}.encrypted`))
  })
  if (root === undefined) return others?.is === false ? others : open('root_block_device', 'not-set')
  if (root.is === true && others?.open === 'not-set') return root
  return others === undefined ? root : both(root, others)
}

const both = (one: Setting<boolean>, other: Setting<boolean>): Setting<boolean> => {
  const decided = [one, other].find(({ is }) => is === false)
  return decided ?? [one, other].find(({ open: why }) => why !== undefined) ?? one
}

function encryptedDisks(resource: Planned, path: string, flag: string): Described {
  const encrypted = everyBlock(resource, path, (block) => read(resource.get(`${block}.${flag}`), truth))
  return encrypted === undefined ? {} : { encryptedAtRest: encrypted }
}

const truth = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : ({ true: true, false: false } as Record<string, boolean>)[String(value)]

function exposedService(service: Planned): Setting<boolean> {
  const path = 'network_configuration.0'
  const list = service.list('network_configuration')
  if (list.open !== undefined) return open('network_configuration', list.open)
  // Without a network of its own, the instance that it runs on decides.
  if (list.is?.length === 0) return open('network_configuration', 'not-set')
  const isPublic = unset(service.flag(`${path}.assign_public_ip`), false)
  return reachable(service, isPublic, `${path}.security_groups`)
}

/** What the whole internet reaches is the interface by which the cluster is run, not what runs on it. */
function exposedCluster(cluster: Planned): Setting<boolean> {
  const open_ = cluster.flag('vpc_config.0.endpoint_public_access')
  return open_.is === false ? open_ : open('vpc_config', open_.open ?? 'not-understood')
}

function exposedFunction(lambda: Planned): Setting<boolean> {
  const urls = lambda.parts('aws_lambda_function_url')
  const byUrl = anyIn(urls, (url) =>
    of(
      url,
      read(url.text('authorization_type'), (type) => authorisations[type]),
    ),
  )
  const byPermission = anyIn(lambda.parts('aws_lambda_permission'), (one) => of(one, letsEverybodyCall(one)))
  const exposed = anyOf(byUrl, byPermission)
  return exposed.is === false ? open('aws_lambda_function_url', 'not-set') : exposed
}

const authorisations: Readonly<Record<string, boolean>> = { NONE: true, AWS_IAM: false }

function letsEverybodyCall(permission: Planned): Setting<boolean> {
  return read(permission.text('principal'), (principal) => {
    if (principal !== '*') return false
    const narrowed = ['principal_org_id', 'source_account', 'source_arn'].map((path) => permission.text(path))
    return narrowed.every((one) => one.open === 'not-set') ? true : undefined
  })
}
