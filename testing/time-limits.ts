/** What the processes of a test store are given: a machine that is busy with tests is slow, not broken. */
export const raisedTimeLimits = {
  REQUEST_TIMEOUT_MS: '60000',
  RENDER_TIMEOUT_MS: '30000',
  SUBGRAPH_TIMEOUT_MS: '30000',
  SISTER_TIMEOUT_MS: '15000',
  SETTLE_TIMEOUT_MS: '15000',
  PAYMENT_TIMEOUT_MS: '5000',
  STATEMENT_TIMEOUT_MS: '10000',
  POOL_TIMEOUT_MS: '10000',
  COVER_TIMEOUT_MS: '60000',
  // A worker that is waited for looks again at once.
  RECOVERY_SECONDS: '1',
} as const satisfies Record<string, string>;

const unset = (settings: object): Record<string, string> =>
  Object.fromEntries(Object.keys(settings).map(name => [name, '']));

/** Has a test store keep the store's own time limits, which it has in production: none of them is set. */
export const ownTimeLimits: Record<string, string> = unset(raisedTimeLimits);

/** As much of that as whatever hangs in one process must let go by. */
export const ownLimitsOfHangs = {
  SISTER_TIMEOUT_MS: '',
  STATEMENT_TIMEOUT_MS: '',
  POOL_TIMEOUT_MS: '',
} as const satisfies Partial<Record<keyof typeof raisedTimeLimits, ''>>;
