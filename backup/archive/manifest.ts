import { z } from 'zod';

const table = z.object({ name: z.string(), rows: z.int().nonnegative() });

const database = z.object({
  /** What it is called on its server. */
  name: z.string(),
  server: z.object({ kind: z.enum(['mysql', 'mariadb']), version: z.string() }),
  characterSet: z.string(),
  collation: z.string(),
  /** The time of the snapshot, by the server's clock. */
  at: z.iso.datetime(),
  /** The line of logs that goes on from here, and where the snapshot stands in it; null without a binary log. */
  log: z.object({ line: z.string(), file: z.string(), position: z.int() }).nullable(),
  /** In the order in which they are filled; each is <subgraph>/<name>.sql.gz. */
  tables: z.array(table),
});

/** What a snapshot is of: manifest.json in its folder. */
export const manifest = z.object({
  format: z.literal(1),
  /** Of the store whose code took it. */
  version: z.string(),
  databases: z.object({ auth: database, catalog: database, purchase: database }),
});

/** What a snapshot is of. */
export type Manifest = z.infer<typeof manifest>;

/** What it holds of one database. */
export type DatabaseManifest = z.infer<typeof database>;
