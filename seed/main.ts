import { readSettings } from '../runtime/settings.ts';
import { CannotSeed } from './cannot-seed.ts';
import { type Command, parseCommand, usage, WrongUsage } from './command-line.ts';
import { gatewayUrlOf, seedSettings } from './env.ts';
import { loadCsv } from './load-csv.ts';
import { loadDemo } from './load-demo.ts';
import { loadSyntheticBooks } from './load-synthetic-books.ts';
import { oneRunAtATime } from './one-run-at-a-time.ts';
import { openStore } from './store-client.ts';
import { StoreUnreachable } from './store-errors.ts';

async function run(command: Command): Promise<void> {
  if (command.verb === 'help') {
    process.stdout.write(usage);
    return;
  }
  const store = openStore(gatewayUrlOf(readSettings(seedSettings)));
  await oneRunAtATime(store.url, async () => {
    if (command.verb === 'demo') await loadDemo(store);
    if (command.verb === 'csv') await loadCsv(store, command.file, command.seller);
    if (command.verb === 'books') await loadSyntheticBooks(store, command.count);
  });
}

function messageFor(error: unknown): string {
  if (error instanceof WrongUsage) return `${error.message}\n\n${usage}`;
  if (error instanceof StoreUnreachable) return `${error.message} Start it with: npm start\n`;
  if (error instanceof CannotSeed) return `${error.message}\n`;
  return `Seeding failed: ${error instanceof Error ? error.message : String(error)}\n`;
}

try {
  await run(parseCommand(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(messageFor(error));
  process.exitCode = 1;
}
