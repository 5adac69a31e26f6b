import { expect, test } from '@jest/globals';
import { BoundedCache } from './bounded-cache.ts';

test('what was not asked for the longest goes first', () => {
  const cache = new BoundedCache<string>(10);
  cache.set('a', 'A', 4);
  cache.set('b', 'B', 4);
  cache.get('a');
  cache.set('c', 'C', 4);
  expect(['a', 'b', 'c'].map(key => cache.get(key))).toEqual(['A', undefined, 'C']);
});

test('what is larger than all of it is not kept, and what takes the place of another gives its room back', () => {
  const cache = new BoundedCache<string>(10);
  cache.set('a', 'A', 8);
  cache.set('a', 'smaller', 2);
  cache.set('b', 'B', 8);
  expect([cache.get('a'), cache.get('b')]).toEqual(['smaller', 'B']);
  cache.set('large', 'L', 11);
  expect(cache.get('large')).toBeUndefined();
});
