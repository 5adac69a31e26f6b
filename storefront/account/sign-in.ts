import { CombinedError } from 'urql';
import { postSession } from './post-session.ts';
import { setReader } from './reader.ts';
import {
  LogInDocument,
  type LogInMutation,
  LogOutDocument,
  RegisterDocument,
  type RegisterMutation,
} from './session.generated.ts';
import { forgetTokens, freshAccessToken, holdTokens } from './tokens.ts';

type Answer = NonNullable<LogInMutation['login'] | RegisterMutation['register']>;
type Refusals = Answer['userErrors'];

function begin(answer: Answer | null | undefined): Refusals {
  if (!answer) throw new Error('The store answered nothing.');
  const { user, tokens, userErrors } = answer;
  if (!user || !tokens) return userErrors;
  setReader({ id: user.id, name: user.name, role: user.role });
  holdTokens(tokens);
  return [];
}

/** Signs a reader in, in all tabs. Answers why not, empty when it worked; rejects with a CombinedError without an answer. */
export async function logIn(input: { email: string; password: string }): Promise<Refusals> {
  const { login } = await postSession(LogInDocument, { input });
  return begin(login);
}

/** Makes an account and signs its reader in; else as logIn. */
export async function register(input: { name: string; email: string; password: string }): Promise<Refusals> {
  const { register: answer } = await postSession(RegisterDocument, { input });
  return begin(answer);
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
