import { createPrivateKey } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ringOf } from '../../../runtime/internal-keys.ts';
import { parseSettings } from '../../../runtime/settings.ts';
import { authSettings } from '../../../subgraphs/auth/env.ts';
import { FakeAws } from '../testing/fake-aws.ts';
import { desiredInstances, instancesCome } from './instances.ts';
import { makeInternalKeys } from './make-internal-keys.ts';
import { makeSigningKey } from './make-signing-key.ts';
import { runTask } from './run-task.ts';

const aws = new FakeAws();
const said: string[] = [];

beforeAll(() => aws.start());
afterAll(() => aws.stop());
beforeEach(() => {
  aws.calls.length = 0;
  said.length = 0;
  for (const stream of ['log', 'error'] as const)
    jest.spyOn(console, stream).mockImplementation(line => void said.push(String(line)));
});

const network = { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } };
const arn = 'arn:aws:ecs:us-east-1:1:task/bookstore/abc';

function answerTasks(task: object): void {
  aws.answers.DescribeStacks = () =>
    `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>BookstoreTasks</StackName>
     <Outputs><member><OutputKey>TaskNetwork</OutputKey><OutputValue>${JSON.stringify(network).replaceAll('"', '&quot;')}</OutputValue></member></Outputs>
     </member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
  aws.answers.RunTask = () => ({ tasks: [{ taskArn: arn }], failures: [] });
  aws.answers.DescribeTasks = () => ({ tasks: [{ taskArn: arn, lastStatus: 'STOPPED', ...task }] });
}

const parametersOf = (action: string) => aws.calls.find(call => call.action === action)?.parameters;

test('a task runs the command in the network of the stack, and its exit code is the answer', async () => {
  answerTasks({ containers: [{ exitCode: 0 }] });
  expect(await runTask('bookstore-store', ['migrate'])).toBe(0);
  expect(parametersOf('RunTask')).toMatchObject({
    cluster: 'bookstore',
    taskDefinition: 'bookstore-store',
    launchType: 'FARGATE',
    networkConfiguration: network,
    overrides: { containerOverrides: [{ name: 'store', command: ['migrate'] }] },
  });
  answerTasks({ containers: [{ exitCode: 3 }] });
  expect(await runTask('bookstore-store', ['invariants'])).toBe(3);
  expect(said.at(-1)).toContain('bookstore-store/store/abc');
});

test('a task that cannot be started says why', async () => {
  answerTasks({ containers: [{ reason: 'CannotPullContainerError: no such tag' }] });
  expect(await runTask('bookstore-store', ['migrate'])).toBe(1);
  expect(said.at(-1)).toContain('no such tag');
  aws.answers.RunTask = () => ({ tasks: [], failures: [{ reason: 'RESOURCE:CPU' }] });
  await expect(runTask('bookstore-store', ['migrate'])).rejects.toThrow('RESOURCE:CPU');
});

test('the signing key is made once, and is one that auth takes', async () => {
  aws.answers.DescribeSecret = () => ({ Name: 'bookstore/AUTH_SIGNING_KEY' });
  aws.answers.PutSecretValue = () => ({});
  expect(await makeSigningKey()).toBe(0);
  const put = parametersOf('PutSecretValue');
  expect(put?.SecretId).toBe('bookstore/AUTH_SIGNING_KEY');
  const { AUTH_SIGNING_KEY } = authSettings;
  const taken = parseSettings({ AUTH_SIGNING_KEY }, { AUTH_SIGNING_KEY: String(put?.SecretString) });
  expect(taken).toMatchObject({
    settings: { AUTH_SIGNING_KEY: createPrivateKey(String(put?.SecretString)) },
  });

  aws.calls.length = 0;
  aws.answers.DescribeSecret = () => ({ VersionIdsToStages: { v1: ['AWSCURRENT'] } });
  expect(await makeSigningKey()).toBe(0);
  expect(parametersOf('PutSecretValue')).toBeUndefined();
});

test('each service’s keys are made of the secret that all could share', async () => {
  const shared = 'a secret of more than thirty-two characters';
  aws.answers.GetSecretValue = () => ({ SecretString: shared });
  aws.answers.PutSecretValue = () => ({});
  expect(await makeInternalKeys()).toBe(0);
  expect(parametersOf('GetSecretValue')?.SecretId).toBe('bookstore/INTERNAL_TOKEN_SECRET');
  const puts = aws.calls.filter(({ action }) => action === 'PutSecretValue');
  expect(puts.map(({ parameters }) => [parameters.SecretId, parameters.SecretString])).toEqual(
    ['gateway', 'auth', 'catalog', 'purchase'].map(name => [
      `bookstore/INTERNAL_TOKEN_KEYS_${name.toUpperCase()}`,
      ringOf(shared, name),
    ]),
  );
  expect(said.join('\n')).not.toContain(ringOf(shared, 'gateway').slice(0, 30));
  aws.answers.GetSecretValue = () => ({});
  await expect(makeInternalKeys()).rejects.toThrow('INTERNAL_TOKEN_SECRET is empty');
});

const member = (content: string) => `<member>${content}</member>`;
const groupOf = (desired: number, states: [state: string, health: string][]) =>
  `<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult><AutoScalingGroups>${member(
    `<DesiredCapacity>${desired}</DesiredCapacity><Instances>${states
      .map(([state, health]) =>
        member(`<LifecycleState>${state}</LifecycleState><HealthStatus>${health}</HealthStatus>`),
      )
      .join('')}</Instances>`,
  )}</AutoScalingGroups></DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>`;

test('instances have come when all that are wanted are in service and healthy', async () => {
  const answer = (...states: [string, string][]) => {
    aws.answers.DescribeAutoScalingGroups = () => groupOf(2, states);
  };
  answer(['InService', 'Healthy'], ['Pending:Wait', 'Healthy']);
  expect(await instancesCome(1)).toBe(false);
  answer(['InService', 'Healthy'], ['InService', 'Unhealthy']);
  expect(await instancesCome(1)).toBe(false);
  answer(['InService', 'Healthy'], ['InService', 'Healthy']);
  expect(await instancesCome(1)).toBe(true);
  expect(await desiredInstances()).toBe(2);
  aws.answers.DescribeAutoScalingGroups = () =>
    '<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult><AutoScalingGroups/></DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>';
  expect(await desiredInstances()).toBeUndefined();
});
