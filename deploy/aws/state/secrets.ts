import { RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
import { CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { databaseSetting, type SubgraphName, subgraphs } from '../../../runtime/services.ts';
import { acknowledge } from '../acknowledge.ts';
import { secretName } from '../names.ts';
import { amqps } from '../network/security-groups.ts';
import { brokerUser } from './broker.ts';
import { secretSettings } from './secret-settings.ts';

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
 * A secret for each setting that is one, by the setting's name. URLs are put together by CloudFormation while it
 * deploys: templates have references to passwords alone. AUTH_SIGNING_KEY is empty until the command
 * make-signing-key has filled it.
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
    const user = `bookstore_${subgraph}`;
    const password = makePassword(scope, `Password-${subgraph}`, secretName(`password-${subgraph}`), key);
    const url = (host: string) =>
      `mysql://${user}:${password.secretValue.unsafeUnwrap()}@${host}:3306/${user}?${tls}`;
    const setting = databaseSetting(subgraph);
    add(setting, url(database.clusterEndpoint.hostname));
    add(`${setting}_READER`, url(database.clusterReadEndpoint.hostname));
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
  const signingKey = new CfnSecret(scope, 'AUTH_SIGNING_KEY', {
    name: secretName('AUTH_SIGNING_KEY'),
    kmsKeyId: key.keyArn,
  });
  signingKey.applyRemovalPolicy(RemovalPolicy.RETAIN);
  acknowledge(signingKey, rotation);
  arns.AUTH_SIGNING_KEY = signingKey.ref;
  if (secretSettings.toSorted().join() !== Object.keys(arns).sort().join())
    throw new Error('secret-settings.ts does not name the secrets that there are.');
  return arns;
}
