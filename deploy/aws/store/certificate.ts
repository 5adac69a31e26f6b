import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import type { IApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { ARecord, HostedZone, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';

/** The domain's zone, where the deployment knows it. */
export function zoneOf(scope: Construct, settings: DeploymentSettings): IHostedZone | undefined {
  const { domain, hostedZoneId } = settings;
  if (!hostedZoneId) return undefined;
  // The records are named in full, so that it does not matter which part of the domain the zone is.
  return HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId, zoneName: domain });
}

/**
 * The certificate of the domain, which ACM renews by itself. Without a zone, ACM waits until somebody has made the
 * record that it names.
 */
export const createCertificate = (
  scope: Construct,
  domain: string,
  zone: IHostedZone | undefined,
): Certificate =>
  new Certificate(scope, 'Certificate', {
    domainName: domain,
    validation: CertificateValidation.fromDns(zone),
  });

/** Leads the domain to the balancer. */
export function pointDomain(scope: Construct, zone: IHostedZone, balancer: IApplicationLoadBalancer): void {
  new ARecord(scope, 'Address', { zone, target: RecordTarget.fromAlias(new LoadBalancerTarget(balancer)) });
}
