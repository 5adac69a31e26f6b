import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { explain } from '../deploy/local/explain.ts';
import { installDependenciesOf } from '../deploy/local/install-dependencies.mjs';
import { places } from '../deploy/local/places.ts';
import { StartError } from '../deploy/local/start-error.ts';
import { flag, numberOption, readOptions } from '../load/read-options.ts';
import { Choice } from './choice.ts';
import { contenders } from './contenders/contenders.ts';
import { gatewayMarks } from './gateways/gateway-marks.ts';
import { measureGateways, queryNames } from './gateways/measure-gateways.ts';
import { addFigures, keptResults, type StoreFigures } from './kept-results.ts';
import { markTable } from './marks.ts';
import { resultTable, rowsOf } from './results.ts';
import { measureStore } from './store/measure-store.ts';
import { operationNames } from './store/rows/operations.ts';
import { shopRowsOf, shopTable } from './store/shop-results.ts';
import { fillWord, partNames, shopNames } from './store/store-parts.ts';
import type { Telling } from './store/told.ts';

// The command `npm run bench`: our gateway beside others, and our store beside others, in turn, several times over. Prints
// tables and writes the figures to .data/bench/results.json. bench/README.md tells of the options.

const options = readOptions({
  seconds: numberOption(3, 1, 600),
  rounds: numberOption(3, 1, 100),
  only: z.string().optional(),
  'without-peers': flag(),
  /** Figures of earlier runs stay, but for what is measured again: so a long run can be had in pieces. */
  add: flag(),
  /** A CSV file with books for the store, as `npm run seed` reads it; made-up ones without it. */
  books: z.string().optional(),
  /** How many books the ordinary store has, and the peer. */
  few: numberOption(10_000, 200, 900_000),
  /** How many books the larger store has. */
  many: numberOption(1_000_000, 20_000, 10_000_000),
  users: numberOption(100_000, 1_000, 10_000_000),
  purchases: numberOption(200_000, 1_000, 10_000_000),
});

const folder = join(places.data, 'bench');
const file = join(folder, 'results.json');
const contenderNames = contenders.map(({ name }) => name);
const gatewayWords = ['gateway', ...contenderNames, ...queryNames];
const storeWords = ['store', fillWord, ...partNames, ...operationNames, ...Object.values(shopNames)];

async function gatewayHalf(choice: Choice) {
  const names = choice.among(contenderNames);
  const chosen = contenders.filter(
    ({ name, isPeer }) => names.includes(name) && !(isPeer && options['without-peers']),
  );
  if (chosen.some(({ isPeer }) => isPeer)) await installDependenciesOf('bench/peers');
  const measured = await measureGateways(chosen, choice.among(queryNames), { folder, ...options });
  return { rows: rowsOf(measured), marks: gatewayMarks(measured), measured };
}

const figuresOf = ({ measured, marks, versions }: Telling): StoreFigures => ({
  rows: shopRowsOf(measured),
  marks,
  versions,
});

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const choice = new Choice(options.only, [...gatewayWords, ...storeWords]);
  const earlier = options.add ? keptResults(file) : undefined;
  const { 'without-peers': withoutPeers, ...amounts } = options;
  const machine = {
    processor: cpus()[0]?.model,
    cores: cpus().length,
    gigabytes: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
  };
  const write = (halves: { gateway: unknown; store: unknown }) =>
    writeFileSync(
      file,
      JSON.stringify({ at: new Date().toISOString(), machine, options, ...halves }, null, 2),
    );

  const measured = choice.wants(gatewayWords) ? await gatewayHalf(choice) : undefined;
  const gateway = measured ?? earlier?.gateway;
  let store: StoreFigures | undefined = earlier?.store;
  if (measured) write({ gateway, store });
  const { failures } = choice.wants(storeWords)
    ? await measureStore(choice, { ...amounts, withoutPeers }, so => {
        store = addFigures(earlier?.store, figuresOf(so));
        write({ gateway, store: { ...store, measured: so.measured } });
      })
    : { failures: [] };

  const { processor, cores, gigabytes, node } = machine;
  console.log(`\n${cores} × ${processor}, ${gigabytes} GB, Node ${node}`);
  if (measured) console.log(`\n${resultTable(measured.rows)}\n\n${markTable(measured.marks)}`);
  if (store) {
    const versions = Object.entries(store.versions).map(([name, version]) => `${name} ${version}`);
    console.log(`\n${versions.join(', ')}\n\n${shopTable(store.rows)}\n\n${markTable(store.marks)}`);
  }
  if (failures.length > 0) throw new StartError(`Not all was measured:\n${failures.join('\n')}`);
}

await main().catch(error => {
  console.error(explain(error));
  process.exitCode = 1;
});
