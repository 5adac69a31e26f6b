import { createHash } from 'node:crypto';

/** What tells whether an idempotency key came with the same input again: SHA-256 over its values, in order. */
export const requestHash = (...values: (string | number | null | undefined)[]): string =>
  createHash('sha256')
    .update(JSON.stringify(values.map(value => value ?? null)))
    .digest('hex');
