import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatDocument, stringifyDocument } from '@urql/core';
import type { DocumentNode } from 'graphql';

const isOperation = (value: unknown): value is DocumentNode =>
  typeof value === 'object' &&
  value !== null &&
  'definitions' in value &&
  Array.isArray(value.definitions) &&
  value.definitions.some(({ kind }) => kind === 'OperationDefinition');

/** The operations of the shop, as the *.generated.ts beside its pages define them. */
async function operations(): Promise<DocumentNode[]> {
  const found: DocumentNode[] = [];
  for (const path of globSync('**/*.generated.ts', { cwd: import.meta.dirname }).sort()) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(import.meta.dirname, path)).href);
    found.push(...Object.values(module).filter(isOperation));
  }
  return found;
}

/**
 * The texts that the shop sends, by the SHA-256 (hex) of each, which is how Apollo's clients name a persisted operation: each
 * operation as it is written, for what is about the session (postSession), and with the __typename that urql's cache adds.
 */
export async function persistedOperations(): Promise<Record<string, string>> {
  const all = await operations();
  const formatted: unknown[] = all.map(formatDocument);
  const texts = [...all, ...formatted.filter(isOperation)].map(stringifyDocument);
  return Object.fromEntries(
    texts.map(text => [createHash('sha256').update(text).digest('hex'), text] as const),
  );
}
