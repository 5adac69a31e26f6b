import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import {
  ContainerImage,
  CpuArchitecture,
  FargateTaskDefinition,
  LogDriver,
  OperatingSystemFamily,
  Secret as TaskSecret,
} from 'aws-cdk-lib/aws-ecs';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { allowSecrets } from '../allow-secrets.ts';
import { names } from '../names.ts';
import { sizes } from '../sizes.ts';
import { storeUser } from '../state/files.ts';

/** A process of the store that is run once, on a machine that AWS keeps: its command comes when it is run. */
export function createOneOffTask(
  scope: Construct,
  options: {
    family: string;
    images: IRepository;
    imageTag: string;
    /** The ARNs of the secrets that it gets, by the setting that each of them is. */
    secrets: Readonly<Record<string, string>>;
    key: IKey;
    logGroup: ILogGroup;
  },
): FargateTaskDefinition {
  const { family, images, imageTag, secrets, key, logGroup } = options;
  const task = new FargateTaskDefinition(scope, family, {
    family,
    cpu: sizes.task.cpu,
    memoryLimitMiB: sizes.task.memory,
    runtimePlatform: {
      cpuArchitecture: CpuArchitecture.ARM64,
      operatingSystemFamily: OperatingSystemFamily.LINUX,
    },
  });
  const entries = Object.entries(secrets).map(([setting, arn]) => {
    const secret = Secret.fromSecretCompleteArn(scope, `${family}-${setting}`, arn);
    return [setting, TaskSecret.fromSecretsManager(secret)] as const;
  });
  task.addContainer(names.container, {
    image: ContainerImage.fromEcrRepository(images, imageTag),
    user: `${storeUser}:${storeUser}`,
    // Fargate lends a user other than root no folder to write to: so /tmp is the container's own. The image's files are root's.
    readonlyRootFilesystem: false,
    secrets: Object.fromEntries(entries),
    logging: LogDriver.awsLogs({ logGroup, streamPrefix: family }),
  });
  allowSecrets(task.obtainExecutionRole(), Object.values(secrets), key);
  acknowledge(task, {
    'AwsSolutions-IAM5[Resource::*]': 'ecr:GetAuthorizationToken knows no resource; it is the only one.',
  });
  return task;
}
