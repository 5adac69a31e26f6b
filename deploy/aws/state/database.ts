import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { InstanceType, type ISecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  AuroraMysqlEngineVersion,
  CaCertificate,
  ClusterInstance,
  Credentials,
  DatabaseCluster,
  DatabaseClusterEngine,
} from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { names, secretName } from '../names.ts';
import { subnets } from '../network/vpc.ts';
import { sizes } from '../sizes.ts';

const { maxConnections, backupDays } = sizes.database;
const exportedLogs = ['error', 'slowquery'];

/** An instance of Aurora in the zone of that index. */
const instanceIn = (region: string, index: number, promotionTier: number) =>
  ClusterInstance.provisioned(index === 0 ? 'writer' : `reader${index}`, {
    instanceType: new InstanceType(sizes.database.instanceType),
    availabilityZone: `${region}${sizes.zones[index]}`,
    promotionTier,
    // By it the store knows that it speaks to Aurora.
    caCertificate: CaCertificate.RDS_CA_RSA2048_G1,
    publiclyAccessible: false,
    // Of a version with long-term support: AWS asks not to leave it by itself.
    autoMinorVersionUpgrade: false,
  });

/** Aurora MySQL with a writer and two readers, each in a zone of its own. */
export function createDatabase(
  scope: Construct,
  place: { region: string; vpc: IVpc; securityGroup: ISecurityGroup; key: IKey },
): DatabaseCluster {
  const { region, vpc, securityGroup, key } = place;
  const readers = Array.from({ length: sizes.database.readers }, (_, index) =>
    instanceIn(region, index + 1, 1),
  );
  const logs = exportedLogs.map(
    log =>
      new LogGroup(scope, `Logs-${log}`, {
        logGroupName: `/aws/rds/cluster/${names.databaseCluster}/${log}`,
        retention: sizes.logDays.database,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
  );
  const cluster = new DatabaseCluster(scope, 'Database', {
    clusterIdentifier: names.databaseCluster,
    engine: DatabaseClusterEngine.auroraMysql({ version: AuroraMysqlEngineVersion.VER_3_10_4 }),
    credentials: Credentials.fromGeneratedSecret('bookstore_admin', {
      secretName: secretName('database-administrator'),
      encryptionKey: key,
    }),
    writer: instanceIn(region, 0, 0),
    readers,
    vpc,
    vpcSubnets: { subnetGroupName: subnets.state },
    securityGroups: [securityGroup],
    storageEncrypted: true,
    storageEncryptionKey: key,
    backup: { retention: Duration.days(backupDays), preferredWindow: '07:00-07:30' },
    preferredMaintenanceWindow: 'sun:08:00-sun:08:30',
    copyTagsToSnapshot: true,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.SNAPSHOT,
    cloudwatchLogsExports: exportedLogs,
    parameters: {
      character_set_server: 'utf8mb4',
      max_connections: String(maxConnections),
      require_secure_transport: 'ON',
      slow_query_log: '1',
      long_query_time: '1',
    },
  });
  // Otherwise Aurora makes them itself, and keeps what is in them for ever.
  cluster.node.addDependency(...logs);
  acknowledge(cluster, {
    'AwsSolutions-RDS6': 'The store logs in by user and password, as it does on every other target.',
    'AwsSolutions-RDS11': 'The port is no secret: the security group lets in the store and its tasks alone.',
    'AwsSolutions-RDS14': `Backups hold every moment of ${backupDays} days; going back in place would undo sales that people know of.`,
    'AwsSolutions-RDS16': 'Who did what stands in the store itself; slow queries and errors are logged.',
    'AwsSolutions-SMG4': 'Used by one task alone; README.md says how passwords are changed.',
  });
  return cluster;
}
