import { Stack } from 'aws-cdk-lib';
import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import type { AccessPoint, FileSystem } from 'aws-cdk-lib/aws-efs';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { allowSecrets } from '../allow-secrets.ts';
import { names } from '../names.ts';

/** What an instance may do. Its containers cannot: the answers of the metadata service do not reach them. */
export function createInstanceRole(
  scope: Construct,
  options: {
    images: IRepository;
    secretArns: readonly string[];
    key: IKey;
    logGroup: ILogGroup;
    fileSystem: FileSystem;
    accessPoint: AccessPoint;
  },
): Role {
  const { images, secretArns, key, logGroup, fileSystem, accessPoint } = options;
  const { account, region } = Stack.of(scope);
  const role = new Role(scope, 'InstanceRole', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') });
  const allow = (actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
    role.addToPolicy(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }));

  allowSecrets(role, secretArns, key);
  allow(['ecr:GetAuthorizationToken'], ['*']);
  allow(
    ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
    [images.repositoryArn],
  );
  allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
  allow(['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'], [fileSystem.fileSystemArn], {
    StringEquals: { 'elasticfilesystem:AccessPointArn': accessPoint.accessPointArn },
  });
  const group = (of: string) =>
    `arn:aws:autoscaling:${region}:${of}:autoScalingGroup:*:autoScalingGroupName/${names.group}`;
  allow(['autoscaling:CompleteLifecycleAction', 'autoscaling:SetInstanceHealth'], [group(account)]);
  // Sessions by Systems Manager, in place of SSH.
  allow(
    [
      'ssm:UpdateInstanceInformation',
      'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel',
      'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
    ],
    ['*'],
  );
  acknowledge(role, {
    'AwsSolutions-IAM5[Resource::*]':
      'Single actions that know no resource: ecr:GetAuthorizationToken, and those of a session.',
    [`AwsSolutions-IAM5[Resource::${group('<AWS::AccountId>')}]`]:
      'The group by its name; what stands for * is an id that AWS makes up.',
  });
  return role;
}
