import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { bringUpToDate } from '../runtime/migrate.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';
import { schemas } from '../subgraphs/schemas.ts';

async function bring(subgraph: SubgraphName, url: string): Promise<void> {
  const { entities, migrations } = schemas[subgraph];
  const known = new Set(migrations.map(({ name }) => name));
  await bringUpToDate(subgraph, { url, entities }, migrations, async em => {
    const done = await em.execute<{ name: string }[]>('SELECT name FROM migration');
    const strange = done.filter(({ name }) => !known.has(name)).map(({ name }) => name);
    if (strange.length > 0)
      throw new Error(
        `The backup of ${subgraph} is of a newer version of the store, which knows ${strange.join(', ')}: restore it by that one.`,
      );
  });
}

/** Brings the databases to the schema of this version of the store; one that is newer already is refused. */
export async function bringAllUpToDate(urls: DatabaseUrls): Promise<void> {
  for (const subgraph of subgraphs) await bring(subgraph, urls[subgraph]);
}
