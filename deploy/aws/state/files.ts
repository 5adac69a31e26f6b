import { RemovalPolicy } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import { type AccessPoint, FileSystem, LifecyclePolicy, ThroughputMode } from 'aws-cdk-lib/aws-efs';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { subnets } from '../network/vpc.ts';

/** The user of the image. */
export const storeUser = '1000';

/**
 * Nobody may without TLS. As the policy allows nobody anything either, only whom a role lets in may mount it; without
 * a policy everybody in the network might.
 */
const onlyByRoleAndTls = new PolicyDocument({
  statements: [
    new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['*'],
      conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  ],
});

/** The files that all instances share (book covers, uploads): in three zones, backed up daily by AWS Backup. */
export function createFiles(
  scope: Construct,
  place: { vpc: IVpc; securityGroup: ISecurityGroup; key: IKey },
): { fileSystem: FileSystem; accessPoint: AccessPoint } {
  const { vpc, securityGroup, key } = place;
  const fileSystem = new FileSystem(scope, 'Files', {
    vpc,
    vpcSubnets: { subnetGroupName: subnets.state },
    securityGroup,
    encrypted: true,
    kmsKey: key,
    throughputMode: ThroughputMode.ELASTIC,
    lifecyclePolicy: LifecyclePolicy.AFTER_30_DAYS,
    enableAutomaticBackups: true,
    removalPolicy: RemovalPolicy.RETAIN,
    fileSystemPolicy: onlyByRoleAndTls,
    // Has CDK add nothing to that policy.
    allowAnonymousAccess: true,
  });
  const accessPoint = fileSystem.addAccessPoint('Store', {
    path: '/store',
    createAcl: { ownerUid: storeUser, ownerGid: storeUser, permissions: '0750' },
    posixUser: { uid: storeUser, gid: storeUser },
  });
  return { fileSystem, accessPoint };
}
