import { expect, test } from '@jest/globals';
import { Match } from 'aws-cdk-lib/assertions';
import { z } from 'zod';
import { strictTransportSecurity } from '../../../gateway/browser-headers.ts';
import { plainHttpRefusal } from '../../refuse-plain-http.ts';
import { domain, onlyOf, synthesise } from '../testing/synthesise.ts';

const { store, all } = synthesise();
const attribute = z.array(z.object({ Key: z.string(), Value: z.unknown() }));
const attributes = (list: unknown) =>
  Object.fromEntries(attribute.parse(list).map(({ Key, Value }) => [Key, Value]));

const refusal = {
  Type: 'fixed-response',
  FixedResponseConfig: { StatusCode: '403', ContentType: 'application/json', MessageBody: plainHttpRefusal },
};

test('pages are sent on from HTTP to HTTPS; the API, and all that is sent, is refused there', () => {
  store.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
    Port: 80,
    DefaultActions: [refusal],
  });
  store.resourceCountIs('AWS::ElasticLoadBalancingV2::ListenerRule', 2);
  store.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
    Priority: 10,
    Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/graphql*'] } }],
    Actions: [refusal],
  });
  store.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
    Priority: 20,
    Conditions: [{ Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['GET', 'HEAD'] } }],
    Actions: [
      { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
    ],
  });
});

test('HTTPS has a certificate, modern TLS and HSTS', () => {
  store.resourceCountIs('AWS::ElasticLoadBalancingV2::Listener', 2);
  store.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
    Port: 443,
    Protocol: 'HTTPS',
    Certificates: [{ CertificateArn: Match.anyValue() }],
    SslPolicy: Match.stringLikeRegexp('^ELBSecurityPolicy-TLS13-1-2-Res-'),
    DefaultActions: [{ Type: 'forward', TargetGroupArn: Match.anyValue() }],
    ListenerAttributes: Match.arrayWith([
      {
        Key: 'routing.http.response.strict_transport_security.header_value',
        Value: strictTransportSecurity,
      },
    ]),
  });
  store.hasResourceProperties('AWS::CertificateManager::Certificate', {
    DomainName: domain,
    ValidationMethod: 'DNS',
  });
});

test('the balancer is protected and logged, in three zones, and takes no malformed header', () => {
  const { Properties } = onlyOf(all('AWS::ElasticLoadBalancingV2::LoadBalancer'));
  expect(Properties.Subnets).toHaveLength(3);
  expect(attributes(Properties.LoadBalancerAttributes)).toMatchObject({
    'deletion_protection.enabled': 'true',
    'access_logs.s3.enabled': 'true',
    'idle_timeout.timeout_seconds': '60',
    'routing.http.drop_invalid_header_fields.enabled': 'true',
    'routing.http.xff_header_processing.mode': 'append',
  });
});

test('an instance gets requests while its /ready answers 200, few at first, and none once it is let go', () => {
  const { Properties } = onlyOf(all('AWS::ElasticLoadBalancingV2::TargetGroup'));
  expect(Properties).toMatchObject({
    HealthCheckPath: '/ready',
    Matcher: { HttpCode: '200' },
    HealthCheckIntervalSeconds: 10,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 2,
    UnhealthyThresholdCount: 3,
    Port: 4000,
  });
  expect(attributes(Properties.TargetGroupAttributes)).toMatchObject({
    'slow_start.duration_seconds': '60',
    'deregistration_delay.timeout_seconds': '30',
  });
});

test('the domain leads to the balancer where its zone is known', () => {
  store.resourceCountIs('AWS::Route53::RecordSet', 0);
  const known = synthesise({ hostedZoneId: 'Z0123456789ABCDEFGHIJ' });
  known.store.hasResourceProperties('AWS::Route53::RecordSet', {
    Name: `${domain}.`,
    Type: 'A',
    HostedZoneId: 'Z0123456789ABCDEFGHIJ',
  });
});
