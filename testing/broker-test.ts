import { test } from '@jest/globals';
import { brokerProgram } from './broker-program.ts';

/** A test that needs RabbitMQ: skipped, and told as skipped, on a machine without it. */
export const brokerTest = brokerProgram() ? test : test.skip;
