import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { z } from 'zod';
import cdkSettings from './cdk.json' with { type: 'json' };
import { createStacks } from './stacks.ts';
import { synthesise } from './testing/synthesise.ts';

const { store, all, templates } = synthesise();

const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item), item.transform(one => [one])]);
const policy = z.object({
  PolicyDocument: z.object({
    Statement: z.array(z.object({ Action: oneOrMore(z.string()), Resource: oneOrMore(z.unknown()) })),
  }),
});

const statements = Object.entries(all('AWS::IAM::Policy')).flatMap(([name, { Properties }]) =>
  policy.parse(Properties).PolicyDocument.Statement.map(statement => ({ name, ...statement })),
);

/** Actions that AWS lets nobody narrow to a resource. */
const withoutResource = [
  'ecr:GetAuthorizationToken',
  'ssm:UpdateInstanceInformation',
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];

test('no role has a wildcard among its actions, nor may do to everything what can be narrowed', () => {
  expect(statements.length).toBeGreaterThan(10);
  for (const { Action, Resource } of statements) {
    for (const action of Action) {
      expect(action).not.toContain('*');
      if (Resource.includes('*')) expect(withoutResource).toContain(action);
    }
  }
});

test('no role has a policy that AWS keeps: they allow more than is used', () => {
  const roles = Object.values(all('AWS::IAM::Role'));
  expect(roles.length).toBeGreaterThanOrEqual(5);
  for (const { Properties } of roles) expect(Properties.ManagedPolicyArns).toBeUndefined();
});

test('instances may read the secrets of the store, and not those of the databases’ administrator', () => {
  const readable = (role: RegExp) =>
    JSON.stringify(
      statements
        .filter(({ name, Action }) => role.test(name) && Action.includes('secretsmanager:GetSecretValue'))
        .map(({ Resource }) => Resource),
    );
  expect(readable(/^InstanceRole/)).toContain('INTERNALTOKENKEYSGATEWAY');
  expect(readable(/^InstanceRole/)).not.toMatch(/ADMINURL|Password|MIGRATION|INTERNALTOKENSECRET/);
  expect(readable(/^bookstorestoreExecutionRole/)).not.toMatch(/ADMINURL|SIGNINGKEY|Password|MIGRATION/);
  expect(readable(/^bookstoremigrateExecutionRole/)).toContain('DATABASEURLAUTHMIGRATION');
  expect(readable(/^bookstoremigrateExecutionRole/)).not.toMatch(/ADMINURL|SIGNINGKEY|Password|INTERNAL/);
  expect(readable(/^bookstoredatabasesExecutionRole/)).toContain('DATABASEADMINURL');
});

test('what is stored is encrypted', () => {
  for (const { Properties } of Object.values(all('AWS::RDS::DBCluster')))
    expect(Properties.StorageEncrypted).toBe(true);
  for (const { Properties } of Object.values(all('AWS::EFS::FileSystem')))
    expect(Properties.Encrypted).toBe(true);
  for (const { Properties } of Object.values(all('AWS::S3::Bucket')))
    expect(Properties).toMatchObject({
      BucketEncryption: expect.anything(),
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  for (const { Properties } of Object.values(all('AWS::SecretsManager::Secret')))
    expect(Properties).toHaveProperty('KmsKeyId');
  for (const { Properties } of Object.values(all('AWS::SNS::Topic')))
    expect(Properties).toHaveProperty('KmsMasterKeyId');
});

test('instances take IMDSv2 alone, which their containers do not reach, and have encrypted disks and no SSH key', () => {
  const [template] = Object.values(all('AWS::EC2::LaunchTemplate'));
  const { LaunchTemplateData: launch } = z
    .object({ LaunchTemplateData: z.record(z.string(), z.unknown()) })
    .parse(template?.Properties);
  expect(launch.MetadataOptions).toMatchObject({ HttpTokens: 'required', HttpPutResponseHopLimit: 1 });
  expect(launch.BlockDeviceMappings).toEqual([
    { DeviceName: '/dev/xvda', Ebs: expect.objectContaining({ Encrypted: true, VolumeSize: 20 }) },
  ]);
  expect(launch).not.toHaveProperty('KeyName');
});

test('what must not be lost is kept when its stack is deleted', () => {
  const kept = [
    'AWS::KMS::Key',
    'AWS::S3::Bucket',
    'AWS::EFS::FileSystem',
    'AWS::ECR::Repository',
    'AWS::SecretsManager::Secret',
  ];
  for (const type of kept)
    for (const [name, { DeletionPolicy }] of Object.entries(all(type)))
      if (!name.includes('DatabaseSecret')) expect([name, DeletionPolicy]).toEqual([name, 'Retain']);
});

test('no template has a secret in it', () => {
  const text = templates.map(template => JSON.stringify(template.toJSON())).join('\n');
  expect(text).toContain('{{resolve:secretsmanager:');
  // What stands between user and host in any URL is a reference to a secret that Secrets Manager has made up.
  const urls = text.match(/(?:mysql|amqps?):\/\/[^"]*/g) ?? [];
  expect(urls.length).toBeGreaterThan(5);
  for (const url of urls) expect(url).toMatch(/^(?:mysql|amqps):\/\/(?:\w+:)?\{\{resolve:secretsmanager:$/);
  expect(text).not.toMatch(/BEGIN (?:EC )?PRIVATE KEY/);
});

test('instances and tasks are let into the store by no one they do not know: user data has no secret', () => {
  const [template] = Object.values(store.findResources('AWS::EC2::LaunchTemplate'));
  const userData = JSON.stringify(template?.Properties.LaunchTemplateData.UserData);
  expect(userData).toContain('fetch-secrets.sh');
  expect(userData).not.toMatch(/resolve:|mysql:|amqps:|PRIVATE KEY/);
});

test('cdk-nag looks at every synthesis, and one finding ends it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk '));
  const { app, store } = createStacks(cdkSettings.context, folder);
  const group = SecurityGroup.fromSecurityGroupId(store, 'Planted', 'sg-0123456789abcdef0');
  group.addIngressRule(Peer.anyIpv4(), Port.tcp(8080));
  expect(() => app.synth()).toThrow(/AwsSolutions-EC23/);
  rmSync(folder, { recursive: true });
});
