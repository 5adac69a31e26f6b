import { expect, test } from '@jest/globals';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { z } from 'zod';
import { databaseSetting, migrationSetting, subgraphs } from '../../../runtime/services.ts';
import { partsOf } from '../testing/parts-of.ts';
import { synthesise } from '../testing/synthesise.ts';

const { state, all } = synthesise();

test('Aurora has a writer and two readers, each in a zone of its own, none of them public', () => {
  const instances = Object.values(all('AWS::RDS::DBInstance')).map(({ Properties }) => Properties);
  expect(instances.map(({ AvailabilityZone }) => AvailabilityZone).sort()).toEqual([
    'us-east-1a',
    'us-east-1b',
    'us-east-1c',
  ]);
  expect(instances.map(({ PromotionTier }) => PromotionTier).sort()).toEqual([0, 1, 1]);
  for (const instance of instances)
    expect(instance).toMatchObject({ Engine: 'aurora-mysql', PubliclyAccessible: false });
});

test('the databases are encrypted, protected, backed up, spoken to over TLS alone, and outlive the stack', () => {
  state.hasResource('AWS::RDS::DBCluster', {
    DeletionPolicy: 'Snapshot',
    UpdateReplacePolicy: 'Snapshot',
    Properties: {
      EngineVersion: Match.stringLikeRegexp('^8\\.0\\.mysql_aurora\\.3\\.10\\.'),
      StorageEncrypted: true,
      KmsKeyId: Match.anyValue(),
      DeletionProtection: true,
      BackupRetentionPeriod: 14,
      CopyTagsToSnapshot: true,
      EnableCloudwatchLogsExports: ['error', 'slowquery'],
    },
  });
  state.hasResourceProperties('AWS::RDS::DBClusterParameterGroup', {
    Family: 'aurora-mysql8.0',
    Parameters: { require_secure_transport: 'ON', max_connections: '1500' },
  });
});

const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });

/** A secret's text, with what CloudFormation puts in between as <Attribute>. */
function textOf(setting: string): string {
  const secrets = Object.values(all('AWS::SecretsManager::Secret'));
  const found = secrets.find(({ Properties }) => Properties.Name === `bookstore/${setting}`);
  return partsOf(found?.Properties.SecretString)
    .map(part =>
      typeof part === 'string' ? part : `<${attribute.safeParse(part).data?.['Fn::GetAtt'][1] ?? 'other'}>`,
    )
    .join('');
}

test.each(subgraphs)('the settings of %s lead to the writer and to the readers', subgraph => {
  const setting = databaseSetting(subgraph);
  const url = (host: string) =>
    `mysql://bookstore_${subgraph}:{{resolve:secretsmanager:<other>:SecretString:::}}@<${host}>:3306/bookstore_${subgraph}?ssl=Amazon%20RDS`;
  expect(textOf(setting)).toBe(url('Endpoint.Address'));
  expect(textOf(`${setting}_READER`)).toBe(url('ReadEndpoint.Address'));
  expect(textOf(migrationSetting(subgraph))).toBe(
    url('Endpoint.Address').replace('//bookstore_', '//bookstore_migration_'),
  );
});

const exported = /"(BookstoreState:ExportsOutput\w+)"/g;
const namesIn = (template: Template): string[] =>
  Array.from(JSON.stringify(template.toJSON()).matchAll(exported), ([, name = '']) => name);

test.each([
  ['true', 'false'],
  ['false', 'true'],
])('with ownKeys=%s the state keeps what a store with ownKeys=%s imports', (now, then) => {
  const imported = namesIn(synthesise({ ownKeys: then }).store);
  expect(imported.join()).toContain(then === 'true' ? 'INTERNALTOKENKEYS' : 'INTERNALTOKENSECRET');
  expect(namesIn(synthesise({ ownKeys: now }).state)).toEqual(expect.arrayContaining(imported));
});

test('events go by RabbitMQ 4 on three nodes that only the network reaches, over TLS', () => {
  state.hasResourceProperties('AWS::AmazonMQ::Broker', {
    EngineType: 'RABBITMQ',
    EngineVersion: '4.2',
    DeploymentMode: 'CLUSTER_MULTI_AZ',
    HostInstanceType: 'mq.m7g.large',
    PubliclyAccessible: false,
    SubnetIds: [Match.anyValue(), Match.anyValue(), Match.anyValue()],
  });
  expect(textOf('AMQP_URL')).toMatch(/^amqps:\/\/bookstore:\{\{resolve:.*\}\}@<other>:5671$/);
});

test('the shared files are in three zones, encrypted, backed up, kept, and mounted over TLS by a role alone', () => {
  state.resourceCountIs('AWS::EFS::MountTarget', 3);
  state.hasResource('AWS::EFS::FileSystem', {
    DeletionPolicy: 'Retain',
    Properties: {
      Encrypted: true,
      BackupPolicy: { Status: 'ENABLED' },
      FileSystemPolicy: {
        Statement: [{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
      },
    },
  });
  state.hasResourceProperties('AWS::EFS::AccessPoint', { PosixUser: { Uid: '1000', Gid: '1000' } });
});

test('a tag in the registry means one image for ever, and each is scanned', () => {
  state.hasResource('AWS::ECR::Repository', {
    DeletionPolicy: 'Retain',
    Properties: {
      ImageTagMutability: 'IMMUTABLE',
      ImageScanningConfiguration: { ScanOnPush: true },
    },
  });
});
