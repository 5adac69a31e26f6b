const downCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
]);

const retryNumbers = new Set([1213, 1205, 1020]);

function* chain(error: unknown): Generator<Error & { code?: unknown; errno?: unknown }> {
  for (let at = error; at instanceof Error; at = at.cause) yield at;
}

/** Whether an error says that the database cannot be reached, rather than that it refused something. */
export function isDatabaseDown(error: unknown): boolean {
  for (const at of chain(error)) {
    if (typeof at.code === 'string' && downCodes.has(at.code)) return true;
    if (at.message.includes('closed state')) return true;
  }
  return false;
}

/** Deadlock (1213), lock wait timeout (1205), or MariaDB's "record has changed since last read" (1020). */
export function isWorthRetrying(error: unknown): boolean {
  for (const at of chain(error)) if (typeof at.errno === 'number' && retryNumbers.has(at.errno)) return true;
  return false;
}

/** Whether an error says that a unique key named so has this value already (1062). The message ends with its name. */
export function isDuplicate(error: unknown, key: string): boolean {
  for (const at of chain(error))
    if (at.errno === 1062 && /for key '(?:[^']*\.)?([^']*)'$/.exec(at.message)?.[1] === key) return true;
  return false;
}
