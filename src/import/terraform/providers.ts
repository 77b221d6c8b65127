/** What is known of a provider of Terraform, by the namespace and name of its source. */
export type Source = {
  /** The provider, as the registry of providers here calls it; `none` for those that run on nothing. */
  readonly provider: string
  /** The argument of the provider's configuration that says in which region its resources are. */
  readonly region?: string
}

const sources: Readonly<Record<string, Source>> = {
  'hashicorp/aws': { provider: 'aws', region: 'region' },
  'hashicorp/awscc': { provider: 'aws', region: 'region' },
  'hashicorp/google': { provider: 'gcp', region: 'region' },
  'hashicorp/google-beta': { provider: 'gcp', region: 'region' },
  'hashicorp/googleworkspace': { provider: 'google-workspace' },
  'hashicorp/azurerm': { provider: 'azure' },
  'hashicorp/azuread': { provider: 'azure' },
  'azure/azapi': { provider: 'azure' },
  'digitalocean/digitalocean': { provider: 'digitalocean' },
  'cloudflare/cloudflare': { provider: 'cloudflare' },
  'hetznercloud/hcloud': { provider: 'hetzner' },
  'ovh/ovh': { provider: 'ovh', region: 'endpoint' },
  'scaleway/scaleway': { provider: 'scaleway', region: 'region' },
  'exoscale/exoscale': { provider: 'exoscale' },
  'datadog/datadog': { provider: 'datadog', region: 'api_url' },
  'integrations/github': { provider: 'github' },
  'hashicorp/github': { provider: 'github' },
  'hashicorp/random': { provider: 'none' },
  'hashicorp/null': { provider: 'none' },
  'hashicorp/local': { provider: 'none' },
  'hashicorp/tls': { provider: 'none' },
  'hashicorp/time': { provider: 'none' },
  'hashicorp/archive': { provider: 'none' },
  'hashicorp/external': { provider: 'none' },
  'hashicorp/http': { provider: 'none' },
  'hashicorp/template': { provider: 'none' },
  'hashicorp/cloudinit': { provider: 'none' },
  'builtin/terraform': { provider: 'none' },
}

/** What is known of a provider by its source, as plans write it: `registry.terraform.io/hashicorp/aws`, on any host. */
export function sourceOf(name: string): Source | undefined {
  const key = name.toLowerCase().split('/').slice(-2).join('/')
  return Object.hasOwn(sources, key) ? sources[key] : undefined
}
