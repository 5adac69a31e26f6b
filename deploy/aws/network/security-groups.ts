import { type IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { services } from '../../../runtime/services.ts';
import { acknowledge } from '../acknowledge.ts';

/** The parties of the network, and what each of them is. */
const parties = {
  balancer: 'the load balancer',
  store: 'the instances that run the store',
  tasks: 'processes that are run once',
  database: 'Aurora',
  broker: 'RabbitMQ',
  files: 'the file system that instances share',
  endpoints: 'the endpoints of AWS services',
} as const;

type Party = keyof typeof parties;

const gatewayPort = services.gateway.port;
const mysql = 3306;
export const amqps = 5671;
const nfs = 2049;
const https = 443;

/** Who opens connections to whom, and to which port; nothing else passes. */
const allowed: readonly [from: Party, to: Party, port: number][] = [
  ['balancer', 'store', gatewayPort],
  ['store', 'database', mysql],
  ['store', 'broker', amqps],
  ['store', 'files', nfs],
  ['store', 'endpoints', https],
  ['tasks', 'database', mysql],
  ['tasks', 'broker', amqps],
  ['tasks', 'endpoints', https],
];

/** A security group for each party. */
export function createSecurityGroups(scope: Construct, vpc: IVpc): Record<Party, SecurityGroup> {
  const create = (party: Party) =>
    new SecurityGroup(scope, `SecurityGroup-${party}`, {
      vpc,
      description: parties[party],
      allowAllOutbound: false,
    });
  const groups: Record<Party, SecurityGroup> = {
    balancer: create('balancer'),
    store: create('store'),
    tasks: create('tasks'),
    database: create('database'),
    broker: create('broker'),
    files: create('files'),
    endpoints: create('endpoints'),
  };
  for (const [from, to, port] of allowed) {
    groups[from].addEgressRule(groups[to], Port.tcp(port), `to ${parties[to]}`);
    groups[to].addIngressRule(groups[from], Port.tcp(port), `from ${parties[from]}`);
  }
  for (const port of [80, https])
    groups.balancer.addIngressRule(Peer.anyIpv4(), Port.tcp(port), 'from everybody');
  acknowledge(groups.balancer, { 'AwsSolutions-EC23': 'The one door of the store: ports 80 and 443.' });
  // S3 has a gateway in the route table, which no security group can name but by a list whose id differs from region
  // to region. There is no other way out of these subnets.
  for (const party of ['store', 'tasks'] as const)
    groups[party].addEgressRule(Peer.anyIpv4(), Port.tcp(https), 'to S3 through its gateway');
  return groups;
}
