import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';

/** The key that access tokens are signed with, and its public half as everybody may read it. */
export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  publicKey: JsonWebKey;
}

/** An ES256 private key with its name: the thumbprint of its public half (RFC 7638), the same in every process. */
export function signingKeyOf(privateKey: KeyObject): SigningKey {
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
  const { crv, kty, x, y } = jwk;
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return { kid, privateKey, publicKey: { ...jwk, kid, alg: 'ES256', use: 'sig' } };
}
