import { z } from 'zod';
import { type Store, userErrors } from './store-client.ts';

const tokens = z.object({ accessToken: z.string(), refreshToken: z.string() });

export type Tokens = z.infer<typeof tokens>;

const signedIn = z.object({
  user: z.object({ id: z.string(), name: z.string() }).nullable(),
  tokens: tokens.nullable(),
  userErrors,
});

const fields = 'user { id name } tokens { accessToken refreshToken } userErrors { code message }';

/** Makes an account and signs it in. */
export const register = async (store: Store, input: { name: string; email: string; password: string }) =>
  (
    await store.ask({
      document: `mutation Register($input: RegisterInput!) { register(input: $input) { ${fields} } }`,
      variables: { input },
      answer: z.object({ register: signedIn }),
    })
  ).register;

/** Signs in. */
export const login = async (store: Store, input: { email: string; password: string }) =>
  (
    await store.ask({
      document: `mutation Login($input: LoginInput!) { login(input: $input) { ${fields} } }`,
      variables: { input },
      answer: z.object({ login: signedIn }),
    })
  ).login;

/** Changes a refresh token for new tokens. */
export const refreshTokens = async (store: Store, input: { refreshToken: string }) =>
  (
    await store.ask({
      document: `mutation RefreshTokens($input: RefreshTokensInput!) {
        refreshTokens(input: $input) { tokens { accessToken refreshToken } userErrors { code message } }
      }`,
      variables: { input },
      answer: z.object({ refreshTokens: z.object({ tokens: tokens.nullable(), userErrors }) }),
    })
  ).refreshTokens;
