import { Stack, type StackProps } from 'aws-cdk-lib';
import type { AccessPoint, FileSystem } from 'aws-cdk-lib/aws-efs';
import type { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { secretName } from '../names.ts';
import type { NetworkStack } from '../network/network-stack.ts';
import { createBroker } from './broker.ts';
import { createDatabase } from './database.ts';
import { createFiles } from './files.ts';
import { createImages } from './images.ts';
import { keySecrets } from './secret-settings.ts';
import { createSecrets, makePassword } from './secrets.ts';

/** What must not be lost: databases, messages, files, secrets, images. */
export class StateStack extends Stack {
  readonly database: DatabaseCluster;
  readonly fileSystem: FileSystem;
  readonly accessPoint: AccessPoint;
  readonly #secrets: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: StackProps & { network: NetworkStack }) {
    super(scope, id, props);
    const { vpc, securityGroups, key } = props.network;
    createImages(this);
    this.database = createDatabase(this, {
      region: this.region,
      vpc,
      securityGroup: securityGroups.database,
      key,
    });
    const password = makePassword(this, 'Password-broker', secretName('password-broker'), key);
    const brokerHost = createBroker(this, { vpc, securityGroup: securityGroups.broker, password });
    const { fileSystem, accessPoint } = createFiles(this, { vpc, securityGroup: securityGroups.files, key });
    this.fileSystem = fileSystem;
    this.accessPoint = accessPoint;
    this.#secrets = createSecrets(this, {
      key,
      database: this.database,
      brokerHost,
      brokerPassword: password,
    });
    // The store imports one or the other (ownKeys), and no export can go that it still imports: so all are always there.
    for (const name of ['INTERNAL_TOKEN_SECRET', ...keySecrets]) this.exportValue(this.secretArn(name));
  }

  /** The secrets, by their names. */
  get secretSettings(): string[] {
    return Object.keys(this.#secrets);
  }

  /** The ARN of a secret. */
  secretArn(name: string): string {
    const arn = this.#secrets[name];
    if (arn === undefined) throw new Error(`There is no secret ${name}.`);
    return arn;
  }
}
