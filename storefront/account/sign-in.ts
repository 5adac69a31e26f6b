import { CombinedError } from 'urql';
import { postSession } from './post-session.ts';
import { setReader } from './reader.ts';
import {
  LogInDocument,
  type LogInMutation,
  LogOutDocument,
  RefreshTokensDocument,
  RegisterDocument,
  type RegisterMutation,
  type SessionTokensFragment,
} from './session.generated.ts';
import { forgetTokens, freshAccessToken, holdTokens } from './tokens.ts';

/** The browser does not keep the session's cookie: it does so over HTTPS, and some do at localhost. */
export class CookieRefused extends Error {}

type Answer = NonNullable<LogInMutation['login'] | RegisterMutation['register']>;
type Refusals = Answer['userErrors'];

/** Tokens of a session that the browser keeps. Better said at once that it does not than found out at the next page. */
async function keptTokens(tokens: SessionTokensFragment): Promise<SessionTokensFragment> {
  if (location.protocol === 'https:') return tokens;
  const { refreshTokens } = await postSession(RefreshTokensDocument, {});
  if (refreshTokens?.tokens) return refreshTokens.tokens;
  throw new CookieRefused('The cookie of the session did not come back.');
}

async function begin(answer: Answer | null | undefined): Promise<Refusals> {
  if (!answer) throw new Error('The store answered nothing.');
  const { user, tokens, userErrors } = answer;
  if (!user || !tokens) return userErrors;
  const kept = await keptTokens(tokens);
  setReader({ id: user.id, name: user.name, role: user.role });
  holdTokens(kept);
  return [];
}

/**
 * Signs a reader in, in all tabs. Answers why not, empty when it worked; rejects with a CombinedError without an answer, with
 * CookieRefused where the browser keeps no session.
 */
export async function logIn(input: {
  email: string;
  password: string;
  oneTimeCode?: string;
}): Promise<Refusals> {
  const { login } = await postSession(LogInDocument, { input });
  return begin(login);
}

/** Makes an account and signs its reader in, or tells that a mail does (`isMailed`); else as logIn. */
export async function register(input: {
  name: string;
  email: string;
  password: string;
}): Promise<{ refusals: Refusals; isMailed: boolean }> {
  const { register: answer } = await postSession(RegisterDocument, { input });
  const refusals = await begin(answer);
  return { refusals, isMailed: refusals.length === 0 && !answer?.tokens };
}

/** That the session is over already is what was asked for. */
function unlessOver(error: unknown): void {
  const isOver =
    error instanceof CombinedError && error.graphQLErrors[0]?.extensions.code === 'UNAUTHENTICATED';
  if (!isOver) throw error;
}

/** Ends the reader's session, or all of them. Rejects with a CombinedError when that cannot be done at the moment. */
export async function logOut({ everywhere = false } = {}): Promise<void> {
  const token = await freshAccessToken();
  if (token !== null) await postSession(LogOutDocument, { everywhere }, token).catch(unlessOver);
  forgetTokens();
  setReader(null);
}
