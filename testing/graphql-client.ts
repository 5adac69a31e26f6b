import { setImmediate as immediate } from 'node:timers/promises';

/** A GraphQL answer as it came. */
export interface Answer<Data> {
  status: number;
  data: Data | null;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

/**
 * Has this process hear what came while it was busy: what is sent on a connection that the store has closed meanwhile is lost.
 * Whatever phase its event loop is in, between two immediates it looks.
 */
async function hearOfClosedConnections(): Promise<void> {
  await immediate();
  await immediate();
}

/** A client of a store's gateway, signed in by an access token or not. */
export class GraphqlClient {
  readonly url: string;
  readonly token: string | undefined;

  constructor(url: string, token?: string) {
    this.url = url;
    this.token = token;
  }

  /** The same gateway, with another token. */
  as(token: string): GraphqlClient {
    return new GraphqlClient(this.url, token);
  }

  /** What goes along with each request. */
  headers(): Record<string, string> {
    return {
      'content-type': 'application/json',
      ...(this.token && { authorization: `Bearer ${this.token}` }),
    };
  }

  /** Sends an operation and answers whatever came, errors and all. */
  async send<Data>(query: string, variables: object = {}): Promise<Answer<Data>> {
    await hearOfClosedConnections();
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: this.headers(),
      body: JSON.stringify({ query, variables }),
    });
    const body: Partial<Answer<Data>> = JSON.parse(await response.text());
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** Sends an operation that must work; throws with all that is needed to send it again when it did not. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const { status, data, errors } = await this.send<Data>(query, variables);
    if (data !== null && errors.length === 0) return data;
    throw new Error(
      `${this.url}/graphql answered ${status}\n${query}\n${JSON.stringify(variables)}\n${JSON.stringify(errors, null, 2)}`,
    );
  }

  /** The codes of the errors that an operation meets. */
  async errorCodes(query: string, variables: object = {}): Promise<string[]> {
    return (await this.send(query, variables)).errors.map(error => error.extensions.code);
  }
}
