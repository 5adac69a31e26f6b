import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '../deploy/local/free-port.ts';
import { installDependenciesOf } from '../deploy/local/install-dependencies.mjs';
import { places } from '../deploy/local/places.ts';
import { flag, numberOption, readOptions } from '../load/read-options.ts';
import { compareAnswers } from './compare-answers.ts';
import { contenders } from './contenders/contenders.ts';
import { type RunningContender, startContender } from './contenders/running-contender.ts';
import { startProcess } from './contenders/start-process.ts';
import { measure } from './load/measure.ts';
import { type Rounds, resultTable, rowsOf } from './results.ts';
import { composeLibrary, libraryDocuments } from './subgraphs/compose-library.ts';

// The command `npm run bench`: our gateway beside others, over the same subgraphs with the same queries, in turn, several
// times over. Prints a table and writes the figures to .data/bench/results.json. --only names contenders or queries,
// separated by commas; --without-peers leaves out those that bench/package.json installs.

const options = readOptions({
  seconds: numberOption(5, 1, 600),
  rounds: numberOption(3, 1, 100),
  only: z.string().optional(),
  'without-peers': flag(),
});

const folder = join(places.data, 'bench');
mkdirSync(folder, { recursive: true });
const queryNames = ['heavy', 'small', 'tiny'];
const only = options.only?.split(',').map(word => word.trim());
const isWanted = (name: string, all: readonly string[]) =>
  !only?.some(word => all.includes(word)) || only.includes(name);
const queryOf = (name: string) => readFileSync(join(import.meta.dirname, `queries/${name}.graphql`), 'utf8');
const names = contenders.map(({ name }) => name);
const chosen = contenders.filter(
  ({ name, isPeer }) => isWanted(name, names) && !(isPeer && options['without-peers']),
);
if (chosen.some(({ isPeer }) => isPeer)) await installDependenciesOf('bench');

const ports = new Map<string, number>();
for (const [name] of libraryDocuments()) ports.set(name, await freePort());
const supergraphFile = join(folder, 'supergraph.graphql');
writeFileSync(supergraphFile, composeLibrary(ports));
const subgraphs = startProcess({
  command: [
    process.execPath,
    join(import.meta.dirname, 'subgraphs/serve.ts'),
    ...Array.from(ports, ([name, port]) => `${name}=${port}`),
  ],
  settings: {},
  logFile: join(folder, 'subgraphs.log'),
});

const running: RunningContender[] = [];
const measured: Rounds[] = [];

async function measureQuery(name: string): Promise<void> {
  const able = running.filter(({ contender }) => contender.queries?.includes(name) ?? true);
  const query = queryOf(name);
  const bytes = await compareAnswers(able, query);
  console.log(`${name}: ${bytes} bytes`);
  const rounds = able.map(
    ({ contender }): Rounds => ({ query: name, contender: contender.name, full: [], half: [] }),
  );
  for (const each of able) await measure(each, { query, bytes, seconds: options.seconds });
  for (let round = 0; round < options.rounds; round += 1)
    for (const [index, each] of able.entries()) {
      const full = await measure(each, { query, bytes, seconds: options.seconds });
      const rate = Math.max(1, full.answered / full.seconds / 2);
      const half = await measure(each, { query, bytes, seconds: options.seconds, rate });
      rounds[index]?.full.push(full);
      rounds[index]?.half.push(half);
    }
  measured.push(...rounds);
}

try {
  const settings = { BOOKS_PORT: String(ports.get('books')) };
  for (const contender of chosen)
    running.push(
      await startContender(contender, { supergraphFile, folder, settings, query: queryOf('tiny') }),
    );
  for (const name of queryNames.filter(each => isWanted(each, queryNames))) await measureQuery(name);
  const rows = rowsOf(measured);
  const machine = { processor: cpus()[0]?.model, cores: cpus().length, node: process.versions.node };
  writeFileSync(join(folder, 'results.json'), JSON.stringify({ machine, options, rows, measured }, null, 2));
  console.log(`\n${machine.cores} × ${machine.processor}, Node ${machine.node}\n\n${resultTable(rows)}`);
} finally {
  for (const each of running) each.stop();
  subgraphs.kill('SIGKILL');
}
