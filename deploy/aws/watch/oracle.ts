import type { ICluster } from 'aws-cdk-lib/aws-ecs';
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Tells the topic when the oracle, asked by a schedule, finds what must never be, or cannot look. */
export function tellOfOracle(scope: Construct, cluster: ICluster, topic: Topic): void {
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
