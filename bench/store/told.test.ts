import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Telling } from './told.ts';

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  jest.restoreAllMocks();
});

const mark = (measured: number) => ({ mark: 'list', measured, unit: 'ms' });

test('what fails is said, and what was told before and after it is there', async () => {
  const seen: number[] = [];
  const telling = new Telling(({ marks }) => seen.push(marks.length));
  await telling.attempt('list', async () => ({ marks: [mark(1)] }));
  await telling.attempt('search', () => Promise.reject(new Error('too slow')));
  await telling.attempt('book', async () => ({ marks: [mark(2)], versions: { Vendure: '3' } }));
  expect(telling.marks).toEqual([mark(1), mark(2)]);
  expect(telling.versions).toEqual({ Vendure: '3' });
  expect(telling.failures).toEqual(['search: too slow']);
  expect(seen).toEqual([1, 2]);
});
