import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { sizes } from '../sizes.ts';

/** Where the balancer's access logs and the network's flow logs go; kept when the stack goes. */
export function createLogBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'Logs', {
    // The balancer writes to no bucket with a key of ours.
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    lifecycleRules: [{ expiration: Duration.days(sizes.logDays.balancer) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(bucket, {
    'AwsSolutions-S1': 'The log of who reads logs would be a bucket with the same question.',
  });
  return bucket;
}
