import { createStacks } from './stacks.ts';

// What the CDK command line runs, with the settings of cdk.json.
try {
  createStacks().app.synth();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
