import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Mark } from './marks.ts';
import type { ShopRow } from './store/shop-results.ts';

// JSON has no NaN.
const figure = z
  .number()
  .nullable()
  .transform(value => value ?? Number.NaN);

const row = z.object({
  ...{ what: z.string(), shop: z.string(), throughput: figure, p50: figure, p99: figure },
  ...{
    cpu: figure,
    databaseCpu: figure,
    memory: figure,
    statements: figure,
    calls: figure,
    failed: z.number(),
  },
});

const mark = z.object({
  mark: z.string(),
  wanted: z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })]).optional(),
  measured: figure,
  unit: z.string(),
});

const shape = z.object({
  gateway: z.unknown().optional(),
  store: z
    .object({ rows: z.array(row), marks: z.array(mark), versions: z.record(z.string(), z.string()) })
    .optional(),
});

/** The figures of the store half. */
export interface StoreFigures {
  rows: ShopRow[];
  marks: Mark[];
  versions: Record<string, string>;
}

/** What an earlier run wrote into a file of results; nothing where there is none. */
export function keptResults(file: string): z.infer<typeof shape> {
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

function replaced<Item>(
  earlier: readonly Item[],
  now: readonly Item[],
  nameOf: (item: Item) => string,
): Item[] {
  const names = new Set(now.map(nameOf));
  return [...earlier.filter(item => !names.has(nameOf(item))), ...now];
}

/** Figures of an earlier run with those of a later one, which stand instead of what was measured twice. */
export const addFigures = (earlier: StoreFigures | undefined, now: StoreFigures): StoreFigures => ({
  rows: replaced(earlier?.rows ?? [], now.rows, ({ what, shop }) => `${what}\n${shop}`),
  marks: replaced(earlier?.marks ?? [], now.marks, ({ mark: name }) => name),
  versions: { ...earlier?.versions, ...now.versions },
});
