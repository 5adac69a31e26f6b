import {
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  type ISecurityGroup,
  type Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { subnets } from './vpc.ts';

const interfaces = {
  ecrApi: InterfaceVpcEndpointAwsService.ECR,
  ecrImages: InterfaceVpcEndpointAwsService.ECR_DOCKER,
  secrets: InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
  logs: InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
  autoScaling: InterfaceVpcEndpointAwsService.AUTOSCALING,
  ssm: InterfaceVpcEndpointAwsService.SSM,
  ssmMessages: InterfaceVpcEndpointAwsService.SSM_MESSAGES,
};

/** The buckets that ECR keeps the layers of images in, and Amazon Linux 2023 its packages. */
const buckets = (region: string) => [
  `prod-${region}-starport-layer-bucket`,
  `al2023-repos-${region}-de612dc2`,
];

/** The ways to those services of AWS that instances and tasks need, in every zone. */
export function addEndpoints(vpc: Vpc, securityGroup: ISecurityGroup, region: string): void {
  for (const [name, service] of Object.entries(interfaces))
    vpc.addInterfaceEndpoint(`Endpoint-${name}`, {
      service,
      subnets: { subnetGroupName: subnets.store },
      securityGroups: [securityGroup],
      open: false,
    });
  const s3 = vpc.addGatewayEndpoint('Endpoint-s3', {
    service: GatewayVpcEndpointAwsService.S3,
    subnets: [{ subnetGroupName: subnets.store }],
  });
  // dnf does not say who it is, so who may read cannot be narrowed.
  s3.addToPolicy(
    new PolicyStatement({
      principals: [new AnyPrincipal()],
      actions: ['s3:GetObject'],
      resources: buckets(region).map(bucket => `arn:aws:s3:::${bucket}/*`),
    }),
  );
}
