import { setTimeout as delay } from 'node:timers/promises';
import {
  AutoScalingClient,
  type AutoScalingGroup,
  DescribeAutoScalingGroupsCommand,
} from '@aws-sdk/client-auto-scaling';
import { names } from '../names.ts';
import { region } from './region.ts';

const lookMilliseconds = 10_000;

/** The group as it is now; undefined before its first deployment. */
async function readGroup(): Promise<AutoScalingGroup | undefined> {
  const client = new AutoScalingClient({ region: region() });
  const { AutoScalingGroups } = await client.send(
    new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [names.group] }),
  );
  return AutoScalingGroups?.[0];
}

/** How many instances the group wants to have now; undefined before its first deployment. */
export const desiredInstances = async (): Promise<number | undefined> => (await readGroup())?.DesiredCapacity;

/** Whether all instances that the group wants are in service and healthy within so many milliseconds. */
export async function instancesCome(milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const { Instances = [], DesiredCapacity = 0 } = (await readGroup()) ?? {};
    const good = Instances.filter(
      ({ LifecycleState, HealthStatus }) => LifecycleState === 'InService' && HealthStatus === 'Healthy',
    );
    if (DesiredCapacity > 0 && good.length >= DesiredCapacity) return true;
    if (Date.now() > deadline) return false;
    await delay(Math.min(lookMilliseconds, milliseconds));
  }
}
