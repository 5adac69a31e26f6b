import { z } from 'zod';
import { readSettings } from '../runtime/settings.ts';
import { gatewayUrlOf, storeSettings } from '../seed/env.ts';
import { openStore, type Store } from '../seed/store-client.ts';
import { StoreUnreachable } from '../seed/store-errors.ts';
import { narratorOn } from './narrator.ts';
import { tellStory } from './story.ts';

async function isRunning(store: Store): Promise<boolean> {
  try {
    await store.ask({ document: '{ __typename }', answer: z.object({ __typename: z.string() }) });
    return true;
  } catch (error) {
    if (error instanceof StoreUnreachable) return false;
    throw error;
  }
}

/** Whether the story went through to its end and every step as it should. */
async function demonstrate(store: Store): Promise<boolean> {
  const narrator = narratorOn(process.stdout);
  let atTheEnd = true;
  try {
    await tellStory(store, narrator);
  } catch (error) {
    if (narrator.failures === 0) throw error;
    atTheEnd = false;
  }
  const { steps, failures } = narrator;
  const rest = atTheEnd ? '' : ' The rest depends on it and was not tried.';
  process.stdout.write(
    failures === 0
      ? `\nAll ${steps} steps went as they should.\n`
      : `\n${failures} of ${steps} steps did not go as they should.${rest}\n`,
  );
  return failures === 0;
}

try {
  const store = openStore(gatewayUrlOf(readSettings(storeSettings)));
  if (await isRunning(store)) {
    process.stdout.write(`The main story, told to the store at ${store.url}\n`);
    if (!(await demonstrate(store))) process.exitCode = 1;
  } else {
    process.stderr.write(`No store answers at ${store.url}: start it with npm start.\n`);
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(
    `The story cannot be told: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
