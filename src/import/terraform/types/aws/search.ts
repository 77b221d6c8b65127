import { keyOf } from '../../../aws/keys.ts'
import { inCode } from '../../../aws/settings.ts'
import { open, read, type Setting, set } from '../../../setting.ts'
import type { Mapping, Mappings, Planned } from '../../mapping.ts'
import { opensByPolicy } from './exposure.ts'

export const search: Mappings = {
  aws_opensearch_domain: domain('aws_opensearch_domain_policy'),
  aws_elasticsearch_domain: domain('aws_elasticsearch_domain_policy'),
  aws_opensearch_domain_policy: domainPolicy('aws_opensearch_domain'),
  aws_elasticsearch_domain_policy: domainPolicy('aws_elasticsearch_domain'),
  aws_opensearchserverless_collection: { service: 'aws/opensearch', keeps: true },
}

function domain(policy: string): Mapping {
  return {
    service: 'aws/opensearch',
    keeps: true,
    reads: ['access_policies', 'domain_endpoint_options', 'encrypt_at_rest', 'vpc_options'],
    describe: (resource) => ({
      encryptedAtRest: resource.flag('encrypt_at_rest.0.enabled'),
      keyManagedBy: inCode(resource, keyOf(resource, 'encrypt_at_rest.0.kms_key_id')),
      encryptedInTransit: resource.flag('domain_endpoint_options.0.enforce_https'),
      exposed: exposedDomain(resource, policy),
    }),
  }
}

function domainPolicy(type: string): Mapping {
  return {
    service: 'none',
    reads: ['domain_name', 'access_policies'],
    partOf: { attribute: 'domain_name', types: [type] },
  }
}

/** A domain in a network of the customer has no public endpoint. */
function exposedDomain(resource: Planned, type: string): Setting<boolean> {
  const inside = read(resource.list('vpc_options'), (all) => all.length > 0)
  if (inside.is === true) return set('vpc_options', false)
  if (inside.open !== undefined && inside.open !== 'not-set') return open('vpc_options', inside.open)
  return opensByPolicy(resource, 'access_policies', type, 'access_policies')
}
