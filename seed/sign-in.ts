import { login, refreshTokens, register, type Tokens } from './account-operations.ts';
import { accepted, type Store } from './store-client.ts';
import { Refused, StoreError } from './store-errors.ts';

export interface Credentials {
  email: string;
  password: string;
}

/** Somebody signed in, whose tokens are renewed as often as needed. */
export interface Caller {
  readonly userId: string;
  /** Runs `work` with a valid access token, again with a new one where the store no longer takes it. */
  withToken<Result>(work: (accessToken: string) => Promise<Result>): Promise<Result>;
}

type SignedIn = Awaited<ReturnType<typeof login>>;

function sessionOf(payload: SignedIn): { userId: string; tokens: Tokens } {
  const { user, tokens } = accepted(payload);
  if (user && tokens) return { userId: user.id, tokens };
  throw new StoreError(['UNKNOWN'], 'The store signed an account in without giving tokens.');
}

async function renewed(store: Store, credentials: Credentials, { refreshToken }: Tokens): Promise<Tokens> {
  const { tokens } = await refreshTokens(store, { refreshToken });
  return tokens ?? sessionOf(await login(store, credentials)).tokens;
}

function callerOf(store: Store, credentials: Credentials, payload: SignedIn): Caller {
  const session = sessionOf(payload);
  let current = Promise.resolve(session.tokens);
  return {
    userId: session.userId,
    async withToken(work) {
      const used = current;
      const tokens = await used;
      try {
        return await work(tokens.accessToken);
      } catch (error) {
        if (!(error instanceof StoreError && error.codes.includes('UNAUTHENTICATED'))) throw error;
      }
      // A refresh token is good for one use: of the requests that failed together, the first renews for all.
      if (used === current) {
        current = renewed(store, credentials, tokens);
        current.catch(() => {
          current = used;
        });
      }
      return work((await current).accessToken);
    },
  };
}

/** Signs in to an existing account. Throws Refused, with CREDENTIALS_INVALID or TOO_MANY_ATTEMPTS. */
export async function signIn(store: Store, { email, password }: Credentials): Promise<Caller> {
  const credentials = { email, password };
  return callerOf(store, credentials, await login(store, credentials));
}

/**
 * Registers an account, or signs in to it where it is there already (`existed`). Throws Refused where it has
 * another password.
 */
export async function signUp(
  store: Store,
  { name, email, password }: Credentials & { name: string },
): Promise<{ caller: Caller; existed: boolean }> {
  const credentials = { email, password };
  try {
    const payload = await register(store, { name, ...credentials });
    return { caller: callerOf(store, credentials, payload), existed: false };
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'EMAIL_TAKEN')) throw error;
    return { caller: await signIn(store, credentials), existed: true };
  }
}
