import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { Match } from 'aws-cdk-lib/assertions';
import { z } from 'zod';
import { projectFolder } from '../../local/places.ts';
import { synthesise } from '../testing/synthesise.ts';

const { store, tasks, all } = synthesise({ alarmEmail: 'on-call@bookstore-tests.org' });

const alarms = Object.values(all('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const watching = alarms.filter(({ AlarmActions }) => !JSON.stringify(AlarmActions).includes('Scale'));

test('somebody is told of every alarm, and when it is over', () => {
  expect(watching).toHaveLength(17);
  for (const { AlarmActions, OKActions, AlarmDescription } of watching) {
    expect(AlarmActions).toEqual([{ Ref: expect.stringMatching(/^Alarms/) }]);
    expect(OKActions).toEqual(AlarmActions);
    expect(AlarmDescription).not.toBe('');
  }
  store.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'on-call@bookstore-tests.org',
  });
});

test.each([
  ['HTTPCode_Target_5XX_Count', 25, 'GreaterThanThreshold'],
  ['HTTPCode_ELB_5XX_Count', 25, 'GreaterThanThreshold'],
  ['TargetResponseTime', 2, 'GreaterThanThreshold'],
  ['HealthyHostCount', 1, 'LessThanThreshold'],
  ['UnHealthyHostCount', 0, 'GreaterThanThreshold'],
  ['DaysToExpiry', 21, 'LessThanThreshold'],
  ['Errors', 0, 'GreaterThanThreshold'],
  ['GroupInServiceInstances', 6, 'GreaterThanOrEqualToThreshold'],
  ['DatabaseConnections', 1200, 'GreaterThanThreshold'],
  ['FreeableMemory', 1024 ** 3, 'LessThanThreshold'],
  ['AuroraReplicaLagMaximum', 2000, 'GreaterThanThreshold'],
])('%s: %d', (MetricName, Threshold, ComparisonOperator) => {
  store.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName, Threshold, ComparisonOperator });
});

test('errors are counted by what stands in the logs', () => {
  store.hasResourceProperties('AWS::Logs::MetricFilter', {
    FilterPattern: '{ ($.level = "error") || ($.level = "fatal") }',
  });
  const script = `import { createLogger } from './runtime/logger.ts'; createLogger('test', 'info').error('wrong');`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', script], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  expect(JSON.parse(stdout)).toMatchObject({ level: 'error' });
});

const service = z.object({ Service: z.union([z.string(), z.array(z.string())]) });
const topicPolicy = z.object({
  PolicyDocument: z.object({
    Statement: z.array(z.object({ Effect: z.string(), Principal: z.union([service, z.string()]) })),
  }),
});

test('alarms and the oracle may speak to the topic', () => {
  const [policy] = Object.values(all('AWS::SNS::TopicPolicy'));
  const { Statement } = topicPolicy.parse(policy?.Properties).PolicyDocument;
  const allowed = Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(
    ({ Principal }) => service.parse(Principal).Service,
  );
  expect(allowed.sort()).toEqual(['cloudwatch.amazonaws.com', 'events.amazonaws.com']);
});

test('a dead letter is told of', () => {
  store.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/AmazonMQ',
    MetricName: 'MessageCount',
    Threshold: 0,
    Dimensions: Match.arrayWith([{ Name: 'Queue', Value: 'bookstore.dead-letters' }]),
  });
});

test('the oracle is asked each hour, and what it finds is told', () => {
  tasks.hasResourceProperties('AWS::Events::Rule', {
    ScheduleExpression: 'rate(1 hour)',
    Targets: [
      Match.objectLike({
        Input: '{"containerOverrides":[{"name":"store","command":["invariants","--record"]}]}',
        EcsParameters: Match.objectLike({ LaunchType: 'FARGATE' }),
      }),
    ],
  });
  store.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: Match.objectLike({
      detail: Match.objectLike({
        $or: [{ containers: { exitCode: [{ 'anything-but': 0 }] } }, Match.anyValue()],
      }),
    }),
    Targets: [Match.objectLike({ Arn: { Ref: Match.stringLikeRegexp('^Alarms') } })],
  });
});

// CloudFormation changes no output that another stack imports, and each release has another revision of each task.
test('no other stack refers to a revision of a task', () => {
  const definitions = Object.keys(tasks.findResources('AWS::ECS::TaskDefinition'));
  expect(definitions).toHaveLength(3);
  const outputs = Object.values(tasks.findOutputs('*')).map(({ Value }) => JSON.stringify(Value));
  for (const definition of definitions)
    expect(outputs.filter(value => value.includes(definition))).toEqual([]);
});
