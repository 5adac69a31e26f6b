import { type Account, mergeAccounts, readTokens } from './accounts.ts';
import { postGraphQL } from './post-graphql.ts';
import { currentSession, updateSession } from './session.ts';
import { valueAt } from './value-at.ts';

const refreshTokens = `mutation RefreshTokens($input: RefreshTokensInput!) {
  refreshTokens(input: $input) {
    tokens { accessToken accessTokenExpiresAt refreshToken }
  }
}`;
const marginMs = 15_000;
const refreshing = new Map<string, Promise<string | null>>();

async function refresh(account: Account): Promise<string | null> {
  const variables = { input: { refreshToken: account.tokens.refreshToken } };
  const result = await postGraphQL({ query: refreshTokens, variables }, {});
  const payload = valueAt(result.data, 'refreshTokens');
  // The store could not say: the session may well go on, and the request that follows shows what is wrong.
  if (!payload) return account.tokens.accessToken;
  const tokens = readTokens(valueAt(payload, 'tokens'));
  if (!tokens) return null;
  updateSession({ accounts: mergeAccounts(currentSession().accounts, [{ ...account, tokens }]) });
  return tokens.accessToken;
}

/**
 * An access token of the account that is good for some seconds more, refreshed first where it has run out;
 * null when the account's session is over. Calls at the same time share one refresh, because a refresh token
 * that is used twice ends its session.
 */
export async function freshAccessToken(account: Account): Promise<string | null> {
  const { accessToken, accessTokenExpiresAt, refreshToken } = account.tokens;
  if (!refreshToken || !accessTokenExpiresAt) return accessToken;
  if (Date.parse(accessTokenExpiresAt) - marginMs > Date.now()) return accessToken;

  const running = refreshing.get(account.id) ?? refresh(account).finally(() => refreshing.delete(account.id));
  refreshing.set(account.id, running);
  return running;
}
