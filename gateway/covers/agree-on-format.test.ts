import { expect, test } from '@jest/globals';
import { agreeOnFormat } from './agree-on-format.ts';

test.each([
  ['image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', 'avif'],
  ['image/webp,image/png,*/*', 'webp'],
  ['IMAGE/AVIF', 'avif'],
  ['image/avif;q=0, image/webp;q=0.5', 'webp'],
  ['image/avif;q=0.000', 'jpeg'],
  ['*/*', 'jpeg'],
  ['text/html', 'jpeg'],
  ['', 'jpeg'],
  [undefined, 'jpeg'],
])('who takes %s gets %s', (accept, format) => {
  expect(agreeOnFormat(accept)).toBe(format);
});
