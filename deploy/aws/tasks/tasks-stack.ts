import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerInsights } from 'aws-cdk-lib/aws-ecs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { databaseSetting, migrationSetting, subgraphs } from '../../../runtime/services.ts';
import { imageTagParameter } from '../image-tag.ts';
import { names } from '../names.ts';
import type { NetworkStack } from '../network/network-stack.ts';
import { subnets } from '../network/vpc.ts';
import { sizes } from '../sizes.ts';
import { imagesByName } from '../state/images.ts';
import type { StateStack } from '../state/state-stack.ts';
import { createOneOffTask } from './one-off-task.ts';
import { scheduleOracle } from './schedule-oracle.ts';

const databaseSettings = subgraphs.map(databaseSetting);
const migrationSettings = subgraphs.map(migrationSetting);

/**
 * What is run once beside the store, before its instances or while they run: making the databases, migrating them, the
 * oracle, dead letters. Deployed before the store's own stack.
 */
export class TasksStack extends Stack {
  readonly cluster: Cluster;

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { network: NetworkStack; state: StateStack },
  ) {
    super(scope, id, props);
    const { network, state } = props;
    const { vpc, securityGroups, key } = network;
    this.cluster = new Cluster(this, 'Cluster', {
      clusterName: names.cluster,
      vpc,
      containerInsightsV2: ContainerInsights.ENABLED,
    });
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: '/bookstore/tasks',
      retention: sizes.logDays.tasks,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const images = imagesByName(this);
    const imageTag = imageTagParameter(this).valueAsString;
    const task = (family: string, settings: readonly string[]) =>
      createOneOffTask(this, {
        family,
        images,
        imageTag,
        secrets: Object.fromEntries(settings.map(setting => [setting, state.secretArn(setting)])),
        key,
        logGroup,
      });
    task(names.tasks.databases, ['DATABASE_ADMIN_URL', ...databaseSettings, ...migrationSettings]);
    task(names.tasks.migrate, [...databaseSettings, ...migrationSettings]);
    scheduleOracle(this, {
      cluster: this.cluster,
      task: task(names.tasks.store, [...databaseSettings, 'AMQP_URL']),
      // Who may speak to whom is decided in the network's stack alone.
      securityGroup: SecurityGroup.fromSecurityGroupId(
        this,
        'SecurityGroup',
        securityGroups.tasks.securityGroupId,
        { mutable: false },
      ),
    });
    new CfnOutput(this, names.outputs.taskNetwork, {
      value: this.toJsonString({
        awsvpcConfiguration: {
          subnets: vpc.selectSubnets({ subnetGroupName: subnets.store }).subnetIds,
          securityGroups: [securityGroups.tasks.securityGroupId],
          assignPublicIp: 'DISABLED',
        },
      }),
    });
  }
}
