import type { Mapping, Mappings } from '../../mapping.ts'

/** Networks, names, permissions, alarms and schedules: what supports other resources and holds no data of theirs. */
const names = `
  acm_certificate acm_certificate_validation acmpca_certificate acmpca_certificate_authority
  acmpca_certificate_authority_certificate alb_listener_certificate alb_listener_rule alb_target_group
  alb_target_group_attachment api_gateway_account api_gateway_api_key api_gateway_authorizer
  api_gateway_base_path_mapping api_gateway_deployment api_gateway_domain_name api_gateway_gateway_response
  api_gateway_integration api_gateway_integration_response api_gateway_method api_gateway_method_response
  api_gateway_method_settings api_gateway_model api_gateway_request_validator api_gateway_resource
  api_gateway_rest_api_policy api_gateway_stage api_gateway_usage_plan api_gateway_usage_plan_key
  api_gateway_vpc_link apigatewayv2_api_mapping apigatewayv2_authorizer apigatewayv2_deployment
  apigatewayv2_domain_name apigatewayv2_integration apigatewayv2_route apigatewayv2_stage apigatewayv2_vpc_link
  app_cookie_stickiness_policy appautoscaling_policy appautoscaling_scheduled_action appautoscaling_target
  appsync_datasource appsync_function appsync_resolver autoscaling_attachment autoscaling_group_tag
  autoscaling_lifecycle_hook autoscaling_policy autoscaling_schedule budgets_budget ce_anomaly_monitor
  cloudfront_cache_policy cloudfront_function cloudfront_key_group cloudfront_monitoring_subscription
  cloudfront_origin_access_control cloudfront_origin_access_identity cloudfront_origin_request_policy
  cloudfront_public_key cloudfront_response_headers_policy cloudwatch_composite_alarm cloudwatch_dashboard
  cloudwatch_event_permission cloudwatch_event_rule cloudwatch_event_target cloudwatch_log_data_protection_policy
  cloudwatch_log_destination_policy cloudwatch_log_metric_filter cloudwatch_log_resource_policy
  cloudwatch_log_stream cloudwatch_metric_alarm cloudwatch_query_definition config_config_rule
  config_configuration_recorder config_configuration_recorder_status customer_gateway db_event_subscription
  db_option_group db_proxy_default_target_group db_proxy_target db_subnet_group default_network_acl
  default_route_table default_subnet default_vpc default_vpc_dhcp_options docdb_cluster_instance
  docdb_cluster_parameter_group docdb_subnet_group dx_connection dx_gateway ebs_default_kms_key
  ebs_encryption_by_default ec2_managed_prefix_list ec2_managed_prefix_list_entry ec2_tag ec2_transit_gateway
  ec2_transit_gateway_route ec2_transit_gateway_route_table ec2_transit_gateway_vpc_attachment
  ecr_lifecycle_policy ecr_pull_through_cache_rule ecr_registry_policy ecr_registry_scanning_configuration
  ecrpublic_repository_policy ecs_account_setting_default ecs_capacity_provider ecs_cluster_capacity_providers
  egress_only_internet_gateway eks_access_entry eks_access_policy_association eks_addon
  eks_identity_provider_config eks_pod_identity_association elasticache_parameter_group
  elasticache_subnet_group elasticache_user elasticache_user_group elb_attachment globalaccelerator_endpoint_group
  globalaccelerator_listener guardduty_detector guardduty_detector_feature iam_account_alias
  iam_account_password_policy iam_instance_profile iam_openid_connect_provider iam_role
  iam_role_policies_exclusive iam_role_policy iam_role_policy_attachment iam_role_policy_attachments_exclusive
  iam_saml_provider iam_server_certificate iam_service_linked_role iam_user_policies_exclusive
  iam_user_ssh_key iam_virtual_mfa_device inspector2_enabler internet_gateway internet_gateway_attachment
  key_pair lambda_alias lambda_code_signing_config lambda_event_source_mapping
  lambda_function_event_invoke_config lambda_layer_version lambda_layer_version_permission
  lambda_provisioned_concurrency_config lb_cookie_stickiness_policy lb_listener_certificate lb_listener_rule
  lb_target_group lb_target_group_attachment load_balancer_policy memorydb_acl memorydb_parameter_group
  memorydb_subnet_group memorydb_user msk_configuration nat_gateway neptune_cluster_instance
  neptune_cluster_parameter_group neptune_parameter_group neptune_subnet_group network_acl
  network_acl_association network_acl_rule network_interface network_interface_attachment
  network_interface_sg_attachment networkfirewall_firewall networkfirewall_firewall_policy
  networkfirewall_rule_group opensearchserverless_access_policy opensearchserverless_security_policy
  opensearchserverless_vpc_endpoint organizations_account organizations_organization
  organizations_organizational_unit organizations_policy organizations_policy_attachment placement_group
  proxy_protocol_policy ram_principal_association ram_resource_association ram_resource_share
  redshift_parameter_group redshift_subnet_group resourcegroups_group route route53_delegation_set
  route53_health_check route53_key_signing_key route53_hosted_zone_dnssec route53_record
  route53_resolver_endpoint route53_resolver_rule route53_resolver_rule_association route53_zone
  route53_zone_association route_table route_table_association s3_access_point s3_account_public_access_block
  s3_bucket_accelerate_configuration s3_bucket_analytics_configuration s3_bucket_cors_configuration
  s3_bucket_intelligent_tiering_configuration s3_bucket_inventory s3_bucket_lifecycle_configuration
  s3_bucket_metric s3_bucket_notification s3_bucket_object_lock_configuration
  s3_bucket_request_payment_configuration s3_bucket_versioning s3control_access_point_policy scheduler_schedule
  scheduler_schedule_group securityhub_account securityhub_standards_subscription
  service_discovery_http_namespace service_discovery_private_dns_namespace
  service_discovery_public_dns_namespace service_discovery_service servicequotas_service_quota
  ses_active_receipt_rule_set ses_domain_dkim ses_domain_identity_verification ses_domain_mail_from
  ses_identity_policy snapshot_create_volume_permission ssm_association ssm_document ssm_maintenance_window
  ssm_maintenance_window_target ssm_maintenance_window_task ssm_patch_baseline ssm_patch_group
  ssoadmin_account_assignment ssoadmin_managed_policy_attachment ssoadmin_permission_set
  ssoadmin_permission_set_inline_policy subnet transfer_ssh_key volume_attachment vpc vpc_dhcp_options
  vpc_dhcp_options_association vpc_endpoint vpc_endpoint_policy vpc_endpoint_route_table_association
  vpc_endpoint_security_group_association vpc_endpoint_service vpc_endpoint_service_allowed_principal
  vpc_endpoint_subnet_association vpc_ipv4_cidr_block_association vpc_ipv6_cidr_block_association
  vpc_network_performance_metric_subscription vpc_peering_connection vpc_peering_connection_accepter
  vpc_peering_connection_options vpc_security_group_egress_rule vpn_connection vpn_connection_route vpn_gateway
  vpn_gateway_attachment vpn_gateway_route_propagation wafv2_ip_set wafv2_regex_pattern_set wafv2_rule_group
  wafv2_web_acl wafv2_web_acl_association
`
  .trim()
  .split(/\s+/)

/** Services that run or keep something, of which no attribute is read. */
const services: Readonly<Record<string, Mapping>> = {
  aws_athena_workgroup: { service: 'aws/athena', keeps: false },
  aws_athena_database: { service: 'aws/athena', keeps: false },
  aws_cloudwatch_event_archive: { service: 'aws/eventbridge', keeps: true },
  aws_cloudwatch_event_bus: { service: 'aws/eventbridge', keeps: false },
  aws_codebuild_project: { service: 'aws/codebuild', keeps: false },
  aws_codepipeline: { service: 'aws/codepipeline', keeps: false },
  aws_cognito_identity_pool: { service: 'aws/cognito', keeps: true },
  aws_cognito_user_pool: { service: 'aws/cognito', keeps: true },
  aws_cognito_user_pool_client: { service: 'none' },
  aws_cognito_user_pool_domain: { service: 'none' },
  aws_db_proxy: { service: 'aws/rds', keeps: false },
  aws_dms_replication_instance: { service: 'aws/dms', keeps: true },
  aws_dms_endpoint: { service: 'aws/dms', keeps: false },
  aws_emr_cluster: { service: 'aws/emr', keeps: true },
  aws_glue_catalog_database: { service: 'aws/glue', keeps: true },
  aws_glue_catalog_table: { service: 'aws/glue', keeps: true },
  aws_glue_crawler: { service: 'aws/glue', keeps: false },
  aws_glue_job: { service: 'aws/glue', keeps: false },
  aws_pinpoint_app: { service: 'aws/pinpoint', keeps: true },
  aws_ses_configuration_set: { service: 'aws/ses', keeps: false },
  aws_ses_domain_identity: { service: 'aws/ses', keeps: false },
  aws_ses_email_identity: { service: 'aws/ses', keeps: false },
  aws_ses_receipt_rule: { service: 'aws/ses', keeps: false },
  aws_sesv2_configuration_set: { service: 'aws/ses', keeps: false },
  aws_sesv2_email_identity: { service: 'aws/ses', keeps: false },
  aws_sfn_activity: { service: 'aws/stepfunctions', keeps: false },
  aws_sfn_state_machine: { service: 'aws/stepfunctions', keeps: true },
  aws_sns_topic_subscription: { service: 'none' },
  aws_workspaces_workspace: { service: 'aws/workspaces', keeps: true },
  aws_xray_sampling_rule: { service: 'aws/xray', keeps: false },
}

export const plumbing: Mappings = {
  ...Object.fromEntries(names.map((name): [string, Mapping] => [`aws_${name}`, { service: 'none' }])),
  ...services,
}
