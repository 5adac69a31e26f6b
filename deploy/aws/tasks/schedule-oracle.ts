import { Duration, Stack } from 'aws-cdk-lib';
import type { ISecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { FargateTaskDefinition, ICluster } from 'aws-cdk-lib/aws-ecs';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { EcsTask } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { names } from '../names.ts';
import { subnets } from '../network/vpc.ts';

/**
 * Asks the oracle each hour. In the stack of its task: each release has another revision of that, and CloudFormation replaces
 * nothing that another stack refers to.
 */
export function scheduleOracle(
  scope: Construct,
  options: { cluster: ICluster; task: FargateTaskDefinition; securityGroup: ISecurityGroup },
): void {
  const { cluster, task, securityGroup } = options;
  new Rule(scope, 'Oracle', {
    schedule: Schedule.rate(Duration.hours(1)),
    targets: [
      new EcsTask({
        cluster,
        taskDefinition: task,
        subnetSelection: { subnetGroupName: subnets.store },
        securityGroups: [securityGroup],
        containerOverrides: [{ containerName: names.container, command: ['invariants', '--record'] }],
      }),
    ],
  });
  acknowledge(task, {
    [`AwsSolutions-IAM5[Resource::arn:aws:ecs:${Stack.of(task).region}:*:task/<ClusterEB0386A7>/*]`]:
      'Tasks have no names before they run; it is any of this cluster.',
  });
}
