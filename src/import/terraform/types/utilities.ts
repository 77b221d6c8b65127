import type { Mappings } from '../mapping.ts'

/**
 * Types that run on no provider: they compute values, read files, wait, or stand for steps. What a program does that they
 * start is not in a plan. Resources inside a cluster (Kubernetes, Helm) are not among them: what they hold and where it
 * runs, no plan says.
 */
export const utilities: Mappings = Object.fromEntries(
  [
    'archive_file',
    'cloudinit_config',
    'local_file',
    'local_sensitive_file',
    'null_resource',
    'random_bytes',
    'random_id',
    'random_integer',
    'random_password',
    'random_pet',
    'random_shuffle',
    'random_string',
    'random_uuid',
    'template_cloudinit_config',
    'template_dir',
    'template_file',
    'terraform_data',
    'time_offset',
    'time_rotating',
    'time_sleep',
    'time_static',
    'tls_cert_request',
    'tls_locally_signed_cert',
    'tls_private_key',
    'tls_self_signed_cert',
  ].map((type) => [type, { service: 'none', region: 'global' as const }]),
)
