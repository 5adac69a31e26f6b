/** Which rows are known to be published, each as which book. */
export interface Ledger {
  /** Whether that row is published. */
  has(row: number): boolean;
  /** Notes that a row is published as the book with that id. */
  record(row: number, bookId: string): void;
  /** The ids of all books noted. */
  readonly bookIds: ReadonlySet<string>;
}

/** A ledger that ends with its process; `entries` are the rows that it begins with. */
export function ledgerInMemory(entries: Iterable<readonly [row: number, bookId: string]> = []): Ledger {
  const rows = new Set<number>();
  const bookIds = new Set<string>();
  const record = (row: number, bookId: string) => {
    rows.add(row);
    bookIds.add(bookId);
  };
  for (const [row, bookId] of entries) record(row, bookId);
  return { has: row => rows.has(row), record, bookIds };
}
