import {
  AmazonLinuxCpuType,
  BlockDeviceVolume,
  EbsDeviceVolumeType,
  InstanceType,
  type ISecurityGroup,
  LaunchTemplate,
  LaunchTemplateHttpTokens,
  MachineImage,
  type UserData,
} from 'aws-cdk-lib/aws-ec2';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { sizes } from '../sizes.ts';

const { instanceType, diskGigabytes } = sizes.group;

/** What an instance is: the newest Amazon Linux 2023 at the time of the deployment, encrypted, without SSH. */
export const createLaunchTemplate = (
  scope: Construct,
  options: { securityGroup: ISecurityGroup; role: IRole; userData: UserData },
): LaunchTemplate =>
  new LaunchTemplate(scope, 'Instance', {
    ...options,
    instanceType: new InstanceType(instanceType),
    machineImage: MachineImage.latestAmazonLinux2023({ cpuType: AmazonLinuxCpuType.ARM_64 }),
    // The scaling policies ask for a figure each minute.
    detailedMonitoring: true,
    httpTokens: LaunchTemplateHttpTokens.REQUIRED,
    // One hop: answers reach the instance, but none of its containers.
    httpPutResponseHopLimit: 1,
    httpEndpoint: true,
    ebsOptimized: true,
    blockDevices: [
      {
        deviceName: '/dev/xvda',
        volume: BlockDeviceVolume.ebs(diskGigabytes, {
          volumeType: EbsDeviceVolumeType.GP3,
          encrypted: true,
          deleteOnTermination: true,
        }),
      },
    ],
  });
