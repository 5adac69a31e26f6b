import { randomUUID } from 'node:crypto';
import { GraphqlClient } from './graphql-client.ts';

export interface Person {
  id: string;
  client: GraphqlClient;
}

export interface RegisteredPerson extends Person {
  name: string;
  email: string;
  password: string;
  refreshToken: string;
}

const password = 'a quiet shelf of old books';

/** What anybody can do with a store: speak to it as nobody, and register. */
export class StoreGuest {
  /** Base URLs of its gateways: one a lane. */
  readonly gatewayUrls: readonly string[];

  constructor(gatewayUrls: readonly string[]) {
    this.gatewayUrls = gatewayUrls;
  }

  /** Nobody: a client without a token. */
  nobody(lane = 0): GraphqlClient {
    const url = this.gatewayUrls[lane];
    if (!url) throw new RangeError(`There is no lane ${lane}.`);
    return new GraphqlClient(url);
  }

  /** Somebody who registered. */
  async register(name = 'Somebody'): Promise<RegisteredPerson> {
    const email = `${randomUUID()}@reader.example`;
    const { register } = await this.nobody().ask<{
      register: { user: { id: string }; tokens: { accessToken: string; refreshToken: string } };
    }>(
      `mutation($input: RegisterInput!) { register(input: $input) {
        user { id } tokens { accessToken refreshToken } userErrors { code message } } }`,
      { input: { name, email, password } },
    );
    const { accessToken, refreshToken } = register.tokens;
    return {
      id: register.user.id,
      name,
      email,
      password,
      refreshToken,
      client: this.nobody().as(accessToken),
    };
  }
}
