import { createHash } from 'node:crypto';
import type { GraphQLRequest } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { z } from 'zod';
import { badRequest } from './refuse-beforehand.ts';

const persistedQuery = z.object({
  version: z.literal(1),
  sha256Hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Refuses a persisted query that is none, or that is not the one sent with it: Apollo takes these for errors of ours. */
export function soundPersistedQuery({ query, extensions }: GraphQLRequest): GraphQLError | undefined {
  if (!extensions?.persistedQuery) return undefined;
  const { success, data } = persistedQuery.safeParse(extensions.persistedQuery);
  if (!success)
    return badRequest(
      'extensions.persistedQuery must be { version: 1, sha256Hash: … }, in hexadecimal digits.',
    );
  if (query && createHash('sha256').update(query).digest('hex') !== data.sha256Hash)
    return badRequest('extensions.persistedQuery.sha256Hash is not that of the query beside it.');
  return undefined;
}
