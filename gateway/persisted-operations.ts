import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApolloServerOptions } from '@apollo/server';
import { z } from 'zod';
import { BoundedCache } from '../runtime/bounded-cache.ts';
import { builtFolder } from '../storefront/built-folder.ts';
import { persistedFile } from '../storefront/persisted-file.ts';
import type { Context } from './context.ts';

/** Texts of operations, by the SHA-256 (hex) of each. */
export type PersistedOperations = ReadonlyMap<string, string>;

/** The operations of the shop, as its build has listed them. Throws when the shop is not built. */
export function readPersistedOperations(): PersistedOperations {
  const text = readFileSync(join(builtFolder(), persistedFile), 'utf8');
  const operations = z.record(z.string(), z.string()).parse(JSON.parse(text));
  return new Map(Object.entries(operations));
}

const prefix = /^apq:/;

/** As much as Apollo itself keeps. */
const mostCharacters = 30 * 2 ** 20;

/**
 * Has Apollo know these operations by their hash: no others, or those too that clients offer (automatic persisted queries), as
 * long as there is room.
 */
export function knownByHash(
  operations: PersistedOperations,
  noOthers: boolean,
): NonNullable<ApolloServerOptions<Context>['persistedQueries']> {
  const offered = new BoundedCache<string>(noOthers ? 0 : mostCharacters);
  return {
    cache: {
      get: async key => operations.get(key.replace(prefix, '')) ?? offered.get(key),
      set: async (key, text) => offered.set(key, text, text.length),
      delete: async () => false,
    },
  };
}
