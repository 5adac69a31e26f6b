import { test } from '@jest/globals';
import { Match } from 'aws-cdk-lib/assertions';
import { synthesise } from '../testing/synthesise.ts';

const { store } = synthesise();

test('one more instance from 50 % CPU on average over 300 s on, two more from 75 %', () => {
  store.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/EC2',
    MetricName: 'CPUUtilization',
    Statistic: 'Average',
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Threshold: 50,
    Period: 300,
    EvaluationPeriods: 1,
    AlarmActions: [{ Ref: Match.stringLikeRegexp('^ScaleOut') }],
  });
  store.hasResourceProperties('AWS::AutoScaling::ScalingPolicy', {
    PolicyType: 'StepScaling',
    AdjustmentType: 'ChangeInCapacity',
    EstimatedInstanceWarmup: 300,
    StepAdjustments: [
      { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 25, ScalingAdjustment: 1 },
      { MetricIntervalLowerBound: 25, ScalingAdjustment: 2 },
    ],
  });
});

test('one instance less below 20 % for a quarter of an hour, and no other for as long after', () => {
  store.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'CPUUtilization',
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 20,
    Period: 300,
    EvaluationPeriods: 3,
    AlarmActions: [{ Ref: Match.stringLikeRegexp('^ScaleIn') }],
  });
  store.hasResourceProperties('AWS::AutoScaling::ScalingPolicy', {
    PolicyType: 'SimpleScaling',
    ScalingAdjustment: -1,
    Cooldown: '900',
  });
});
