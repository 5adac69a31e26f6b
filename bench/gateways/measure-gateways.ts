import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePrograms } from '../../deploy/bundle/bundle-programs.ts';
import { freePort } from '../../deploy/local/free-port.ts';
import { median } from '../../testing/median.ts';
import { compareAnswers } from '../compare-answers.ts';
import { type Contender, programs } from '../contenders/contenders.ts';
import { type RunningContender, startContender } from '../contenders/running-contender.ts';
import { startProcess } from '../contenders/start-process.ts';
import { measure } from '../load/measure.ts';
import { rateOf } from '../load/sample.ts';
import type { Rounds } from '../results.ts';
import { composeLibrary, libraryDocuments } from '../subgraphs/compose-library.ts';
import { warmUpSeconds } from '../warm-up.ts';

// The machine's speed changes within seconds: short turns have all gateways share what is fast and slow of it.
const turnSeconds = 1;

/** The queries of the gateway half, each a file in bench/queries. */
export const queryNames = ['heavy', 'small', 'tiny'] as const;

export type QueryName = (typeof queryNames)[number];

const queryOf = (name: QueryName) =>
  readFileSync(join(import.meta.dirname, `../queries/${name}.graphql`), 'utf8');

async function measureQuery(
  running: readonly RunningContender[],
  name: QueryName,
  { seconds, rounds, callsSoFar }: { seconds: number; rounds: number; callsSoFar: () => Promise<number> },
): Promise<Rounds[]> {
  const able = running.filter(({ contender }) => contender.queries?.includes(name) ?? true);
  const query = queryOf(name);
  const bytes = await compareAnswers(able, query);
  console.log(`${name}: ${bytes} bytes`);
  const measured = able.map(
    ({ contender }): Rounds => ({ query: name, contender: contender.name, full: [], half: [] }),
  );
  const load = { query, bytes, seconds, callsSoFar };
  for (const each of able) await measure(each, { ...load, seconds: Math.max(seconds, warmUpSeconds) });
  const turns = Math.ceil(seconds / turnSeconds);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < turns; turn += 1)
      for (const [index, each] of able.entries())
        measured[index]?.full.push(await measure(each, { ...load, seconds: turnSeconds }));
    for (const [index, each] of able.entries()) {
      const lately = measured[index]?.full.slice(-turns) ?? [];
      const rate = Math.max(1, median(lately.map(rateOf)) / 2);
      measured[index]?.half.push(await measure(each, { ...load, rate }));
    }
  }
  return measured;
}

/** Measures gateways beside each other over the same subgraphs with the same queries, in turn, several times over. */
export async function measureGateways(
  contenders: readonly Contender[],
  queries: readonly QueryName[],
  options: { folder: string; seconds: number; rounds: number },
): Promise<Rounds[]> {
  const { folder } = options;
  const bundle = join(folder, 'gateways');
  rmSync(bundle, { recursive: true, force: true });
  await bundlePrograms(programs, bundle);
  const ports = new Map<string, number>();
  for (const [name] of libraryDocuments()) ports.set(name, await freePort());
  const supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, composeLibrary(ports));
  const subgraphs = startProcess({
    command: [
      process.execPath,
      join(import.meta.dirname, '../subgraphs/serve.ts'),
      ...Array.from(ports, ([name, port]) => `${name}=${port}`),
    ],
    settings: {},
    logFile: join(folder, 'subgraphs.log'),
  });
  const running: RunningContender[] = [];
  const measured: Rounds[] = [];
  try {
    const settings = { BOOKS_PORT: String(ports.get('books')) };
    for (const contender of contenders)
      running.push(
        await startContender(contender, { supergraphFile, bundle, folder, settings, query: queryOf('tiny') }),
      );
    const callsSoFar = async () =>
      Number(await (await fetch(`http://127.0.0.1:${ports.get('books')}`)).text());
    for (const name of queries)
      measured.push(...(await measureQuery(running, name, { ...options, callsSoFar })));
    return measured;
  } finally {
    for (const each of running) each.stop();
    subgraphs.kill('SIGKILL');
  }
}
