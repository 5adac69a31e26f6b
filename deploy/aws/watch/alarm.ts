import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type CreateAlarmOptions,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** Five minutes, the period of all alarms. */
export const period = Duration.minutes(5);

/** A figure that AWS notes, over five minutes. */
export const metricOf = (
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  statistic: string,
): Metric => new Metric({ namespace, metricName, dimensionsMap, statistic, period });

/** An alarm by a figure; `otherwise` what differs from "above the threshold in one period". */
export const alarmOn = (
  scope: Construct,
  name: string,
  metric: IMetric,
  threshold: number,
  description: string,
  otherwise: Partial<CreateAlarmOptions> = {},
): Alarm =>
  new Alarm(scope, `Alarm-${name}`, {
    metric,
    threshold,
    alarmDescription: description,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    ...otherwise,
  });

/** For alarms on what there must be at least. */
export const below = {
  comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
  treatMissingData: TreatMissingData.BREACHING,
};
