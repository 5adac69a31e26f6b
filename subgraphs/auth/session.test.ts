import { expect, test } from '@jest/globals';
import { endOfSession } from './session.ts';

const life = { refreshTokenDays: 30, sessionDays: 90 };
const day = (number: number): Date => new Date(Date.UTC(2026, 0, 1 + number));

test.each([
  ['that has just begun', 0, 30],
  ['that is used', 45, 75],
  ['that is old', 75, 90],
  ['that is as old as it may be', 90, 90],
])('a session %s ends in time', (_, used, ends) => {
  expect(endOfSession(day(0), day(used), life)).toEqual(day(ends));
});
