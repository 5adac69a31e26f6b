import { entities as authEntities } from './auth/database.ts';
import { migrations as authMigrations } from './auth/migrations.ts';
import { entities as catalogEntities } from './catalog/database.ts';
import { migrations as catalogMigrations } from './catalog/migrations.ts';
import { entities as purchaseEntities } from './purchase/database.ts';
import { migrations as purchaseMigrations } from './purchase/migrations.ts';

/** What the database of each subgraph holds, and how it came to be so. */
export const schemas = {
  auth: { entities: authEntities, migrations: authMigrations },
  catalog: { entities: catalogEntities, migrations: catalogMigrations },
  purchase: { entities: purchaseEntities, migrations: purchaseMigrations },
} as const;
