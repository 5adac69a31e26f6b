import { expect, test } from '@jest/globals';
import { readLogLine } from './read-log-line.ts';

const line = (entry: object) => JSON.stringify({ service: 'catalog', ...entry });

test('warnings and errors are put in words', () => {
  expect(readLogLine(line({ level: 'warn', msg: 'slow' }))).toEqual({ isWarning: true, text: 'warn: slow' });
  expect(readLogLine(line({ level: 'error', msg: 'failed', err: { message: 'no row' } }))).toEqual({
    isWarning: false,
    text: 'error: failed: no row',
  });
  expect(readLogLine(line({ level: 'fatal', msg: 'no row', err: { message: 'no row' } }))?.text).toBe(
    'fatal: no row',
  );
});

test('all else stays in the log', () => {
  for (const text of [line({ level: 'info', msg: 'x' }), 'plain text', '', 'null', '17'])
    expect(readLogLine(text)).toBeUndefined();
});
