import type { Around, Wanted } from './plan.ts'

/** What stands in the plan where secrets stand, and nowhere in what is read of it. */
export const secret = 'do-planted-secret-5f3a'

/** A shop (fictional) on DigitalOcean: a web server behind a load balancer, a database in a module, files, an app and an agent. */
export const digitalocean: readonly Wanted[] = [
  {
    address: 'digitalocean_droplet.web["a"]',
    after: {
      name: 'web-a',
      region: 'fra1',
      size: 's-2vcpu-4gb',
      image: 'debian-12-x64',
      tags: [],
      backups: false,
      user_data: `#cloud-config\npassword: ${secret}`,
    },
    unknown: { id: true, ipv4_address: true, vpc_uuid: true },
    refs: { vpc_uuid: ['digitalocean_vpc.main.id'] },
  },
  {
    address: 'digitalocean_droplet.worker',
    after: {
      name: 'worker',
      region: 'fra1',
      size: 's-1vcpu-1gb',
      image: 'debian-12-x64',
      tags: ['batch'],
      user_data: null,
    },
    unknown: { id: true },
  },
  { address: 'digitalocean_vpc.main', after: { name: 'main', region: 'fra1' }, unknown: { id: true } },
  {
    address: 'digitalocean_firewall.web',
    after: {
      name: 'web',
      tags: null,
      inbound_rule: [
        {
          protocol: 'tcp',
          port_range: '22',
          source_addresses: ['198.51.100.0/24'],
          source_droplet_ids: null,
          source_tags: null,
        },
        {
          protocol: 'tcp',
          port_range: '443',
          source_addresses: ['0.0.0.0/0', '::/0'],
          source_droplet_ids: null,
          source_tags: null,
        },
      ],
      outbound_rule: [],
    },
    unknown: { id: true, droplet_ids: true },
    refs: { droplet_ids: ['digitalocean_droplet.web'] },
  },
  {
    address: 'digitalocean_volume.uploads',
    after: { name: 'uploads', size: 100 },
    unknown: { id: true, region: true },
    refs: { region: ['digitalocean_droplet.web["a"].region'] },
    providerKey: 'digitalocean.archive',
  },
  {
    address: 'module.data.digitalocean_database_cluster.orders',
    after: {
      name: 'orders',
      engine: 'pg',
      version: '16',
      region: 'fra1',
      size: 'db-s-2vcpu-4gb',
      node_count: 2,
      password: secret,
      uri: `postgresql://doadmin:${secret}@db.example:25060/orders`,
    },
    unknown: { id: true },
    sensitive: { password: true, uri: true },
  },
  {
    address: 'module.data.digitalocean_database_replica.reports',
    after: { name: 'reports', region: 'nyc3', size: 'db-s-1vcpu-2gb' },
    unknown: { id: true, uuid: true, cluster_id: true },
    refs: { cluster_id: ['digitalocean_database_cluster.orders.id'] },
  },
  {
    address: 'module.data.digitalocean_database_firewall.orders',
    after: {
      rule: [
        { type: 'droplet', value: '1234' },
        { type: 'ip_addr', value: '198.51.100.7' },
      ],
    },
    unknown: { id: true, cluster_id: true },
    refs: { cluster_id: ['digitalocean_database_cluster.orders.id'] },
  },
  {
    address: 'digitalocean_database_cluster.cache',
    after: { name: 'cache', engine: 'valkey', version: '8', region: 'ams3', size: 'db-s-1vcpu-1gb', node_count: 1 },
    unknown: { id: true },
  },
  {
    address: 'digitalocean_spaces_bucket.catalogue',
    after: { name: 'catalogue', region: 'fra1', acl: 'public-read' },
    unknown: { id: true },
  },
  {
    address: 'digitalocean_spaces_bucket.invoices',
    after: { name: 'invoices', region: 'fra1', acl: 'private' },
    unknown: { id: true },
  },
  {
    address: 'digitalocean_spaces_bucket_policy.invoices',
    after: {
      region: 'fra1',
      policy: JSON.stringify({
        Statement: [
          { Effect: 'Allow', Principal: '*', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::invoices/*'] },
        ],
      }),
    },
    unknown: { id: true, bucket: true },
    refs: { bucket: ['digitalocean_spaces_bucket.invoices.name'] },
  },
  {
    address: 'digitalocean_spaces_bucket.backups',
    after: { name: 'backups', region: 'ams3', acl: null },
    unknown: { id: true },
  },
  {
    address: 'digitalocean_spaces_bucket_logging.invoices',
    after: { region: 'fra1', target_bucket: 'logs', target_prefix: 'invoices/' },
    unknown: { id: true, bucket: true },
    refs: { bucket: ['digitalocean_spaces_bucket.invoices.id'] },
  },
  {
    address: 'digitalocean_loadbalancer.public',
    after: {
      name: 'public',
      region: 'fra1',
      network: 'EXTERNAL',
      redirect_http_to_https: true,
      firewall: [],
      forwarding_rule: [
        { entry_port: 80, entry_protocol: 'http', target_port: 80, target_protocol: 'http', tls_passthrough: false },
        { entry_port: 443, entry_protocol: 'https', target_port: 80, target_protocol: 'http', tls_passthrough: false },
      ],
    },
    unknown: { id: true, ip: true },
  },
  {
    address: 'digitalocean_loadbalancer.legacy',
    after: {
      name: 'legacy',
      region: 'fra1',
      network: 'EXTERNAL',
      redirect_http_to_https: false,
      firewall: [{ allow: ['cidr:198.51.100.0/24'], deny: null }],
      forwarding_rule: [
        { entry_port: 80, entry_protocol: 'http', target_port: 80, target_protocol: 'http', tls_passthrough: false },
      ],
    },
    unknown: { id: true },
  },
  {
    address: 'digitalocean_app.shop',
    after: {
      spec: [
        {
          name: 'shop',
          region: 'ams',
          static_site: [{ name: 'pages' }],
          service: [{ name: 'api', env: [{ key: 'API_KEY', value: secret, type: 'SECRET' }] }],
        },
      ],
    },
    unknown: { id: true, live_url: true },
  },
  {
    address: 'digitalocean_gradientai_agent.help',
    after: {
      name: 'help',
      instruction: 'Help customers.',
      model_uuid: 'd754f2d7-d1f0-11ef-bf8f-4e013e2ddde4',
      region: 'tor1',
      visibility: 'VISIBILITY_PUBLIC',
    },
    unknown: { id: true },
  },
  {
    address: 'digitalocean_certificate.shop',
    after: { name: 'shop', type: 'custom', private_key: secret, leaf_certificate: secret },
    unknown: { id: true },
    sensitive: { private_key: true },
  },
  { address: 'digitalocean_something_new.one', after: { region: 'fra1', token: secret } },
]

export const digitaloceanAround: Around = { providers: { digitalocean: undefined, 'digitalocean.archive': undefined } }
