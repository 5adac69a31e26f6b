import { readFileSync, writeFileSync } from 'node:fs';
import { subgraphs } from '../runtime/services.ts';
import { apiSchemaOf, breakingChanges } from './breaking-changes.ts';
import { compose } from './compose.ts';
import { eventsPage } from './events-page.ts';
import { lint } from './lint.ts';
import { operationTypes } from './operation-types.ts';
import { resolverTypes } from './resolver-types.ts';
import { subgraphDocument } from './subgraph-sdl.ts';

// `npm run schema`: SDL → supergraph, resolver types and the shop's typed documents, after checking the SDL. With --check it writes
// nothing and exits 1 when what is committed is stale.

const checkOnly = process.argv.includes('--check');
const root = new URL('../', import.meta.url);

const current = (path: string): string => {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return '';
  }
};

function fail(what: string, reasons: string[]): never {
  console.error(`${what}:\n${reasons.map(reason => `  - ${reason}`).join('\n')}`);
  process.exit(1);
}

const findings = subgraphs.flatMap(name => lint(name, subgraphDocument(name)));
if (findings.length > 0) fail('The SDL breaks the rules of the house', findings);

const composed = compose();
if ('errors' in composed) fail('The subgraphs do not compose', composed.errors);

const supergraphPath = 'schema/supergraph.graphql';
const committed = current(supergraphPath);
const breaking = committed === '' ? [] : breakingChanges(committed, composed.supergraphSdl);
if (breaking.length > 0 && !process.argv.includes('--allow-breaking')) {
  fail('Clients would break (say --allow-breaking if that is meant)', breaking);
}

const files = new Map([
  [supergraphPath, composed.supergraphSdl],
  ['schema/events.md', eventsPage()],
]);
for (const name of subgraphs)
  files.set(`subgraphs/${name}/resolvers.generated.ts`, await resolverTypes(name));
for (const [path, content] of await operationTypes(apiSchemaOf(composed.supergraphSdl)))
  files.set(path, content);

const stale = [...files].filter(([path, content]) => current(path) !== content).map(([path]) => path);
if (checkOnly && stale.length > 0) fail('Stale: run npm run schema and commit', stale);
for (const path of stale) {
  writeFileSync(new URL(path, root), files.get(path) ?? '');
  console.log(`wrote ${path}`);
}
console.log(`The SDL is sound: ${subgraphs.length} subgraphs compose, nothing breaks clients.`);
