import { Stack, type StackProps } from 'aws-cdk-lib';
import { FlowLogDestination, type SecurityGroup, type Vpc } from 'aws-cdk-lib/aws-ec2';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { addEndpoints } from './endpoints.ts';
import { createKey } from './key.ts';
import { createLogBucket } from './log-bucket.ts';
import { createSecurityGroups } from './security-groups.ts';
import { createVpc } from './vpc.ts';

/** What everything else stands in: the network, who may speak to whom, the key, the logs. */
export class NetworkStack extends Stack {
  readonly vpc: Vpc;
  readonly securityGroups: Record<keyof ReturnType<typeof createSecurityGroups>, SecurityGroup>;
  readonly key: Key;
  readonly logs: Bucket;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.key = createKey(this);
    this.logs = createLogBucket(this);
    this.vpc = createVpc(this, this.region);
    this.vpc.addFlowLog('FlowLog', { destination: FlowLogDestination.toS3(this.logs, 'network') });
    this.securityGroups = createSecurityGroups(this, this.vpc);
    addEndpoints(this.vpc, this.securityGroups.endpoints, this.region);
  }
}
