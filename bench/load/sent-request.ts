import { z } from 'zod';

/** A request that the bench sends, whole. */
export const sentRequest = z.object({
  method: z.enum(['GET', 'POST']),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  /** JSON, of a POST. */
  body: z.string().optional(),
});

export type SentRequest = z.infer<typeof sentRequest>;

/** A GraphQL operation as clients send it; `token` is that of who is signed in. */
export const graphqlRequest = (
  query: string,
  variables: object = {},
  { path = '/graphql', token }: { path?: string; token?: string | undefined } = {},
): SentRequest => ({
  method: 'POST',
  path,
  headers: {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  },
  body: JSON.stringify({ query, variables }),
});
