import { RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
import { CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import {
  databaseSetting,
  migrationSetting,
  type SubgraphName,
  subgraphs,
} from '../../../runtime/services.ts';
import { acknowledge } from '../acknowledge.ts';
import { secretName } from '../names.ts';
import { amqps } from '../network/security-groups.ts';
import { brokerUser } from './broker.ts';
import { keySecrets, secretSettings } from './secret-settings.ts';

const rotation = {
  'AwsSolutions-SMG4':
    'A process reads its secrets once, when it starts: README.md says how they are changed.',
};

/** A password that Secrets Manager makes up: letters and digits, as it will stand in URLs. Nobody else ever has it. */
export function makePassword(scope: Construct, id: string, name: string, key: IKey): Secret {
  const secret = new Secret(scope, id, {
    secretName: name,
    encryptionKey: key,
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(secret, rotation);
  return secret;
}

// mysql2 has the certificates of Amazon's databases under this name.
const tls = 'ssl=Amazon%20RDS';

/**
 * A secret for each setting that is one, by the setting's name, and for each service's keys. URLs are put together by
 * CloudFormation while it deploys: templates have references to passwords alone. AUTH_SIGNING_KEY is empty until the command
 * make-signing-key has filled it, and so are the keys until make-internal-keys has.
 */
export function createSecrets(
  scope: Construct,
  options: { key: IKey; database: DatabaseCluster; brokerHost: string; brokerPassword: Secret },
): Record<string, string> {
  const { key, database, brokerHost, brokerPassword } = options;
  const arns: Record<string, string> = {};

  const add = (setting: string, value: string) => {
    const secret = new Secret(scope, setting, {
      secretName: secretName(setting),
      encryptionKey: key,
      secretStringValue: SecretValue.unsafePlainText(value),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(secret, rotation);
    arns[setting] = secret.secretArn;
  };
  const addDatabase = (subgraph: SubgraphName) => {
    const urlOf = (user: string, passwordName: string) => {
      const password = makePassword(
        scope,
        `Password-${passwordName}`,
        secretName(`password-${passwordName}`),
        key,
      );
      return (host: string) =>
        `mysql://${user}:${password.secretValue.unsafeUnwrap()}@${host}:3306/bookstore_${subgraph}?${tls}`;
    };
    const url = urlOf(`bookstore_${subgraph}`, subgraph);
    const setting = databaseSetting(subgraph);
    const { hostname } = database.clusterEndpoint;
    add(setting, url(hostname));
    add(`${setting}_READER`, url(database.clusterReadEndpoint.hostname));
    add(
      migrationSetting(subgraph),
      urlOf(`bookstore_migration_${subgraph}`, `migration-${subgraph}`)(hostname),
    );
  };

  for (const subgraph of subgraphs) addDatabase(subgraph);
  if (!database.secret) throw new Error('The database has no administrator.');
  const administrator = database.secret;
  const part = (name: string) => administrator.secretValueFromJson(name).unsafeUnwrap();
  add(
    'DATABASE_ADMIN_URL',
    `mysql://${part('username')}:${part('password')}@${database.clusterEndpoint.hostname}:3306/information_schema?${tls}`,
  );
  const amqpPassword = brokerPassword.secretValue.unsafeUnwrap();
  add('AMQP_URL', `amqps://${brokerUser}:${amqpPassword}@${brokerHost}:${amqps}`);
  for (const setting of ['INTERNAL_TOKEN_SECRET', 'ADMIN_PASSWORD'])
    arns[setting] = makePassword(scope, setting, secretName(setting), key).secretArn;
  for (const name of ['AUTH_SIGNING_KEY', ...keySecrets]) {
    const empty = new CfnSecret(scope, name, { name: secretName(name), kmsKeyId: key.keyArn });
    empty.applyRemovalPolicy(RemovalPolicy.RETAIN);
    acknowledge(empty, rotation);
    arns[name] = empty.ref;
  }
  if (secretSettings.toSorted().join() !== Object.keys(arns).sort().join())
    throw new Error('secret-settings.ts does not name the secrets that there are.');
  return arns;
}
