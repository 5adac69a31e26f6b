import { Duration } from 'aws-cdk-lib';
import {
  AdditionalHealthCheckType,
  AutoScalingGroup,
  CfnAutoScalingGroup,
  GroupMetrics,
  HealthChecks,
  InstanceRefreshStrategy,
  UpdatePolicy,
} from 'aws-cdk-lib/aws-autoscaling';
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { ILaunchTemplate, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { ApplicationTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { names } from '../names.ts';
import { subnets } from '../network/vpc.ts';
import { sizes } from '../sizes.ts';

const {
  min,
  max,
  launchSeconds,
  graceSeconds,
  warmupSeconds,
  terminateSeconds,
  minHealthyPercent,
  maxHealthyPercent,
} = sizes.group;

// Part of the group itself, so that its very first instances wait too.
const hooks = [
  {
    LifecycleHookName: names.hooks.launch,
    LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
    HeartbeatTimeout: launchSeconds,
    DefaultResult: 'ABANDON',
  },
  {
    LifecycleHookName: names.hooks.terminate,
    LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
    HeartbeatTimeout: terminateSeconds,
    DefaultResult: 'CONTINUE',
  },
];

/**
 * The instances of the store. One that is unhealthy, by EC2 or by the balancer, is replaced, and so are all when what
 * they run changes: a new one first, then an old one drains and ends.
 */
export function createGroup(
  scope: Construct,
  options: {
    vpc: IVpc;
    launchTemplate: ILaunchTemplate;
    targets: ApplicationTargetGroup;
    /** How many instances at first: a number, as text. */
    desired: string;
    /** One of them ringing undoes a roll-out. */
    alarms: IAlarm[];
  },
): AutoScalingGroup {
  const { vpc, launchTemplate, targets, desired, alarms } = options;
  const group = new AutoScalingGroup(scope, 'Group', {
    autoScalingGroupName: names.group,
    vpc,
    vpcSubnets: { subnetGroupName: subnets.store },
    launchTemplate,
    minCapacity: min,
    maxCapacity: max,
    healthChecks: HealthChecks.withAdditionalChecks({
      additionalTypes: [AdditionalHealthCheckType.ELB],
      gracePeriod: Duration.seconds(graceSeconds),
    }),
    defaultInstanceWarmup: Duration.seconds(warmupSeconds),
    minHealthyPercentage: minHealthyPercent,
    maxHealthyPercentage: maxHealthyPercent,
    groupMetrics: [GroupMetrics.all()],
    updatePolicy: UpdatePolicy.instanceRefresh({
      strategy: InstanceRefreshStrategy.ROLLING,
      minHealthyPercentage: minHealthyPercent,
      maxHealthyPercentage: maxHealthyPercent,
      instanceWarmup: Duration.seconds(warmupSeconds),
      ...(alarms.length > 0 && { alarms }),
    }),
  });
  group.attachToApplicationTargetGroup(targets);
  acknowledge(group, {
    'AwsSolutions-AS3': 'Coming and going is what it is for; an alarm tells when instances are missing.',
  });
  const resource = group.node.defaultChild;
  if (!(resource instanceof CfnAutoScalingGroup))
    throw new TypeError('The group is no CloudFormation group.');
  resource.desiredCapacity = desired;
  resource.addPropertyOverride('LifecycleHookSpecificationList', hooks);
  return group;
}
