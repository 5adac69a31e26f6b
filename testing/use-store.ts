import { createPrivateKey, randomUUID } from 'node:crypto';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { signAccessToken } from '../runtime/access-token.ts';
import type { SubgraphName } from '../runtime/services.ts';
import { signingKeyOf } from '../subgraphs/auth/signing-key.ts';
import { type Person, StoreGuest } from './store-guest.ts';
import { administrator, type StoreDescription } from './test-store.ts';

export type { Person, RegisteredPerson } from './store-guest.ts';

/** What tests do with a store: speak to it as nobody, as people, as its administrator, and look at its tables. */
export class StoreUser extends StoreGuest {
  readonly description: StoreDescription;

  constructor(description: StoreDescription) {
    super(description.gatewayUrls);
    this.description = description;
  }

  /** Somebody with a valid token but without an account: enough to buy and sell, and quick to make by hundreds. */
  person(lane = 0, role: 'CUSTOMER' | 'ADMIN' = 'CUSTOMER', signedInAt = new Date()): Person {
    const key = signingKeyOf(createPrivateKey(this.description.signingKey));
    const id = randomUUID();
    const token = signAccessToken({ id, role, sessionId: randomUUID() }, key, signedInAt);
    return { id, client: this.nobody(lane).as(token) };
  }

  /** The store's administrator, logged in. */
  async administrator(): Promise<Person> {
    const { login } = await this.nobody().ask<{
      login: { user: { id: string }; tokens: { accessToken: string } };
    }>(`mutation($input: LoginInput!) { login(input: $input) { user { id } tokens { accessToken } } }`, {
      input: administrator,
    });
    return { id: login.user.id, client: this.nobody().as(login.tokens.accessToken) };
  }

  /** The rows of a statement in a subgraph's own database. */
  async rows<Row>(
    subgraph: SubgraphName,
    statement: string,
    values: (string | number)[] = [],
  ): Promise<Row[]> {
    const connection = await createConnection({ uri: this.description.databases[subgraph], timezone: 'Z' });
    try {
      const [rows] = await connection.query<(Row & RowDataPacket)[]>(statement, values);
      return rows;
    } finally {
      await connection.end();
    }
  }
}

/** The store that the tests which break nothing share. */
export function sharedStore(): StoreUser {
  const description = process.env.TEST_SHARED_STORE;
  if (!description) throw new Error('Run the tests by `npm test`: it starts the store that they share.');
  return new StoreUser(JSON.parse(description));
}
