import type { AutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling';
import { type Alarm, ComparisonOperator, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { sizes } from '../sizes.ts';
import { alarmOn, metricOf, period } from './alarm.ts';

const { groupMinutes } = sizes.alarms;
/** As the store logs them. */
const errorLevels = ['error', 'fatal'];

/** Of the instances and what they log. */
export function storeAlarms(scope: Construct, group: AutoScalingGroup, logGroup: LogGroup): Alarm[] {
  const errors = new MetricFilter(scope, 'Errors', {
    logGroup,
    filterPattern: FilterPattern.any(
      ...errorLevels.map(level => FilterPattern.stringValue('$.level', '=', level)),
    ),
    metricNamespace: 'Bookstore',
    metricName: 'Errors',
    defaultValue: 0,
  });
  const ofGroup = (name: string) =>
    metricOf('AWS/AutoScaling', name, { AutoScalingGroupName: group.autoScalingGroupName }, Stats.MINIMUM);
  const inService = ofGroup('GroupInServiceInstances');
  const missing = new MathExpression({
    expression: 'desired - inService',
    usingMetrics: { desired: ofGroup('GroupDesiredCapacity'), inService },
    period,
  });
  const long = { evaluationPeriods: groupMinutes / period.toMinutes() };
  return [
    alarmOn(
      scope,
      'Errors',
      errors.metric({ period, statistic: Stats.SUM }),
      0,
      'A process has logged an error that is a bug or a part that is down',
    ),
    alarmOn(scope, 'Full', inService, sizes.group.max, 'The group cannot grow any more', {
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      ...long,
    }),
    alarmOn(scope, 'Missing', missing, 0, 'Instances do not come into service: their logs tell why', long),
  ];
}
