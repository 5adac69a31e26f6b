import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { synthesise } from '../testing/synthesise.ts';

const { network, all } = synthesise();

const ingress = z.array(z.object({ CidrIp: z.string(), FromPort: z.number(), ToPort: z.number() }));
const zones = ['us-east-1a', 'us-east-1b', 'us-east-1c'];

test('the network has subnets for the balancer, the store and its state in each of three zones', () => {
  const subnets = Object.values(all('AWS::EC2::Subnet')).map(({ Properties }) => Properties);
  expect(subnets).toHaveLength(9);
  for (const zone of zones)
    expect(subnets.filter(({ AvailabilityZone }) => AvailabilityZone === zone)).toHaveLength(3);
  expect(subnets.filter(({ MapPublicIpOnLaunch }) => MapPublicIpOnLaunch)).toEqual([]);
});

test('only the balancer’s subnets have a way to the internet', () => {
  network.resourceCountIs('AWS::EC2::NatGateway', 0);
  const routes = Object.keys(all('AWS::EC2::Route'));
  expect(routes).toHaveLength(3);
  for (const name of routes) expect(name).toMatch(/^Vpcpublic/);
});

test('nobody but the balancer is reached from outside, and it by ports 80 and 443 alone', () => {
  const groups = Object.values(all('AWS::EC2::SecurityGroup'));
  const inline = groups.flatMap(({ Properties }) => {
    const rules = ingress.parse(Properties.SecurityGroupIngress ?? []);
    return rules.map(rule => ({ of: Properties.GroupDescription, ...rule }));
  });
  expect(inline.map(({ of, CidrIp, FromPort, ToPort }) => [of, CidrIp, FromPort, ToPort])).toEqual([
    ['the load balancer', '0.0.0.0/0', 80, 80],
    ['the load balancer', '0.0.0.0/0', 443, 443],
  ]);
  const others = Object.values(all('AWS::EC2::SecurityGroupIngress'));
  expect(others.length).toBeGreaterThan(5);
  for (const { Properties } of others) {
    expect(Properties).toHaveProperty('SourceSecurityGroupId');
    expect(Properties).not.toHaveProperty('CidrIp');
    expect(Properties).not.toHaveProperty('CidrIpv6');
  }
});

test('who may speak to whom is all that the table says', () => {
  const ports = Object.values(all('AWS::EC2::SecurityGroupIngress')).map(({ Properties }) => [
    Properties.Description,
    Properties.FromPort,
    Properties.ToPort,
  ]);
  expect(ports.sort()).toEqual(
    [
      ['from the load balancer', 4000, 4000],
      ['from the instances that run the store', 3306, 3306],
      ['from the instances that run the store', 5671, 5671],
      ['from the instances that run the store', 2049, 2049],
      ['from the instances that run the store', 443, 443],
      ['from processes that are run once', 3306, 3306],
      ['from processes that are run once', 5671, 5671],
      ['from processes that are run once', 443, 443],
    ].sort(),
  );
});

test('the endpoint of S3 leads to the images of ECR and the packages of Amazon Linux alone', () => {
  network.hasResourceProperties('AWS::EC2::VPCEndpoint', {
    VpcEndpointType: 'Gateway',
    PolicyDocument: {
      Statement: [
        {
          Action: 's3:GetObject',
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Resource: [
            'arn:aws:s3:::al2023-repos-us-east-1-de612dc2/*',
            'arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*',
          ],
        },
      ],
    },
  });
});
