import { serverNow } from '../graphql/server-clock.ts';
import { postSession } from './post-session.ts';
import { currentReader, listenToReader, setReader } from './reader.ts';
import { RefreshTokensDocument, type SessionTokensFragment } from './session.generated.ts';

interface AccessToken {
  token: string;
  /** By the store's clock, in milliseconds. */
  endsAt: number;
  readerId: string | undefined;
}

/** It is renewed so long before it ends that the store may be away for a while meanwhile. */
const renewMilliseconds = 60_000;
const marginMilliseconds = 5_000;

// In memory alone: what is in storage, any script on the page could take.
let held: AccessToken | null = null;
let renewal: Promise<string | null> | null = null;

// Tabs take turns, so that each renews by the cookie that the one before was given.
const inTurn = (renew: () => Promise<string | null>): Promise<string | null> =>
  'locks' in navigator ? navigator.locks.request('renew-access-token', renew) : renew();

async function renew(): Promise<string | null> {
  const { refreshTokens } = await postSession(RefreshTokensDocument, {});
  if (refreshTokens?.tokens) return holdTokens(refreshTokens.tokens);
  forgetTokens();
  setReader(null);
  return null;
}

/** Keeps an access token for the requests to come, and answers it. */
export function holdTokens({ accessToken, accessTokenExpiresAt }: SessionTokensFragment): string {
  held = {
    token: accessToken,
    endsAt: Date.parse(accessTokenExpiresAt),
    readerId: currentReader()?.id,
  };
  return accessToken;
}

/** Has the next request renew the access token first, or go without one. */
export function forgetTokens(): void {
  held = null;
}

/**
 * An access token of the reader who is signed in, renewed when it is about to end; null while nobody is, or when the
 * session turns out to be over. Rejects when it cannot be renewed at the moment.
 */
export async function freshAccessToken(): Promise<string | null> {
  if (!currentReader()) return null;
  const left = held ? held.endsAt - serverNow() : 0;
  if (held && left > renewMilliseconds) return held.token;
  renewal ??= inTurn(renew).finally(() => {
    renewal = null;
  });
  if (!held || left < marginMilliseconds) return renewal;
  const { token } = held;
  return renewal.catch(() => token);
}

/** Has another tab's signing in or out count here too. To be called once. */
export function followOtherTabs(): void {
  listenToReader(() => {
    if (held && held.readerId !== currentReader()?.id) forgetTokens();
  });
}
