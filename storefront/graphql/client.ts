import { type Client, cacheExchange, createClient, fetchExchange, type SSRExchange } from 'urql';

/**
 * A client of the store's API. `rendered` holds the answers that the server embedded in the page; `send` is how a request
 * goes out. A query is answered from memory until a mutation touches one of its types.
 */
export function createShopClient(rendered: SSRExchange, send: typeof fetch): Client {
  return createClient({
    url: '/graphql',
    exchanges: [cacheExchange, rendered, fetchExchange],
    fetch: send,
    preferGetMethod: false,
  });
}
