import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildPages } from '../deploy/local/build-pages.ts';
import { explain } from '../deploy/local/explain.ts';
import { ensureDatabaseProgram } from '../deploy/local/install-database.ts';
import { ensureForTests } from '../deploy/local/install-for-tests.ts';
import { places, projectFolder } from '../deploy/local/places.ts';
import { StartError } from '../deploy/local/start-error.ts';
import { brokerProgram } from '../testing/broker-program.ts';
import { nginxProgram } from '../testing/nginx-program.ts';
import { type ChaosOptions, parseCommand, usage, WrongUsage } from './command-line.ts';
import { playRounds } from './play-rounds.ts';
import { summaryLines } from './round/report.ts';
import { startChaosStore } from './store/chaos-store.ts';

// The command `npm run chaos`: breaks a store of its own in all ways while people use it, and asks whether it lied.

/** Sees to it that there is everything that the store is made of. Throws a StartError where there is not. */
async function ensureParts({ hasBroker }: ChaosOptions): Promise<void> {
  await ensureDatabaseProgram();
  await ensureForTests('NGINX');
  if (!nginxProgram()) throw new StartError('npm run chaos needs NGINX: install nginx-light.');
  if (hasBroker) await ensureForTests('RabbitMQ');
  if (hasBroker && !brokerProgram())
    throw new StartError('--rabbitmq needs RabbitMQ: install rabbitmq-server.');
  await buildPages(new AbortController().signal);
}

/** Plays all rounds on a store with everything of its in `folder`; whether nothing was wrong. */
async function play(options: ChaosOptions, folder: string): Promise<boolean> {
  const store = await startChaosStore({ folder, hasBroker: options.hasBroker });
  const stop = async () => {
    await store.stop();
    rmSync(folder, { recursive: true });
    process.exit(1);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const results = await playRounds(store, options, line => console.log(line)).finally(() => store.stop());
  for (const line of summaryLines(results)) console.log(line);
  return results.every(result => result.wrongs.length === 0);
}

/** Plays all rounds; whether nothing was wrong. What shows why not is kept. */
async function run(options: ChaosOptions): Promise<boolean> {
  await ensureParts(options);
  mkdirSync(places.data, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(places.data, 'chaos-'));
  console.log(`seed ${options.seed}${options.hasBroker ? ', with RabbitMQ' : ''}: starting a store`);
  let isSound = false;
  try {
    isSound = await play(options, folder);
  } finally {
    if (isSound) rmSync(folder, { recursive: true });
    else console.log(`logs and databases are in ${relative(projectFolder, folder)}`);
  }
  return isSound;
}

async function main(): Promise<boolean> {
  const options = parseCommand(process.argv.slice(2));
  if (options) return run(options);
  console.log(usage);
  return true;
}

try {
  process.exit((await main()) ? 0 : 1);
} catch (error) {
  console.error(error instanceof WrongUsage ? `${error.message}\n\n${usage}` : explain(error));
  process.exit(1);
}
