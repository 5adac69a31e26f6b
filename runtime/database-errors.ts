/** A statement, or the wait for a connection, that took longer than the settings allow. */
export class DatabaseTimeout extends Error {
  readonly code: 'STATEMENT_TIMEOUT' | 'POOL_TIMEOUT';

  constructor(code: 'STATEMENT_TIMEOUT' | 'POOL_TIMEOUT', message: string) {
    super(message);
    this.code = code;
  }
}

/** A connection that we gave up because its server seems to be gone. */
export class ConnectionGivenUp extends Error {
  readonly code = 'PROTOCOL_CONNECTION_LOST';
}

const lostCodes = new Set(['ECONNRESET', 'EPIPE', 'PROTOCOL_CONNECTION_LOST']);

/** Shutdown (1053), "connection was killed" (MariaDB: 1927), closed for idleness (MySQL: 4031). */
const lostNumbers = new Set([1053, 1927, 4031]);

const downCodes = new Set([
  ...lostCodes,
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'STATEMENT_TIMEOUT',
  'POOL_TIMEOUT',
]);

/** Too many connections (1040, of one user: 1203), a statement that the server gave up (3024, MariaDB: 1969) or was told to (1317). */
const refusedNumbers = new Set([1040, 1203, 3024, 1969, 1317]);

/** A server that may not be written to: after a failover our connections may lead to one that is no writer any more. */
const readOnlyNumbers = new Set([1290, 1836]);

const lockWaitTimeout = 1205;

const retryNumbers = new Set([1213, lockWaitTimeout, 1020]);

function* chain(error: unknown): Generator<Error & { code?: unknown; errno?: unknown }> {
  for (let at = error; at instanceof Error; at = at.cause) yield at;
}

function isAmong(error: unknown, numbers: ReadonlySet<number>, codes?: ReadonlySet<string>): boolean {
  for (const { errno, code } of chain(error)) {
    if (typeof errno === 'number' && numbers.has(errno)) return true;
    if (typeof code === 'string' && codes?.has(code)) return true;
  }
  return false;
}

const isClosed = (error: unknown) => [...chain(error)].some(at => at.message.includes('closed state'));

/** Whether an error says that an established connection is gone: what was sent last may have been done or not. */
export const isConnectionLost = (error: unknown): boolean =>
  isAmong(error, lostNumbers, lostCodes) || isClosed(error);

/** Whether the server refused to write because it is none that may. */
export const isReadOnly = (error: unknown): boolean => isAmong(error, readOnlyNumbers);

/**
 * Whether an error says that the database cannot be reached, is too slow or has too much to do, rather than
 * that it refused something: the same request may work in a moment.
 */
export const isDatabaseDown = (error: unknown): boolean =>
  isConnectionLost(error) ||
  isReadOnly(error) ||
  isWorthRetrying(error) ||
  isAmong(error, refusedNumbers, downCodes);

/** Deadlock (1213), lock wait timeout (1205), or MariaDB's "record has changed since last read" (1020). */
export const isWorthRetrying = (error: unknown): boolean => isAmong(error, retryNumbers);

/** Whether a statement waited too long for a lock (1205). */
export const isLockWaitTimeout = (error: unknown): boolean => isAmong(error, new Set([lockWaitTimeout]));

/** Whether a statement names a table that is not there (1146). */
export const isMissingTable = (error: unknown): boolean => isAmong(error, new Set([1146]));

/** Whether no connection was free in time. */
export const isPoolTimeout = (error: unknown): boolean =>
  isAmong(error, new Set(), new Set(['POOL_TIMEOUT']));

/** Whether an error says that a unique key named so has this value already (1062). The message ends with its name. */
export function isDuplicate(error: unknown, key: string): boolean {
  for (const at of chain(error))
    if (at.errno === 1062 && /for key '(?:[^']*\.)?([^']*)'$/.exec(at.message)?.[1] === key) return true;
  return false;
}
