// What the store's clock is ahead of the reader's, which may be anything, in milliseconds.
let ahead = 0;

/** Learns the store's time from an answer. */
export function noteServerTime({ headers }: Response): void {
  const told = Date.parse(headers.get('date') ?? '');
  if (!Number.isNaN(told)) ahead = told - Date.now();
}

/** The store's time in milliseconds, to a second or so. */
export const serverNow = (): number => Date.now() + ahead;
