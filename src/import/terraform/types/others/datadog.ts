import { read } from '../../../setting.ts'
import type { Mappings } from '../../mapping.ts'
import { each, supporting } from '../table.ts'

/** The site of an organisation is where its provider's `api_url` leads; no resource has one of its own. */
export const datadog: Mappings = {
  ...each(
    'datadog',
    [
      'apm_retention_filter',
      'application_key',
      'cloud_configuration_rule',
      'dashboard',
      'dashboard_json',
      'downtime',
      'downtime_schedule',
      'integration_aws',
      'integration_aws_account',
      'integration_azure',
      'integration_cloudflare_account',
      'integration_gcp',
      'integration_gcp_sts',
      'integration_pagerduty',
      'integration_slack_channel',
      'metric_metadata',
      'metric_tag_configuration',
      'monitor',
      'monitor_json',
      'security_monitoring_rule',
      'service_level_objective',
      'synthetics_global_variable',
      'synthetics_private_location',
      'synthetics_test',
      'webhook',
    ],
    { service: 'datadog/monitoring' },
  ),
  ...each('datadog', ['logs_archive', 'logs_custom_pipeline', 'logs_index', 'logs_metric', 'rum_application'], {
    service: 'datadog/monitoring',
    keeps: true,
  }),
  datadog_user: {
    service: 'none',
    region: 'global',
    reads: ['email', 'disabled'],
    describe: (user) => {
      const name = user.text('email').is
      const interactive = read(user.flag('disabled'), (off) => !off)
      return { login: { ...(name !== undefined && { name }), interactive } }
    },
  },
  ...supporting('datadog', [
    'api_key',
    'child_organization',
    'logs_archive_order',
    'logs_index_order',
    'logs_pipeline_order',
    'organization_settings',
    'role',
    'sensitive_data_scanner_group',
    'sensitive_data_scanner_rule',
    'service_account',
    'team',
    'team_membership',
  ]),
}
