import { test } from '@jest/globals';
import { hasHistory } from './find-previous-version.ts';

/** A test that needs the project's history: skipped, and told as skipped, where there is no .git. */
export const historyTest = hasHistory ? test : test.skip;
