import { databaseSetting, type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { databaseUrl } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';

// migrate [SUBGRAPH…]: brings the databases of these subgraphs, or of all, to their newest schema.

const isSubgraph = (name: string): name is SubgraphName => subgraphs.some(subgraph => subgraph === name);

const words = process.argv.slice(2);
const wrong = words.filter(word => !isSubgraph(word));
if (wrong.length > 0) {
  process.stderr.write(
    `There is no ${wrong.join(', ')} to migrate: name ${subgraphs.join(', ')}, or none for all.\n`,
  );
  process.exit(2);
}
const names = words.length > 0 ? words.filter(isSubgraph) : subgraphs;
// All mistakes are told before anything is changed.
readSettings(Object.fromEntries(names.map(name => [databaseSetting(name), databaseUrl])));
for (const name of names) await import(`../../subgraphs/${name}/migrate.ts`);
