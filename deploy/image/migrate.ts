import { databaseUrls, migrationUrls } from '../../runtime/database-settings.ts';
import { databaseSetting, migrationSetting, type SubgraphName, subgraphs } from '../../runtime/services.ts';
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
const known = Object.entries({ ...databaseUrls, ...migrationUrls });
const wanted = new Set(names.flatMap(name => [databaseSetting(name), migrationSetting(name)]));
readSettings(Object.fromEntries(known.filter(([setting]) => wanted.has(setting))));
for (const name of names) await import(`../../subgraphs/${name}/migrate.ts`);
