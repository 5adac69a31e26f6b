import { names } from '../names.ts';
import { sizes } from '../sizes.ts';
import { runCdk } from './cdk.ts';
import { desiredInstances, instancesCome } from './instances.ts';
import { runTask } from './run-task.ts';

/** What a roll-out does to AWS; tests put others in their place. */
const doings = { runCdk, runTask, desiredInstances, instancesCome };

const { tasks, store } = names.stacks;
const { imageTag, desired } = names.parameters;

/** Twice what the first instances may take. */
const patienceMilliseconds = 2 * sizes.group.launchSeconds * 1000;

/**
 * Brings the image `tag` into service: the databases first, then instance by instance. Where new instances do not
 * become ready, or clients notice, CloudFormation puts the old ones back. Answers the exit code of the first step that
 * fails: none after it is done.
 */
export async function rollOut(
  options: { tag: string; migrate: boolean; ignoreAlarms: boolean; cdkArgs: readonly string[] },
  { runCdk, runTask, desiredInstances, instancesCome } = doings,
): Promise<number> {
  const { tag, migrate, ignoreAlarms, cdkArgs } = options;
  const deploy = (stack: string, parameters: Record<string, string | number>, ...more: string[]) =>
    runCdk([
      'deploy',
      stack,
      '--exclusively',
      '--strict',
      '--require-approval=never',
      ...Object.entries(parameters).flatMap(([name, value]) => ['--parameters', `${stack}:${name}=${value}`]),
      ...more,
      ...cdkArgs,
    ]);

  const instances = await desiredInstances();
  const steps = [
    () => deploy(tasks, { [imageTag]: tag }),
    ...(migrate ? [() => runTask(names.tasks.migrate, ['migrate'])] : []),
    () =>
      deploy(
        store,
        { [imageTag]: tag, ...(instances !== undefined && { [desired]: instances }) },
        ...(ignoreAlarms ? ['-c', 'ignoreAlarms=true'] : []),
      ),
  ];
  for (const step of steps) {
    const code = await step();
    if (code !== 0) return code;
  }
  if (await instancesCome(patienceMilliseconds)) {
    console.log(`✓ ${tag} is in service`);
    return 0;
  }
  console.error(`✗ The instances do not come into service: the log group ${names.logGroup} may tell why.`);
  return 1;
}
