import { opensToAll } from '../../../aws/policy.ts'
import { everyBlock, inCode, not, of, regionsNamed } from '../../../aws/settings.ts'
import { allOf, anyOf, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Mapping, Mappings, Planned } from '../../mapping.ts'
import { reachable } from './exposure.ts'

const loadBalancers = ['aws_lb', 'aws_alb']

const balancer: Mapping = {
  service: 'aws/elb',
  keeps: false,
  reads: ['internal', 'security_groups', 'access_logs'],
  describe: (resource) => ({
    encryptedInTransit: listensEncrypted(resource),
    exposed: reachable(resource, not(resource.flag('internal')), 'security_groups'),
    ...accessLogs(resource),
  }),
}

const listener: Mapping = {
  service: 'none',
  reads: ['load_balancer_arn', 'protocol', 'default_action'],
  partOf: { attribute: 'load_balancer_arn', types: loadBalancers },
}

export const edge: Mappings = {
  aws_lb: balancer,
  aws_alb: balancer,
  aws_lb_listener: listener,
  aws_alb_listener: listener,
  aws_elb: {
    service: 'aws/elb',
    keeps: false,
    reads: ['internal', 'security_groups', 'listener'],
    describe: (resource) => ({
      encryptedInTransit:
        everyBlock(resource, 'listener', (one) => read(resource.text(`${one}.lb_protocol`), encryptedProtocol)) ??
        open('listener', 'not-understood'),
      exposed: reachable(resource, not(inCode(resource, resource.flag('internal'))), 'security_groups'),
    }),
  },
  aws_cloudfront_distribution: {
    service: 'aws/cloudfront',
    keeps: true,
    region: 'global',
    reads: ['default_cache_behavior', 'ordered_cache_behavior', 'logging_config'],
    describe: (distribution) => ({
      encryptedInTransit: refusesHttp(distribution),
      ...distributionLogs(distribution),
    }),
  },
  aws_api_gateway_rest_api: {
    service: 'aws/apigateway',
    keeps: false,
    reads: ['endpoint_configuration', 'policy'],
    describe: (api) => ({ exposed: exposedApi(api) }),
  },
  aws_apigatewayv2_api: { service: 'aws/apigateway', keeps: false },
  aws_appsync_graphql_api: { service: 'aws/appsync', keeps: false },
  aws_globalaccelerator_accelerator: { service: 'aws/globalaccelerator', keeps: false, region: 'global' },
  aws_transfer_server: {
    service: 'aws/transfer',
    keeps: false,
    reads: ['protocols'],
    describe: (server) => ({
      encryptedInTransit: read(inCode(server, server.list('protocols')), (all) =>
        all.length === 0 ? undefined : !all.includes('FTP'),
      ),
    }),
  },
}

function encryptedProtocol(protocol: string): boolean | undefined {
  return ({ HTTPS: true, TLS: true, SSL: true, HTTP: false } as Record<string, boolean>)[protocol.toUpperCase()]
}

/** A listener in the clear is none where it sends everybody to HTTPS. */
function listensEncrypted(balancer: Planned): Setting<boolean> {
  const [first, ...more] = ['aws_lb_listener', 'aws_alb_listener'].map((type) => balancer.parts(type))
  const unread = [first, ...more].find((parts) => parts?.open !== undefined)
  if (unread?.open !== undefined) return open('aws_lb_listener', unread.open)
  const all = [first, ...more].flatMap((parts) => parts?.is ?? [])
  const [one, ...others] = all.map((part) => of(part, listenerEncrypted(part)))
  return one === undefined ? open('aws_lb_listener', 'not-in-file') : allOf(one, ...others)
}

function listenerEncrypted(part: Planned): Setting<boolean> {
  const protocol = part.text('protocol')
  if (protocol.is !== 'HTTP') return read(protocol, encryptedProtocol)
  const action = 'default_action.0'
  const type = read(part.text(`${action}.type`), (is) => is === 'redirect')
  if (type.is !== true) return type
  return read(part.text(`${action}.redirect.0.protocol`), (to) => to === 'HTTPS')
}

function accessLogs(balancer: Planned): Described {
  const logs = balancer.list('access_logs')
  return logs.is?.length && balancer.flag('access_logs.0.enabled').is === true
    ? { logsTo: regionsNamed(balancer, 'access_logs.0.bucket') }
    : {}
}

const viewerPolicies: Readonly<Record<string, boolean>> = {
  'https-only': true,
  'redirect-to-https': true,
  'allow-all': false,
}

function refusesHttp(distribution: Planned): Setting<boolean> {
  const policyOf = (block: string): Setting<boolean> =>
    read(distribution.text(`${block}.viewer_protocol_policy`), (policy) => viewerPolicies[policy])
  const others = everyBlock(distribution, 'ordered_cache_behavior', policyOf)
  const standard = policyOf('default_cache_behavior.0')
  return others === undefined ? standard : allOf(standard, others)
}

function distributionLogs(distribution: Planned): Described {
  const logs = distribution.list('logging_config')
  return logs.is?.length ? { logsTo: regionsNamed(distribution, 'logging_config.0.bucket') } : {}
}

/** Who may call a method of it is said by each method, and is not read; a private one is reached only from inside. */
function exposedApi(api: Planned): Setting<boolean> {
  const types = inCode(api, api.get('endpoint_configuration.0.types'))
  const inside = read(types, (all) => Array.isArray(all) && all.length === 1 && all[0] === 'PRIVATE')
  const closed = read(inCode(api, api.get('policy')), (policy) => (opensToAll(policy) === false ? true : undefined))
  const decided = anyOf(inside, closed)
  return decided.is === true
    ? set(decided.attribute, false)
    : open('endpoint_configuration', decided.open ?? 'not-understood')
}
