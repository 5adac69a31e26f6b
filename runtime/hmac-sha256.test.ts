import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { hmacSha256 } from './hmac-sha256.ts';

// RFC 4231, section 4: test cases 1, 2 and 6, whose key is longer than a block.
test.each([
  [Buffer.alloc(20, 0x0b), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    Buffer.from('Jefe'),
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    Buffer.alloc(131, 0xaa),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
])('it is what RFC 4231 says (%#)', (key, text, expected) => {
  expect(Buffer.from(hmacSha256(text, createSecretKey(key)), 'base64url').toString('hex')).toBe(expected);
});

test.each([1, 31, 32, 63, 64, 65, 200])('by a key of %i bytes it is what createHmac says', length => {
  const key = createSecretKey(randomBytes(length));
  for (const text of ['', 'a', 'ñ€🙂\u0131', 'x'.repeat(5_000), randomBytes(300).toString('latin1')])
    expect(hmacSha256(text, key)).toBe(createHmac('sha256', key).update(text).digest('base64url'));
});
