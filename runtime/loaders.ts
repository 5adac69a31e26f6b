import DataLoader from 'dataloader';

// cache: false: a loader joins what is asked at one moment into one statement, and never answers from before.
const options = { cache: false } as const;

/** Loads one row a key; null where there is none. */
export const keyedBy = <Row>(
  find: (keys: string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> =>
  new DataLoader(async keys => {
    const rows = new Map((await find([...new Set(keys)])).map(row => [keyOf(row), row]));
    return keys.map(key => rows.get(key) ?? null);
  }, options);

/** Loads all rows of a key, in the order in which `find` gives them. */
export const groupedBy = <Row>(
  find: (keys: string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row[]> =>
  new DataLoader(async keys => {
    const groups = Map.groupBy(await find([...new Set(keys)]), keyOf);
    return keys.map(key => groups.get(key) ?? []);
  }, options);
