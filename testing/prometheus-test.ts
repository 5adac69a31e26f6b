import { test } from '@jest/globals';
import { prometheusPrograms } from './prometheus-program.ts';

/** A test that needs Prometheus or promtool: skipped, and told as skipped, on a machine without them. */
export const prometheusTest = prometheusPrograms() ? test : test.skip;
