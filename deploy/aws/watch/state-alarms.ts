import { type Alarm, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { FileSystem } from 'aws-cdk-lib/aws-efs';
import type { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { deadLetters } from '../../../runtime/events/amqp-topology.ts';
import { names } from '../names.ts';
import { sizes } from '../sizes.ts';
import { alarmOn, below, metricOf } from './alarm.ts';

const { cpuPercent, freeMemoryGigabytes, replicaLagMilliseconds, messages } = sizes.alarms;
const { maxConnections } = sizes.database;

/** Of the databases. */
export function databaseAlarms(scope: Construct, database: DatabaseCluster): Alarm[] {
  const metric = (name: string, statistic: string) =>
    metricOf('AWS/RDS', name, { DBClusterIdentifier: database.clusterIdentifier }, statistic);
  return [
    alarmOn(
      scope,
      'DatabaseCpu',
      metric('CPUUtilization', Stats.MAXIMUM),
      cpuPercent,
      'A database works hard',
      {
        evaluationPeriods: 3,
      },
    ),
    alarmOn(
      scope,
      'DatabaseConnections',
      metric('DatabaseConnections', Stats.MAXIMUM),
      maxConnections * 0.8,
      'A database has few connections left',
    ),
    alarmOn(
      scope,
      'DatabaseMemory',
      metric('FreeableMemory', Stats.MINIMUM),
      freeMemoryGigabytes * 1024 ** 3,
      'A database has little memory left',
      below,
    ),
    alarmOn(
      scope,
      'ReplicaLag',
      metric('AuroraReplicaLagMaximum', Stats.MAXIMUM),
      replicaLagMilliseconds,
      'A reader is behind: soon the store leaves it out',
    ),
  ];
}

/** Of RabbitMQ. */
export function brokerAlarms(scope: Construct): Alarm[] {
  const ofBroker = { Broker: names.broker };
  const ofDeadLetters = { ...ofBroker, VirtualHost: '/', Queue: deadLetters };
  const metric = (name: string, dimensions: Record<string, string>) =>
    metricOf('AWS/AmazonMQ', name, dimensions, Stats.MAXIMUM);
  return [
    alarmOn(
      scope,
      'DeadLetters',
      metric('MessageCount', ofDeadLetters),
      0,
      'An event could not be applied: the command dead-letters tells which',
    ),
    alarmOn(
      scope,
      'Messages',
      metric('MessageCount', ofBroker),
      messages,
      'Events are not taken as fast as they come',
    ),
    alarmOn(scope, 'BrokerCpu', metric('SystemCpuUtilization', ofBroker), cpuPercent, 'RabbitMQ works hard', {
      evaluationPeriods: 3,
    }),
  ];
}

/** Of the shared files. */
export const fileAlarms = (scope: Construct, fileSystem: FileSystem): Alarm[] => [
  alarmOn(
    scope,
    'Files',
    metricOf('AWS/EFS', 'ClientConnections', { FileSystemId: fileSystem.fileSystemId }, Stats.SUM),
    1,
    'No instance has the shared files mounted',
    below,
  ),
];
