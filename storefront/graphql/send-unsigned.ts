import { persistedAddress } from './persisted-address.ts';

type Send = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

/** A gateway of another release may not know an operation of ours by its hash. */
const isUnknown = async (response: Response): Promise<boolean> =>
  (await response.clone().text()).includes('"PERSISTED_QUERY_NOT_FOUND"');

/**
 * Sends, by `send`, a request of somebody who is not signed in: a query by GET, so that it may be answered by a cache before the
 * gateway; once more as it came where the gateway does not know it so. What is no query, or has no such address, goes as it came.
 */
export async function sendUnsigned(
  input: RequestInfo | URL,
  init: RequestInit = {},
  send: Send,
): Promise<Response> {
  const address = typeof input === 'string' ? await persistedAddress(input, init.body) : undefined;
  if (address === undefined) return send(input, init);
  const headers = new Headers(init.headers);
  headers.delete('content-type');
  // Without it the gateway takes a GET for one that a page of another site had the browser send.
  headers.set('apollo-require-preflight', 'true');
  // Going back, a browser takes what it has kept, however old; where no NGINX of ours is, nobody else forbids it to keep this.
  const response = await send(address, { ...init, method: 'GET', body: null, headers, cache: 'no-store' });
  return (await isUnknown(response)) ? send(input, init) : response;
}
