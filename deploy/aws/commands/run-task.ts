import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  DescribeTasksCommand,
  ECSClient,
  RunTaskCommand,
  type Task,
  waitUntilTasksStopped,
} from '@aws-sdk/client-ecs';
import { StartError } from '../../local/start-error.ts';
import { names } from '../names.ts';
import { region } from './region.ts';

/** A migration may take long. */
const patienceSeconds = 3600;

async function taskNetwork(): Promise<object> {
  const client = new CloudFormationClient({ region: region() });
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: names.stacks.tasks }));
  const output = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === names.outputs.taskNetwork);
  if (!output?.OutputValue)
    throw new StartError(`The stack ${names.stacks.tasks} is not deployed: deploy it first.`);
  return JSON.parse(output.OutputValue);
}

/** What a task that has stopped came to. */
function tell(family: string, command: readonly string[], task: Task | undefined): number {
  const id = task?.taskArn?.split('/').at(-1);
  const exitCode = task?.containers?.[0]?.exitCode;
  const said = `aws logs tail /bookstore/tasks --log-stream-names ${family}/${names.container}/${id} --since 1d`;
  if (exitCode === 0) console.log(`✓ ${command.join(' ')}. What it said: ${said}`);
  else
    console.error(
      exitCode === undefined
        ? `✗ ${command.join(' ')} could not be started: ${task?.containers?.[0]?.reason ?? task?.stoppedReason}`
        : `✗ ${command.join(' ')} ended with ${exitCode}. What it said: ${said}`,
    );
  return exitCode ?? 1;
}

/**
 * Runs a command of the image once, by the newest task definition of `family`, and waits for its end. Answers its exit
 * code; 1 where it could not be started.
 */
export async function runTask(family: string, command: readonly string[]): Promise<number> {
  const networkConfiguration = await taskNetwork();
  const client = new ECSClient({ region: region() });
  const { tasks, failures } = await client.send(
    new RunTaskCommand({
      cluster: names.cluster,
      taskDefinition: family,
      launchType: 'FARGATE',
      networkConfiguration,
      overrides: { containerOverrides: [{ name: names.container, command: [...command] }] },
    }),
  );
  const arn = tasks?.[0]?.taskArn;
  if (!arn)
    throw new StartError(`No task could be started: ${failures?.[0]?.reason ?? 'no reason was given'}`);
  console.log(`… ${command.join(' ')} runs`);
  const place = { cluster: names.cluster, tasks: [arn] };
  await waitUntilTasksStopped({ client, maxWaitTime: patienceSeconds, minDelay: 2, maxDelay: 6 }, place);
  const stopped = await client.send(new DescribeTasksCommand(place));
  return tell(family, command, stopped.tasks?.[0]);
}
