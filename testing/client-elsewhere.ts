import { GraphqlClient } from './graphql-client.ts';

/**
 * A client at an address of its choice: a test speaks to the gateway from the same machine, which is where a proxy is that the
 * gateway trusts by default. `headers` go along with each request.
 */
export class ClientElsewhere extends GraphqlClient {
  readonly #headers: Record<string, string>;

  constructor(url: string, forwardedFor: string, headers: Record<string, string> = {}, token?: string) {
    super(url, token);
    this.#headers = { 'x-forwarded-for': forwardedFor, ...headers };
  }

  override headers(): Record<string, string> {
    return { ...super.headers(), ...this.#headers };
  }
}
