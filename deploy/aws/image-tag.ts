import { readFileSync } from 'node:fs';
import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { names } from './names.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/**
 * Which image a stack runs, as its parameter: so that a change of anything else leaves it as it is. Without a word it
 * is that of this version of the project.
 */
export const imageTagParameter = (scope: Construct): CfnParameter =>
  new CfnParameter(scope, names.parameters.imageTag, {
    default: version,
    allowedPattern: '[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}',
    description: 'The tag of the image in the registry',
  });
