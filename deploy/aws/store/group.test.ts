import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { onlyOf, type Resource, synthesise } from '../testing/synthesise.ts';

const { store, all } = synthesise();
test('the group has 1 to 6 instances, 2 at first, over three zones, and replaces unhealthy ones', () => {
  const { Properties } = onlyOf(all('AWS::AutoScaling::AutoScalingGroup'));
  expect(Properties).toMatchObject({
    MinSize: '1',
    MaxSize: '6',
    DesiredCapacity: { Ref: 'DesiredCapacity' },
    HealthCheckType: 'ELB',
    HealthCheckGracePeriod: 120,
    InstanceMaintenancePolicy: { MinHealthyPercentage: 100, MaxHealthyPercentage: 150 },
  });
  expect(Properties.VPCZoneIdentifier).toHaveLength(3);
  expect(Properties.TargetGroupARNs).toHaveLength(1);
  expect(store.toJSON().Parameters.DesiredCapacity).toMatchObject({ Default: 2, MinValue: 1, MaxValue: 6 });
});

test('new instances wait until they are ready, old ones until they have drained, the first ones too', () => {
  const { Properties } = onlyOf(all('AWS::AutoScaling::AutoScalingGroup'));
  expect(Properties.LifecycleHookSpecificationList).toEqual([
    {
      LifecycleHookName: 'ready',
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
      HeartbeatTimeout: 600,
      DefaultResult: 'ABANDON',
    },
    {
      LifecycleHookName: 'drained',
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
      HeartbeatTimeout: 300,
      DefaultResult: 'CONTINUE',
    },
  ]);
});

const refreshPolicy = z.object({
  AutoScalingInstanceRefresh: z.object({
    Strategy: z.string(),
    Preferences: z.looseObject({ AlarmSpecification: z.object({ Alarms: z.array(z.unknown()) }).optional() }),
  }),
});
const refresh = (resource: Resource | undefined) =>
  refreshPolicy.parse(resource?.UpdatePolicy).AutoScalingInstanceRefresh;

test('a roll-out replaces instances with all of them in service, and is undone when clients notice', () => {
  const { Strategy, Preferences } = refresh(onlyOf(all('AWS::AutoScaling::AutoScalingGroup')));
  expect(Strategy).toBe('Rolling');
  expect(Preferences).toMatchObject({ MinHealthyPercentage: 100, MaxHealthyPercentage: 150 });
  expect(Preferences.AlarmSpecification?.Alarms).toHaveLength(3);
});

test('a roll-out that mends what alarms ring for need not wait for them', () => {
  const { all } = synthesise({ ignoreAlarms: 'true' });
  const [group] = Object.values(all('AWS::AutoScaling::AutoScalingGroup'));
  expect(refresh(group).Preferences).not.toHaveProperty('AlarmSpecification');
});
