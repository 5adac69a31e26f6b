import { expect, test } from '@jest/globals';
import { LastCheck } from './last-check.ts';

test('what was found is told until it is twice the interval and 30 s old, or a check fails', () => {
  const last = new LastCheck(60);
  expect(last.read(0)).toEqual({ failure: 'no check has ended yet' });
  last.succeeded('all is well', 1_000);
  expect(last.read(151_000)).toEqual({ metrics: 'all is well' });
  expect(last.read(151_001)).toEqual({ failure: 'the last check ended 150 s ago' });
  last.succeeded('all is well', 160_000);
  last.failed('no database');
  expect(last.read(160_000)).toEqual({ failure: 'no database' });
});
