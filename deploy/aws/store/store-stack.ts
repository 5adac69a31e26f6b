import { CfnOutput, CfnParameter, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { imageTagParameter } from '../image-tag.ts';
import { names } from '../names.ts';
import type { NetworkStack } from '../network/network-stack.ts';
import type { DeploymentSettings } from '../settings.ts';
import { sizes } from '../sizes.ts';
import { imagesByName } from '../state/images.ts';
import type { StateStack } from '../state/state-stack.ts';
import type { TasksStack } from '../tasks/tasks-stack.ts';
import { createAlarmTopic, tell } from '../watch/alarm-topic.ts';
import { balancerAlarms, clientAlarms } from '../watch/balancer-alarms.ts';
import { tellOfOracle } from '../watch/oracle.ts';
import { brokerAlarms, databaseAlarms, fileAlarms } from '../watch/state-alarms.ts';
import { storeAlarms } from '../watch/store-alarms.ts';
import { createBalancer, createTargets } from './balancer.ts';
import { createCertificate, pointDomain, zoneOf } from './certificate.ts';
import { createGroup } from './group.ts';
import { createInstanceRole } from './instance-role.ts';
import { createLaunchTemplate } from './launch-template.ts';
import { scaleByCpu } from './scaling.ts';
import { secretsByReader } from './service-settings.ts';
import { instanceUserData } from './user-data.ts';

interface StoreStackProps extends StackProps {
  settings: DeploymentSettings;
  network: NetworkStack;
  state: StateStack;
  tasks: TasksStack;
}

/** The store itself: the balancer, the instances, who watches them. */
export class StoreStack extends Stack {
  constructor(scope: Construct, id: string, props: StoreStackProps) {
    super(scope, id, props);
    const { settings, network, state, tasks } = props;
    const { vpc, key } = network;
    // Who may speak to whom is decided in the network's stack alone.
    const securityGroup = (party: 'balancer' | 'store') =>
      SecurityGroup.fromSecurityGroupId(
        this,
        `SecurityGroup-${party}`,
        network.securityGroups[party].securityGroupId,
        { mutable: false },
      );
    const zone = zoneOf(this, settings);
    const certificate = createCertificate(this, settings.domain, zone);
    const targets = createTargets(this, vpc);
    const balancer = createBalancer(this, {
      vpc,
      securityGroup: securityGroup('balancer'),
      certificate,
      targets,
      logs: network.logs,
    });
    if (zone) pointDomain(this, zone, balancer);

    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: names.logGroup,
      retention: sizes.logDays.store,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const images = imagesByName(this);
    const readers = secretsByReader(state.secretSettings, settings.ownKeys);
    const secrets = Object.fromEntries(
      [...readers]
        .filter(([, who]) => who.length > 0)
        .map(([name]) => [name, state.secretArn(name)] as const),
    );
    const role = createInstanceRole(this, {
      images,
      secretArns: Object.values(secrets),
      key,
      logGroup,
      fileSystem: state.fileSystem,
      accessPoint: state.accessPoint,
    });
    const userData = instanceUserData({
      region: this.region,
      image: images.repositoryUriForTag(imageTagParameter(this).valueAsString),
      settings,
      secrets,
      ownKeys: settings.ownKeys,
      fileSystemId: state.fileSystem.fileSystemId,
      accessPointId: state.accessPoint.accessPointId,
    });
    const launchTemplate = createLaunchTemplate(this, {
      securityGroup: securityGroup('store'),
      role,
      userData,
    });
    const noticed = clientAlarms(this, balancer, targets);
    const desired = new CfnParameter(this, names.parameters.desired, {
      type: 'Number',
      default: sizes.group.desired,
      minValue: sizes.group.min,
      maxValue: sizes.group.max,
      description: 'How many instances there are now; roll-out gives it, so that none is lost',
    });
    const group = createGroup(this, {
      vpc,
      launchTemplate,
      targets,
      desired: desired.valueAsString,
      alarms: settings.ignoreAlarms ? [] : noticed,
    });
    scaleByCpu(this, group);

    const topic = createAlarmTopic(this, key, settings.alarmEmail);
    tell(topic, [
      ...noticed,
      ...balancerAlarms(this, targets, certificate),
      ...storeAlarms(this, group, logGroup),
      ...databaseAlarms(this, state.database),
      ...brokerAlarms(this),
      ...fileAlarms(this, state.fileSystem),
    ]);
    tellOfOracle(this, tasks.cluster, topic);
    new CfnOutput(this, 'BalancerAddress', { value: balancer.loadBalancerDnsName });
  }
}
