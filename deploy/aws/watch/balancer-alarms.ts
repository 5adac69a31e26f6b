import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { type Alarm, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { ApplicationLoadBalancer, ApplicationTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { sizes } from '../sizes.ts';
import { alarmOn, below, metricOf, period } from './alarm.ts';

const { serverErrors, slowestSeconds, certificateDays } = sizes.alarms;

/** What clients notice: those are the alarms that undo a roll-out too. */
export function clientAlarms(
  scope: Construct,
  balancer: ApplicationLoadBalancer,
  targets: ApplicationTargetGroup,
): Alarm[] {
  const namespace = 'AWS/ApplicationELB';
  const ofBalancer = { LoadBalancer: balancer.loadBalancerFullName };
  const ofTargets = { ...ofBalancer, TargetGroup: targets.targetGroupFullName };
  return [
    alarmOn(
      scope,
      'ServerErrors',
      metricOf(namespace, 'HTTPCode_Target_5XX_Count', ofTargets, Stats.SUM),
      serverErrors,
      'Instances answer 5xx',
    ),
    alarmOn(
      scope,
      'BalancerErrors',
      metricOf(namespace, 'HTTPCode_ELB_5XX_Count', ofBalancer, Stats.SUM),
      serverErrors,
      'The balancer answers 5xx itself: no instance did',
    ),
    alarmOn(
      scope,
      'Slow',
      metricOf(namespace, 'TargetResponseTime', ofTargets, Stats.percentile(95)),
      slowestSeconds,
      'One request in twenty takes long',
    ),
  ];
}

/** What leads to that. */
export function balancerAlarms(
  scope: Construct,
  targets: ApplicationTargetGroup,
  certificate: ICertificate,
): Alarm[] {
  return [
    alarmOn(
      scope,
      'NoInstance',
      targets.metrics.healthyHostCount({ period, statistic: Stats.MINIMUM }),
      1,
      'No instance is healthy: the store is down',
      below,
    ),
    alarmOn(
      scope,
      'UnhealthyInstances',
      targets.metrics.unhealthyHostCount({ period, statistic: Stats.MINIMUM }),
      0,
      'An instance was unhealthy for ten minutes and was not replaced',
      { evaluationPeriods: 2 },
    ),
    alarmOn(
      scope,
      'Certificate',
      certificate.metricDaysToExpiry(),
      certificateDays,
      'The certificate ends soon: ACM could not renew it',
      { ...below, treatMissingData: undefined },
    ),
  ];
}
