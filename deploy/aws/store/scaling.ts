import { Duration } from 'aws-cdk-lib';
import {
  AdjustmentType,
  type AutoScalingGroup,
  CfnScalingPolicy,
  StepScalingAction,
} from 'aws-cdk-lib/aws-autoscaling';
import { Alarm, ComparisonOperator, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { AutoScalingAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { sizes } from '../sizes.ts';

const { outPercent, outFastPercent, outSeconds, inPercent, inPeriods } = sizes.scaling;

/**
 * Scales by the CPU that the group's instances use on average over five minutes: one alarm, whose one period they are,
 * for more instances, and one for fewer. Target tracking would look at three minutes, and cannot be told otherwise.
 */
export function scaleByCpu(scope: Construct, group: AutoScalingGroup): void {
  const metric = new Metric({
    namespace: 'AWS/EC2',
    metricName: 'CPUUtilization',
    dimensionsMap: { AutoScalingGroupName: group.autoScalingGroupName },
    statistic: Stats.AVERAGE,
    period: Duration.seconds(outSeconds),
  });

  const out = new StepScalingAction(scope, 'ScaleOut', {
    autoScalingGroup: group,
    adjustmentType: AdjustmentType.CHANGE_IN_CAPACITY,
    // The alarm rings on as long as its period has a time before the new instance in it.
    estimatedInstanceWarmup: Duration.seconds(outSeconds),
  });
  out.addAdjustment({ lowerBound: 0, upperBound: outFastPercent - outPercent, adjustment: 1 });
  out.addAdjustment({ lowerBound: outFastPercent - outPercent, adjustment: 2 });
  new Alarm(scope, 'CpuHigh', {
    metric,
    threshold: outPercent,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    alarmDescription: 'One more instance',
  }).addAlarmAction(new AutoScalingAction(out));

  // A simple policy: it alone rests, until the alarm has seen only what came after the instance went. Others act again
  // each minute while an alarm rings, which would leave one instance with the work of all.
  const less = new CfnScalingPolicy(scope, 'ScaleIn', {
    autoScalingGroupName: group.autoScalingGroupName,
    policyType: 'SimpleScaling',
    adjustmentType: AdjustmentType.CHANGE_IN_CAPACITY,
    scalingAdjustment: -1,
    cooldown: String(outSeconds * inPeriods),
  });
  new Alarm(scope, 'CpuLow', {
    metric,
    threshold: inPercent,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: inPeriods,
    alarmDescription: 'One instance less',
  }).addAlarmAction({ bind: () => ({ alarmActionArn: less.ref }) });
}
