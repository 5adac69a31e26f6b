import { Fn } from 'aws-cdk-lib';
import { CfnBroker } from 'aws-cdk-lib/aws-amazonmq';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { names } from '../names.ts';
import { subnets } from '../network/vpc.ts';
import { sizes } from '../sizes.ts';

export const brokerUser = 'bookstore';

/**
 * RabbitMQ on three nodes, one a zone: its quorum queues outlive one of them. Amazon encrypts what it stores. Returns the
 * host's name.
 */
export function createBroker(
  scope: Construct,
  options: { vpc: IVpc; securityGroup: ISecurityGroup; password: ISecret },
): string {
  const { vpc, securityGroup, password } = options;
  const broker = new CfnBroker(scope, 'Broker', {
    brokerName: names.broker,
    engineType: 'RABBITMQ',
    engineVersion: sizes.broker.engineVersion,
    hostInstanceType: sizes.broker.instanceType,
    deploymentMode: 'CLUSTER_MULTI_AZ',
    publiclyAccessible: false,
    subnetIds: vpc.selectSubnets({ subnetGroupName: subnets.state }).subnetIds,
    securityGroups: [securityGroup.securityGroupId],
    users: [{ username: brokerUser, password: password.secretValue.unsafeUnwrap() }],
    autoMinorVersionUpgrade: true,
    maintenanceWindowStartTime: { dayOfWeek: 'SUNDAY', timeOfDay: '09:00', timeZone: 'UTC' },
    logs: { general: true },
  });
  // amqps://<host>:5671
  const endpoint = Fn.select(0, broker.attrAmqpEndpoints);
  return Fn.select(0, Fn.split(':', Fn.select(1, Fn.split('://', endpoint))));
}
