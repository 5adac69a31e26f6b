import type { DatabaseConnection } from 'kysely';

/** A connection that somebody has borrowed. */
export interface BorrowedConnection extends DatabaseConnection {
  /** Gives it back. */
  release(): void;
  /** Closes it instead: nobody knows what state it is in. */
  destroy(): void;
}

/** Where connections are borrowed: a pool, or several. */
export interface ConnectionSource {
  acquire(): Promise<BorrowedConnection>;
  close(): Promise<void>;
}
