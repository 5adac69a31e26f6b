import { counter } from './instruments.ts';

/** Transactions done again: deadlocks, waits for locks, connections that died. */
export const transactionRetries = counter(
  'transaction_retries_total',
  'Transactions that were done again after a deadlock, a long wait for a lock, or a connection that had died.',
);
