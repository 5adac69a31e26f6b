import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApolloServerOptions } from '@apollo/server';
import { z } from 'zod';
import { persistedFile } from '../storefront/persisted-file.ts';
import type { Context } from './context.ts';

/** Texts of operations, by the SHA-256 (hex) of each. */
export type PersistedOperations = ReadonlyMap<string, string>;

const file = join(import.meta.dirname, '../storefront/dist', persistedFile);

/** The operations of the shop, as its build has listed them. Throws when the shop is not built. */
export function readPersistedOperations(): PersistedOperations {
  const operations = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(Object.entries(operations));
}

const prefix = /^apq:/;

/** Has Apollo know operations by their hash, these and no others: what clients offer it is not kept. */
export const listedAlone = (
  operations: PersistedOperations,
): NonNullable<ApolloServerOptions<Context>['persistedQueries']> => ({
  cache: {
    get: async key => operations.get(key.replace(prefix, '')),
    set: async () => undefined,
    delete: async () => false,
  },
});
