import { Duration, Stack } from 'aws-cdk-lib';
import type { ISecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { FargateTaskDefinition, ICluster } from 'aws-cdk-lib/aws-ecs';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { EcsTask, SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { names } from '../names.ts';
import { subnets } from '../network/vpc.ts';

/** Asks the oracle each hour, and tells when it finds what must never be, or cannot look. */
export function askOracle(
  scope: Construct,
  options: { cluster: ICluster; task: FargateTaskDefinition; securityGroup: ISecurityGroup; topic: Topic },
): void {
  const { cluster, task, securityGroup, topic } = options;
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
  new Rule(scope, 'OracleObjects', {
    eventPattern: {
      source: ['aws.ecs'],
      detailType: ['ECS Task State Change'],
      detail: {
        clusterArn: [cluster.clusterArn],
        lastStatus: ['STOPPED'],
        startedBy: [{ prefix: 'events-rule' }],
        $or: [{ containers: { exitCode: [{ 'anything-but': 0 }] } }, { stopCode: ['TaskFailedToStart'] }],
      },
    },
    targets: [
      new SnsTopic(topic, {
        message: RuleTargetInput.fromText(
          'The oracle (npm run invariants) found something wrong with the store, or could not look: its words are in the log group /bookstore/tasks.',
        ),
      }),
    ],
  });
}
