import { parseArgs } from 'node:util';
import { explain } from '../deploy/local/explain.ts';
import { readDeadLettersSettings } from './env.ts';
import { type DeadLetter, listInbox, openInboxes } from './inboxes.ts';
import { openBroker } from './rabbitmq.ts';
import { replay } from './replay.ts';

// The command `npm run dead-letters`: lists the events that could not be applied, and has them tried again.

const usage = `npm run dead-letters                    lists them
npm run dead-letters -- replay ID …     has these tried again, after their cause was mended
npm run dead-letters -- replay --all    has all tried again`;

function show(letters: readonly DeadLetter[]): void {
  for (const { id, where, type, about, since, reason } of letters)
    console.log(`${id}  ${type} about ${about}, in ${where} since ${since}: ${reason}`);
  console.log(letters.length === 0 ? 'There are no dead letters.' : `${letters.length} dead letters.`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { all: { type: 'boolean' } },
  });
  const [verb = 'list', ...ids] = positionals;
  const isReplay = verb === 'replay' && (values.all || ids.length > 0);
  if (verb !== 'list' && !isReplay) throw new Error(`What is to be done?\n${usage}`);
  const { databases, amqpUrl } = readDeadLettersSettings();
  const inboxes = await openInboxes(databases);
  const broker = openBroker(amqpUrl);
  try {
    const letters = [...(await listInbox(inboxes)), ...(await broker.list())];
    if (verb === 'list') return show(letters);
    const unknown = ids.filter(id => !letters.some(letter => letter.id === id));
    if (unknown.length > 0) throw new Error(`There is no dead letter ${unknown.join(', ')}.`);
    const chosen = letters.filter(({ id }) => values.all || ids.includes(id));
    console.log(`${await replay(chosen, inboxes, broker)} of ${chosen.length} dead letters are tried again.`);
  } finally {
    await broker.close();
    await Promise.all(Array.from(inboxes.values(), connection => connection.end()));
  }
}

await main().catch(error => {
  console.error(explain(error));
  process.exitCode = 1;
});
