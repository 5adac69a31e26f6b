import { RemovalPolicy } from 'aws-cdk-lib';
import { type IRepository, Repository, TagMutability } from 'aws-cdk-lib/aws-ecr';
import type { Construct } from 'constructs';
import { names } from '../names.ts';
import { sizes } from '../sizes.ts';

/** The registry of the one image: a tag means one image for ever, and each is scanned when it comes. */
export function createImages(scope: Construct): Repository {
  return new Repository(scope, 'Images', {
    repositoryName: names.repository,
    imageTagMutability: TagMutability.IMMUTABLE,
    imageScanOnPush: true,
    lifecycleRules: [{ maxImageCount: sizes.images }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** The same registry in another stack. */
export const imagesByName = (scope: Construct): IRepository =>
  Repository.fromRepositoryName(scope, 'Images', names.repository);
