import { test } from '@jest/globals';
import { kubectlProgram } from './kubectl-program.ts';

/** A test that needs kubectl: skipped, and told as skipped, on a machine without it. */
export const kubectlTest = kubectlProgram() ? test : test.skip;
