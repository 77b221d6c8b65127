import type { Mapping } from '../../terraform/mapping.ts'
import { compute } from './compute.ts'
import { data } from './data.ts'
import { securityGroups } from './exposure.ts'
import { identity } from './identity.ts'
import { s3 } from './s3.ts'

/** Networks, names, permissions, alarms and schedules: what supports other resources and holds no data of theirs. */
const plumbing = `
  ApiGateway::Account ApiGateway::Authorizer ApiGateway::BasePathMapping ApiGateway::Deployment ApiGateway::DomainName
  ApiGateway::GatewayResponse ApiGateway::Method ApiGateway::Model ApiGateway::RequestValidator ApiGateway::Resource
  ApiGateway::Stage ApiGateway::UsagePlan ApiGatewayV2::ApiMapping ApiGatewayV2::Authorizer ApiGatewayV2::Deployment
  ApiGatewayV2::DomainName ApiGatewayV2::Integration ApiGatewayV2::Route ApiGatewayV2::Stage
  ApplicationAutoScaling::ScalableTarget ApplicationAutoScaling::ScalingPolicy AutoScaling::LifecycleHook
  AutoScaling::ScalingPolicy AutoScaling::ScheduledAction Backup::BackupSelection Bedrock::AgentAlias
  CertificateManager::Certificate CloudFormation::WaitCondition
  CloudFormation::WaitConditionHandle CloudFront::CachePolicy CloudFront::CloudFrontOriginAccessIdentity
  CloudFront::Function CloudFront::OriginAccessControl CloudFront::ResponseHeadersPolicy CloudWatch::Alarm
  CloudWatch::CompositeAlarm CloudWatch::Dashboard Cognito::UserPoolClient Cognito::UserPoolDomain EC2::DHCPOptions
  EC2::EgressOnlyInternetGateway EC2::InternetGateway EC2::KeyPair EC2::NatGateway EC2::NetworkAcl
  EC2::NetworkAclEntry EC2::NetworkInterface EC2::NetworkInterfaceAttachment EC2::PlacementGroup EC2::PrefixList
  EC2::Route EC2::RouteTable EC2::SecurityGroupEgress EC2::Subnet EC2::SubnetNetworkAclAssociation
  EC2::SubnetRouteTableAssociation EC2::TransitGateway EC2::TransitGatewayAttachment EC2::VPC
  EC2::VPCDHCPOptionsAssociation EC2::VPCEndpoint EC2::VPCGatewayAttachment EC2::VPCPeeringConnection
  EC2::VolumeAttachment ECS::CapacityProvider EFS::AccessPoint EFS::MountTarget EKS::Addon ElastiCache::ParameterGroup
  ElastiCache::SubnetGroup ElasticLoadBalancingV2::ListenerCertificate ElasticLoadBalancingV2::ListenerRule
  ElasticLoadBalancingV2::TargetGroup Events::Rule GuardDuty::Detector IAM::InstanceProfile IAM::OIDCProvider IAM::Role
  IAM::RolePolicy IAM::SAMLProvider IAM::ServiceLinkedRole Lambda::Alias Lambda::EventInvokeConfig
  Lambda::EventSourceMapping Lambda::LayerVersion Lambda::Version Logs::LogStream Logs::MetricFilter
  RDS::DBClusterParameterGroup RDS::DBParameterGroup RDS::DBSubnetGroup RDS::EventSubscription RDS::OptionGroup
  Route53::HealthCheck Route53::HostedZone Route53::RecordSet Route53::RecordSetGroup SNS::Subscription
  SSM::Document Scheduler::Schedule SecretsManager::RotationSchedule SecretsManager::SecretTargetAttachment
  ServiceDiscovery::PrivateDnsNamespace ServiceDiscovery::Service WAFv2::IPSet WAFv2::WebACL WAFv2::WebACLAssociation
`
  .trim()
  .split(/\s+/)

/** Every type of resource of CloudFormation that is known, by its name. */
export const types: ReadonlyMap<string, Mapping> = new Map([
  ...plumbing.map((name): [string, Mapping] => [`AWS::${name}`, { service: 'none' }]),
  ...[s3, securityGroups, data, compute, identity].flatMap((table) => Object.entries(table)),
])
