import { keysOfSecret } from '../runtime/internal-keys.ts';
import { InternalTokens } from '../runtime/internal-token.ts';
import type { StoreDescription } from './test-store.ts';

/** Tells catalog an event, as a sister service, or as nobody; answers the HTTP status. */
export async function tellCatalog(
  { ports: [ports], internalTokenSecret }: StoreDescription,
  teller: string | undefined,
  event: object,
): Promise<number> {
  const body = JSON.stringify({ events: [event] });
  const tokens =
    teller === undefined ? undefined : new InternalTokens(keysOfSecret(internalTokenSecret), teller);
  const proof = tokens?.headersFor('catalog', { method: 'POST', path: '/events', body });
  const headers = { 'content-type': 'application/json', ...proof };
  const url = `http://127.0.0.1:${ports?.catalog}/events`;
  return (await fetch(url, { method: 'POST', headers, body })).status;
}
