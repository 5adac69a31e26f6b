import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** Who sends to whom, as a ring of keys names it: `gateway>auth`. */
type Pair = `${string}>${string}`;

/** Which services speak to which subgraphs; the worker speaks as purchase. */
export const internalPairs = [
  'gateway>auth',
  'gateway>catalog',
  'gateway>purchase',
  'auth>catalog',
  'auth>purchase',
  'catalog>auth',
  'catalog>purchase',
  'purchase>auth',
  'purchase>catalog',
] as const satisfies readonly Pair[];

/** The keys by which services prove themselves to each other: one for each that sends and each that it sends to. */
export interface InternalKeys {
  /** The key of a pair; undefined for one that this process has no part in. */
  keyOf(sender: string, audience: string): KeyObject | undefined;
  /** The secret that all share, by which the release before this one signs; undefined where this process does not know it. */
  sharedSecret: KeyObject | undefined;
}

const keyBytes = 32;

/** The key of a pair (HKDF-SHA256, RFC 5869): who has it learns neither the secret nor another pair's key. */
const derive = (secret: string, pair: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `bookstore internal ${pair}`, keyBytes));

/** All keys, out of the secret that all processes share. */
export function keysOfSecret(secret: string): InternalKeys {
  const made = new Map<string, KeyObject>();
  return {
    sharedSecret: createSecretKey(Buffer.from(secret)),
    keyOf(sender, audience) {
      const pair = `${sender}>${audience}`;
      const known = made.get(pair);
      if (known) return known;
      if (!internalPairs.some(each => each === pair)) return undefined;
      const key = createSecretKey(derive(secret, pair));
      made.set(pair, key);
      return key;
    },
  };
}

/** Whom a process speaks as: the worker as purchase, each other one as itself. */
export const speakerOf = (service: string): string => (service === 'worker' ? 'purchase' : service);

/** The ring of one process, for INTERNAL_TOKEN_KEYS: the keys of the pairs that it has a part in, out of the shared secret. */
export const ringOf = (secret: string, service: string): string =>
  internalPairs
    .filter(pair => pair.split('>').includes(speakerOf(service)))
    .map(pair => `${pair}=${derive(secret, pair).toString('base64url')}`)
    .join(' ');

/** INTERNAL_TOKEN_KEYS: a ring, as ringOf writes it. */
export const internalTokenKeys = z
  .string()
  .transform((text, context): InternalKeys => {
    const keys = new Map<string, KeyObject>();
    for (const each of text.trim().split(/\s+/)) {
      const [pair = '', encoded = ''] = each.split('=');
      const key = Buffer.from(encoded, 'base64url');
      if (!internalPairs.some(known => known === pair) || key.length !== keyBytes) {
        context.addIssue(
          'must be a ring of keys such as make-secrets writes: gateway>auth=… gateway>catalog=…',
        );
        return z.NEVER;
      }
      keys.set(pair, createSecretKey(key));
    }
    return { sharedSecret: undefined, keyOf: (sender, audience) => keys.get(`${sender}>${audience}`) };
  })
  .meta({ values: 'a ring of keys, as `make-secrets` writes it for each service', isSecret: true })
  .describe(
    'In place of INTERNAL_TOKEN_SECRET: the keys of this service alone, so that who steals them speaks for no other. Not while the release before this one runs beside it.',
  );

/** The keys that the settings of a process tell. */
export function internalKeysOf(settings: {
  INTERNAL_TOKEN_SECRET?: string | undefined;
  INTERNAL_TOKEN_KEYS?: InternalKeys | undefined;
}): InternalKeys {
  if (settings.INTERNAL_TOKEN_KEYS) return settings.INTERNAL_TOKEN_KEYS;
  if (settings.INTERNAL_TOKEN_SECRET) return keysOfSecret(settings.INTERNAL_TOKEN_SECRET);
  throw new Error('Set INTERNAL_TOKEN_SECRET, or INTERNAL_TOKEN_KEYS.');
}
