import type { SentRequest } from '../../load/sent-request.ts';
import type { Story } from '../load/story.ts';

/** What everybody may read, and is asked of all shops in the same data. */
export const readOperations = ['list', 'shelf', 'search', 'book', 'purchases', 'login'] as const;

export type ReadOperation = (typeof readOperations)[number];

/** Of so many books the pages are asked for in turn, the latest first. */
export const booksInTurn = 50;

/** A book as a shop shows it, in what all shops can tell. */
export interface SeenBook {
  title: string;
  cents: number;
  isInStock: boolean;
}

/** What a shop is asked for an operation, as requests that take turns. */
export interface Asked {
  requests: SentRequest[];
  /** The books that an answer shows, in their order; left out where answers are not compared. */
  booksIn?: (answer: string) => SeenBook[];
  /** Connections that ask at once, where it is not 50. */
  connections?: number;
}

/** A shop that runs, with all its processes on this machine. */
export interface Shop {
  name: string;
  /** Where it is asked. */
  port: number;
  /** Its processes by their names, the database server among them. */
  pids: ReadonlyMap<string, number>;
  /**
   * Made anew for each measurement: tokens of people who are signed in last some minutes. `words` are those that a search
   * looks for. Undefined: it cannot do that.
   */
  asked(operation: ReadOperation, words: readonly string[]): Promise<Asked | undefined>;
  /** A search by price, for comparing: answers of one word. */
  search?(word: string): Promise<{ total: number; books: SeenBook[] }>;
  /** The whole of a purchase. */
  checkout?(options: { people: number; books: 'one' | 'many' }): Promise<Story>;
  /** Requests that its gateways have sent to subgraphs since they started. */
  calls?(): Promise<number>;
  stop(): Promise<void>;
}
