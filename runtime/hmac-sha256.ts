import { hash, type KeyObject } from 'node:crypto';

const blockBytes = 64;
const digestBytes = 32;

interface Pads {
  inner: Buffer;
  /** With room for the inner digest behind it. */
  outer: Buffer;
}

const known = new WeakMap<KeyObject, Pads>();

function padsOf(key: KeyObject): Pads {
  const before = known.get(key);
  if (before) return before;
  const given = key.export();
  const bytes = Buffer.alloc(blockBytes);
  (given.length > blockBytes ? hash('sha256', given, 'buffer') : given).copy(bytes);
  const outer = Buffer.alloc(blockBytes + digestBytes);
  outer.set(bytes.map(byte => byte ^ 0x5c));
  const pads = { inner: Buffer.from(bytes.map(byte => byte ^ 0x36)), outer };
  known.set(key, pads);
  return pads;
}

/**
 * HMAC-SHA256 (RFC 2104, section 2) of a text in UTF-8, by a secret key; in base64url. It is node:crypto's hash that does it:
 * its createHmac makes several objects for each text, which takes thrice as long where a gateway signs each fetch. Digests are
 * handed on as texts for the same reason: a buffer of their own would take longer than the hashing.
 */
export function hmacSha256(text: string, key: KeyObject): string {
  const { inner, outer } = padsOf(key);
  const message = Buffer.allocUnsafe(blockBytes + Buffer.byteLength(text));
  inner.copy(message);
  message.write(text, blockBytes);
  outer.write(hash('sha256', message, 'binary'), blockBytes, 'binary');
  return hash('sha256', outer, 'base64url');
}
