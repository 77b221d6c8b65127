import { opensToAll } from '../../../aws/policy.ts'
import { allOf, anyOf, open, read, type Setting, set } from '../../../setting.ts'
import type { Described, Json, Planned } from '../../mapping.ts'
import { always, anyIn, anyPart, everyone, of, textElement, textWithin, within } from '../blocks.ts'

/**
 * A cloud firewall lets in what any of its rules lets in, and firewalls add up. One that is attached by a tag is not seen
 * here, so a Droplet with tags is never known to be closed; nor is one that no firewall of the plan names.
 */
export function dropletExposed(droplet: Planned): Setting<boolean> {
  const firewalls = droplet.parts('digitalocean_firewall')
  if (firewalls.open !== undefined) return open(firewalls.attribute, firewalls.open)
  if (firewalls.is?.length === 0) return open('digitalocean_firewall', 'not-in-file')
  const letsIn = anyPart(droplet, 'digitalocean_firewall', (firewall) =>
    anyIn(firewall.list('inbound_rule'), (rule, path) =>
      anyIn(listWithin(path, rule, 'source_addresses'), (address, at) => everyone(textElement(address, at))),
    ),
  )
  const tags = droplet.list('tags')
  if (letsIn.is === true || (tags.is !== undefined && tags.is.length === 0)) return letsIn
  return letsIn.open !== undefined ? letsIn : open('tags', tags.open ?? 'not-understood')
}

/** A list of values inside a block. Not set is the empty list; a missing key is not in the plan. */
function listWithin(attribute: string, block: Json | undefined, key: string): Setting<readonly Json[]> {
  const value = within(attribute, block, key)
  if (value.open === 'not-set') return set(value.attribute, [])
  return read(value, (one) => (Array.isArray(one) ? (one as readonly Json[]) : undefined))
}

export function databaseOf(cluster: Planned): Described {
  const replicas = cluster.parts('digitalocean_database_replica')
  const sinks = ['', '_opensearch', '_rsyslog'].map((kind) => cluster.parts(`digitalocean_database_logsink${kind}`))
  const sink = sinks.flatMap(({ is }) => is ?? [])[0]
  const hidden = sinks.find(({ open: why }) => why !== undefined)
  return {
    encryptedAtRest: always,
    exposed: databaseExposed(cluster),
    copiesTo: regionsOf(replicas),
    // Where a sink is, no attribute says.
    ...(sink !== undefined && { logsTo: open(`${sink.address}`, 'not-understood') }),
    ...(sink === undefined && hidden?.open !== undefined && { logsTo: open(hidden.attribute, hidden.open) }),
  }
}

/** The regions of what copies a resource; that there is no copy is not set, since the provider may make some of its own. */
function regionsOf(copies: Setting<readonly Planned[]>): Setting<readonly string[]> {
  if (copies.open !== undefined) return open(copies.attribute, copies.open)
  const [first, ...more] = (copies.is ?? []).map((copy) => of(copy, copy.region))
  if (first === undefined) return open('digitalocean_database_replica', 'not-set')
  const unknown = [first, ...more].find((one) => one.open !== undefined)
  if (unknown?.open !== undefined) return open(unknown.attribute, unknown.open)
  return set(first.attribute, [...new Set([first, ...more].flatMap(({ is }) => is ?? []))].sort())
}

/** Trusted sources are all that may connect; a cluster without any is as the provider makes it. */
export function databaseExposed(database: Planned): Setting<boolean> {
  const firewalls = database.parts('digitalocean_database_firewall')
  if (firewalls.open !== undefined) return open(firewalls.attribute, firewalls.open)
  const rules = (firewalls.is ?? []).map((firewall) => of(firewall, firewall.list('rule')))
  const [first = open('digitalocean_database_firewall', 'not-set'), ...more] = rules.map((list) =>
    list.is?.length === 0 ? open(list.attribute, 'not-set') : anyIn(list, trustsEveryone),
  )
  return anyOf(first, ...more)
}

function trustsEveryone(rule: Json | undefined, path: string): Setting<boolean> {
  const type = textWithin(path, rule, 'type')
  if (type.open !== undefined) return open(type.attribute, type.open)
  return type.is === 'ip_addr' ? everyone(textWithin(path, rule, 'value')) : set(type.attribute, false)
}

export function bucketExposed(bucket: Planned): Setting<boolean> {
  return anyOf(
    publicAcl(bucket.text('acl')),
    anyPart(bucket, 'digitalocean_spaces_bucket_policy', (policy) => read(policy.get('policy'), opensToAll)),
    anyPart(bucket, 'digitalocean_spaces_bucket_object', (object) => publicAcl(object.text('acl'))),
  )
}

export function publicAcl(acl: Setting<string>): Setting<boolean> {
  return read(acl, (name) => {
    if (name === 'public-read' || name === 'public-read-write') return true
    return name === 'private' ? false : undefined
  })
}

/** Access logs stay in the region: the bucket that they go to is in the region of the logging. */
export function logsOf(bucket: Planned): Described {
  const logging = bucket.parts('digitalocean_spaces_bucket_logging')
  if (logging.open !== undefined) return { logsTo: open(logging.attribute, logging.open) }
  const [one] = logging.is ?? []
  return one === undefined
    ? {}
    : {
        logsTo: of(
          one,
          read(one.text('region'), (region) => [region]),
        ),
      }
}

/** A static site is for everybody, and so is what an ingress or a route leads to. Apps without either may be internal. */
export function appExposed(app: Planned): Setting<boolean> {
  const ways = ['spec.0.static_site', 'spec.0.ingress.0.rule'].map((path) =>
    read(app.list(path), (list) => list.length > 0),
  )
  const way = ways.find(({ is }) => is === true)
  return way ?? open('spec.0.service', 'not-understood')
}

export function balancerRefusesClearText(balancer: Planned): Setting<boolean> {
  const rules = balancer.list('forwarding_rule')
  if (rules.is?.length === 0) return open('forwarding_rule', 'not-set')
  const redirects = balancer.flag('redirect_http_to_https')
  const inTheClear = anyIn(rules, (rule, path) => {
    const protocol = textWithin(path, rule, 'entry_protocol')
    if (protocol.open !== undefined) return open(protocol.attribute, protocol.open)
    if (protocol.is === 'https' || protocol.is === 'http2' || protocol.is === 'http3')
      return set(protocol.attribute, false)
    if (protocol.is !== 'http') return open(protocol.attribute, 'not-understood')
    return read(redirects, (on) => !on)
  })
  return read(inTheClear, (clear) => !clear)
}

/** What the load balancer lets in, whatever stands behind it: from its network or through its firewall. */
export function balancerExposed(balancer: Planned): Setting<boolean> {
  const network = balancer.text('network')
  const fromOutside = read(network, (name) => {
    if (name === 'EXTERNAL') return true
    return name === 'INTERNAL' ? false : undefined
  })
  const allowed = balancer.list('firewall.0.allow')
  const unrestricted = balancer.list('firewall').is?.length === 0 || allowed.is?.length === 0
  const throughFirewall = unrestricted
    ? set('firewall', true)
    : anyIn(allowed, (entry, path) =>
        everyone(read(textElement(entry, path), (text) => /^(?:cidr|ip):(.+)$/.exec(text)?.[1])),
      )
  return allOf(fromOutside, throughFirewall)
}

export function onlyModel(deployments: Setting<readonly Json[]>): Setting<string> {
  return read(deployments, (all) => {
    const [first, ...more] = all.map((one) => textWithin('model_deployments', one, 'model_slug').is)
    return more.every((one) => one === first) ? first : undefined
  })
}
