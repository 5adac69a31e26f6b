import { RemovalPolicy } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** The key of databases, files, secrets and images; kept when the stack goes, as backups need it. */
export function createKey(scope: Construct): Key {
  const key = new Key(scope, 'Key', {
    alias: 'bookstore',
    description: 'The store: databases, files, secrets, images, alarms',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  // They send alarms to a topic that is encrypted by it.
  for (const service of ['cloudwatch.amazonaws.com', 'events.amazonaws.com'])
    key.grantEncryptDecrypt(new ServicePrincipal(service));
  return key;
}
