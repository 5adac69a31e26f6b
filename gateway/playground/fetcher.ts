import type { GraphiQLProps } from 'graphiql';
import type { ExecutionResult } from 'graphql';
import { type Account, mergeAccounts, readAccounts } from './accounts.ts';
import { fillPlaceholders } from './fill-placeholders.ts';
import { freshAccessToken } from './fresh-access-token.ts';
import { heldOperationName } from './held-operation-name.ts';
import { placeholders } from './placeholders.ts';
import { postGraphQL, refusal } from './post-graphql.ts';
import { rememberValues } from './remember-values.ts';
import { currentSession, updateSession } from './session.ts';

function signOut(account: Account): ExecutionResult {
  const accounts = currentSession().accounts.filter(({ id }) => id !== account.id);
  updateSession({ accounts, actingId: null });
  return refusal(`The session of ${account.name} is over: log in again (tab 2).`);
}

function remember({ data }: ExecutionResult, signedBy: string, used: Record<string, string>): void {
  const { accounts, actingId, values } = currentSession();
  const newcomers = readAccounts(data);
  const filled = Object.entries(used).map(([name, value]) => `$${name} = ${value}`);
  updateSession({
    accounts: mergeAccounts(accounts, newcomers),
    actingId: newcomers.at(-1)?.id ?? actingId,
    values: { ...values, ...rememberValues(data) },
    notice: [`Sent ${signedBy}`, ...filled].join(', '),
  });
}

/**
 * Sends what GraphiQL runs: fills in the placeholders, signs it with the account that the bar shows (unless the
 * headers editor has an Authorization of its own) and keeps what is worth remembering of the answer.
 */
export const fetcher: GraphiQLProps['fetcher'] = async (params, options) => {
  const headers: Record<string, string> = { ...options?.headers };
  if (params.operationName === 'IntrospectionQuery') return postGraphQL(params, headers);

  const { accounts, actingId, values } = currentSession();
  const { variables, used, missing } = fillPlaceholders(params.variables, values);
  const [lacking] = missing;
  if (lacking) {
    return refusal(`$${lacking} has no value yet: run ${placeholders[lacking]?.source} first, or write one.`);
  }

  const account = accounts.find(({ id }) => id === actingId);
  const ownAuthorization = Object.keys(headers).some(name => name.toLowerCase() === 'authorization');
  let signedBy = ownAuthorization ? 'with the Authorization of the headers editor' : 'without Authorization';
  if (account && !ownAuthorization) {
    const token = await freshAccessToken(account);
    if (token === null) return signOut(account);
    headers.authorization = `Bearer ${token}`;
    signedBy = `as ${account.name}`;
  }

  const operationName = heldOperationName(params.query, params.operationName);
  const result = await postGraphQL({ ...params, operationName, variables }, headers);
  remember(result, signedBy, used);
  return result;
};
