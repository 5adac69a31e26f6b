import { Duration } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ApplicationTargetGroup,
  CfnListener,
  DesyncMitigationMode,
  ListenerAction,
  ListenerCondition,
  Protocol,
  SslPolicy,
  TargetGroupLoadBalancingAlgorithmType,
  TargetType,
  XffHeaderProcessingMode,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { strictTransportSecurity } from '../../../gateway/browser-headers.ts';
import { services } from '../../../runtime/services.ts';
import { plainHttp, plainHttpRefusal } from '../../refuse-plain-http.ts';
import { subnets } from '../network/vpc.ts';
import { sizes } from '../sizes.ts';

const {
  idleSeconds,
  checkSeconds,
  checkTimeoutSeconds,
  healthyChecks,
  unhealthyChecks,
  slowStartSeconds,
  deregistrationSeconds,
} = sizes.balancer;

/** The gateways of all instances; one is asked while its /ready answers 200. */
export const createTargets = (scope: Construct, vpc: IVpc): ApplicationTargetGroup =>
  new ApplicationTargetGroup(scope, 'Gateways', {
    vpc,
    targetType: TargetType.INSTANCE,
    port: services.gateway.port,
    protocol: ApplicationProtocol.HTTP,
    healthCheck: {
      path: '/ready',
      protocol: Protocol.HTTP,
      healthyHttpCodes: '200',
      interval: Duration.seconds(checkSeconds),
      timeout: Duration.seconds(checkTimeoutSeconds),
      healthyThresholdCount: healthyChecks,
      unhealthyThresholdCount: unhealthyChecks,
    },
    loadBalancingAlgorithmType: TargetGroupLoadBalancingAlgorithmType.ROUND_ROBIN,
    slowStart: Duration.seconds(slowStartSeconds),
    deregistrationDelay: Duration.seconds(deregistrationSeconds),
  });

/** Plain HTTP: pages are sent on to HTTPS, everything else is refused. */
function listenToPlainHttp(balancer: ApplicationLoadBalancer): void {
  const refuse = () =>
    ListenerAction.fixedResponse(plainHttp.status, {
      contentType: 'application/json',
      messageBody: plainHttpRefusal,
    });
  const listener = balancer.addListener('Http', {
    port: 80,
    protocol: ApplicationProtocol.HTTP,
    open: false,
    defaultAction: refuse(),
  });
  listener.addAction('Api', {
    priority: 10,
    conditions: [ListenerCondition.pathPatterns([`${plainHttp.apiPath}*`])],
    action: refuse(),
  });
  listener.addAction('Pages', {
    priority: 20,
    conditions: [ListenerCondition.httpRequestMethods([...plainHttp.pageMethods])],
    action: ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
  });
}

/** The one way into the store: HTTPS, and HTTP, by which pages are sent on to it. */
export function createBalancer(
  scope: Construct,
  options: {
    vpc: IVpc;
    securityGroup: ISecurityGroup;
    certificate: ICertificate;
    targets: ApplicationTargetGroup;
    logs: IBucket;
  },
): ApplicationLoadBalancer {
  const { vpc, securityGroup, certificate, targets, logs } = options;
  const balancer = new ApplicationLoadBalancer(scope, 'Balancer', {
    vpc,
    vpcSubnets: { subnetGroupName: subnets.public },
    internetFacing: true,
    securityGroup,
    deletionProtection: true,
    // Less than the 72 s that the gateway keeps a connection: it never closes one that is about to be used.
    idleTimeout: Duration.seconds(idleSeconds),
    dropInvalidHeaderFields: true,
    desyncMitigationMode: DesyncMitigationMode.DEFENSIVE,
    xffHeaderProcessingMode: XffHeaderProcessingMode.APPEND,
  });
  balancer.logAccessLogs(logs, 'balancer');
  listenToPlainHttp(balancer);
  const https = balancer.addListener('Https', {
    port: 443,
    protocol: ApplicationProtocol.HTTPS,
    open: false,
    certificates: [certificate],
    sslPolicy: SslPolicy.TLS13_12_RES_PQ,
    defaultAction: ListenerAction.forward([targets]),
  });
  const resource = https.node.defaultChild;
  if (!(resource instanceof CfnListener)) throw new TypeError('The listener is no CloudFormation listener.');
  resource.listenerAttributes = [
    {
      key: 'routing.http.response.strict_transport_security.header_value',
      value: strictTransportSecurity,
    },
    { key: 'routing.http.response.server.enabled', value: 'false' },
  ];
  return balancer;
}
