import { forgetTokens, freshAccessToken } from '../account/tokens.ts';
import { isForAnyone } from './for-anyone.ts';
import { sendUnsigned } from './send-unsigned.ts';
import { noteServerTime } from './server-clock.ts';

/** How long an answer may take, in milliseconds: longer than the store itself takes to give up. */
const patience = 10_000;

async function send(input: RequestInfo | URL, init: RequestInit = {}, token: string | null) {
  const headers = new Headers(init.headers);
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  const giveUp = AbortSignal.timeout(patience);
  const signal = init.signal ? AbortSignal.any([init.signal, giveUp]) : giveUp;
  const response = await fetch(input, { ...init, headers, signal });
  noteServerTime(response);
  return response;
}

const isRefused = async (response: Response): Promise<boolean> =>
  (await response.clone().text()).includes('"UNAUTHENTICATED"');

/** The token for a request; none for what everyone may see while the reader's cannot be renewed. */
const tokenFor = (init: RequestInit): Promise<string | null> =>
  freshAccessToken().catch(cause => {
    if (isForAnyone(init)) return null;
    throw cause;
  });

/**
 * Sends a request as the reader who is signed in; once more with a new access token where the old one turns out to have
 * ended, since what is refused so has done nothing. While nobody is signed in, queries go out so that caches can answer them.
 * Rejects with a CombinedError where the token cannot be renewed, see renewalFailure. An answer that does not come in time
 * is an error.
 */
export const signedFetch: typeof fetch = async (input, init = {}) => {
  const token = await tokenFor(init);
  if (token === null) return sendUnsigned(input, init, (where, how) => send(where, how, null));
  const response = await send(input, init, token);
  if (!(await isRefused(response))) return response;
  forgetTokens();
  return send(input, init, await tokenFor(init));
};
