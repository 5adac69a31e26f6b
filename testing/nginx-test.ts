import { test } from '@jest/globals';
import { nginxProgram } from './nginx-program.ts';

/** A test that needs NGINX: skipped, and told as skipped, on a machine without it. */
export const nginxTest = nginxProgram() ? test : test.skip;
