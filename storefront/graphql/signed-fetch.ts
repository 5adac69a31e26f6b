import { accessToken } from './access-token.ts';

/** How long an answer may take, in milliseconds: longer than the store itself takes to give up. */
const patience = 10_000;

/** Sends a request as the reader who is signed in, if any. An answer that does not come in time is an error. */
export const signedFetch: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  const token = await accessToken.get();
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  const giveUp = AbortSignal.timeout(patience);
  return fetch(input, {
    ...init,
    headers,
    signal: init?.signal ? AbortSignal.any([init.signal, giveUp]) : giveUp,
  });
};
