import { valueAt } from './value-at.ts';

export interface Tokens {
  accessToken: string;
  /** RFC 3339; absent when the operation did not select it. */
  accessTokenExpiresAt?: string;
  refreshToken?: string;
}

/** Somebody who signed in through this page. */
export interface Account {
  id: string;
  name: string;
  /** The alias in the operation that signed them in, e.g. `seller`; empty without an alias. */
  role: string;
  tokens: Tokens;
}

/** The tokens in a `Tokens` object of an answer; undefined when it has no access token. */
export function readTokens(value: unknown): Tokens | undefined {
  const [accessToken, accessTokenExpiresAt, refreshToken] = [
    'accessToken',
    'accessTokenExpiresAt',
    'refreshToken',
  ].map(name => valueAt(value, name));
  if (typeof accessToken !== 'string') return undefined;
  return {
    accessToken,
    ...(typeof accessTokenExpiresAt === 'string' && { accessTokenExpiresAt }),
    ...(typeof refreshToken === 'string' && { refreshToken }),
  };
}

/** The accounts that an answer's `data` signs in: every root field that holds `tokens` and `user { id }`. */
export function readAccounts(data: unknown): Account[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([field, payload]) => {
    const tokens = readTokens(valueAt(payload, 'tokens'));
    const id = valueAt(payload, 'user.id');
    const name = valueAt(payload, 'user.name');
    if (!tokens || typeof id !== 'string') return [];
    const role = field === 'register' || field === 'login' ? '' : field;
    return [{ id, name: typeof name === 'string' ? name : id, role, tokens }];
  });
}

/** `accounts` with `newcomers` put in; one who signs in again keeps the role and the place in the list. */
export function mergeAccounts(accounts: Account[], newcomers: Account[]): Account[] {
  const merged = new Map(accounts.map(account => [account.id, account]));
  for (const account of newcomers) {
    merged.set(account.id, { ...account, role: account.role || (merged.get(account.id)?.role ?? '') });
  }
  return [...merged.values()];
}
