import { expect, test } from '@jest/globals';
import { sendCover } from './send-cover.ts';

test('a picture that was called off before its turn is not sent', async () => {
  // There is no XMLHttpRequest here: sending anything would fail.
  const options = { token: null, onProgress: () => undefined, signal: AbortSignal.abort() };
  expect(await sendCover('a-book', new Blob(['a picture']), options)).toEqual({ failure: 'cancelled' });
});
