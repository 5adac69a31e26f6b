import { setUpSecondFactor } from './authenticator.ts';
import type { GraphqlClient } from './graphql-client.ts';
import type { RegisteredPerson, StoreUser } from './use-store.ts';

/** What login and refreshTokens answer. */
export interface SignedIn {
  tokens: { accessToken: string; refreshToken: string } | null;
  userErrors: { code: string; field: string[] | null }[];
}

/** What an account tells of its second factor. */
interface State {
  isOn: boolean;
  since: string | null;
  isNeeded: boolean;
}

interface Account {
  email: string;
  password: string;
}

/** Why it was refused; empty when it worked. */
export const codesOf = ({ userErrors }: Pick<SignedIn, 'userErrors'>): string[] =>
  userErrors.map(({ code }) => code);

/** For what a verb refuses this input; empty when it worked. */
export async function refusals(client: GraphqlClient, verb: string, input: object): Promise<string[]> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${verb}(input: $input) { userErrors { code field } } }`;
  const answer = await client.ask<Record<string, Pick<SignedIn, 'userErrors'>>>(query, { input });
  return codesOf(answer[verb] ?? { userErrors: [] });
}

/** What the caller's account tells of its second factor. */
export const stateOf = async (client: GraphqlClient): Promise<State> =>
  (await client.ask<{ me: { secondFactor: State } }>('{ me { secondFactor { isOn since isNeeded } } }')).me
    .secondFactor;

/** What people do with second factors at a store. */
export class SecondFactors {
  readonly #store: StoreUser;

  constructor(store: StoreUser) {
    this.#store = store;
  }

  async logIn({ email, password }: Account, oneTimeCode?: string): Promise<SignedIn> {
    const { login } = await this.#store.nobody().ask<{ login: SignedIn }>(
      `mutation($input: LoginInput!) {
        login(input: $input) { tokens { accessToken refreshToken } userErrors { code field } } }`,
      { input: { email, password, ...(oneTimeCode !== undefined && { oneTimeCode }) } },
    );
    return login;
  }

  /** For what the login is refused; empty when it worked. */
  async codesAtLogin(account: Account, oneTimeCode?: string): Promise<string[]> {
    return codesOf(await this.logIn(account, oneTimeCode));
  }

  async refresh({ tokens }: SignedIn): Promise<SignedIn> {
    const { refreshTokens } = await this.#store.nobody().ask<{ refreshTokens: SignedIn }>(
      `mutation($input: RefreshTokensInput!) {
        refreshTokens(input: $input) { tokens { accessToken refreshToken } userErrors { code field } } }`,
      { input: { refreshToken: tokens?.refreshToken } },
    );
    return refreshTokens;
  }

  /** A client that is signed in by the access token of an answer. */
  clientOf({ tokens }: SignedIn): GraphqlClient {
    return this.#store.nobody().as(tokens?.accessToken ?? '');
  }

  /** Somebody who has one, and whose code of the present step is unspent again, so that no test waits for the next one. */
  async withSecondFactor(): Promise<{ person: RegisteredPerson; secret: string; recoveryCodes: string[] }> {
    const person = await this.#store.register();
    const factor = await setUpSecondFactor(person.client, person.password);
    await this.#store.rows('auth', 'UPDATE second_factor SET last_step = 0 WHERE user_id = ?', [person.id]);
    return { person, ...factor };
  }

  /** Has somebody's second factor have been begun so many minutes earlier. */
  async age({ id }: RegisteredPerson, minutes: number): Promise<void> {
    await this.#store.rows(
      'auth',
      'UPDATE second_factor SET created_at = created_at - INTERVAL ? MINUTE WHERE user_id = ?',
      [minutes, id],
    );
  }

  /** How many rows there are of somebody's second factor, and of the recovery codes. */
  async rowsOf({ id }: RegisteredPerson): Promise<{ factors: number; recoveryCodes: number }> {
    const count = async (table: string) =>
      (await this.#store.rows('auth', `SELECT 1 FROM ${table} WHERE user_id = ?`, [id])).length;
    return { factors: await count('second_factor'), recoveryCodes: await count('recovery_code') };
  }

  /** What the audit log has of somebody, oldest first. */
  async actionsOf({ id }: RegisteredPerson): Promise<string[]> {
    const statement = 'SELECT action FROM audit_entry WHERE subject_id = ? ORDER BY number';
    return (await this.#store.rows<{ action: string }>('auth', statement, [id])).map(({ action }) => action);
  }
}
