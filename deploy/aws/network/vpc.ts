import { IpAddresses, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { sizes } from '../sizes.ts';

/** The kinds of subnet, one of each in every zone. */
export const subnets = {
  /** The balancer alone. */
  public: 'public',
  /** Instances and tasks. */
  store: 'store',
  /** Databases, the broker, the file system. */
  state: 'state',
} as const;

/**
 * A network over three zones. Only the balancer has a way to and from the internet: there is no NAT, and what the
 * others need of AWS they reach by endpoints.
 */
export function createVpc(scope: Construct, region: string): Vpc {
  const { cidr, publicBits, storeBits, stateBits } = sizes.network;
  return new Vpc(scope, 'Vpc', {
    ipAddresses: IpAddresses.cidr(cidr),
    availabilityZones: sizes.zones.map(zone => `${region}${zone}`),
    natGateways: 0,
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: [
      {
        name: subnets.public,
        subnetType: SubnetType.PUBLIC,
        cidrMask: publicBits,
        mapPublicIpOnLaunch: false,
      },
      { name: subnets.store, subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: storeBits },
      { name: subnets.state, subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: stateBits },
    ],
  });
}
