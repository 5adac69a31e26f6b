import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { places } from '../deploy/local/places.ts';
import { reasonOf } from '../runtime/reason-of.ts';
import { CannotSeed } from './cannot-seed.ts';
import { csvRows } from './csv-rows.ts';
import { signInCsvSeller } from './csv-seller.ts';
import { openJournal } from './journal.ts';
import { letRequestsEnd } from './let-requests-end.ts';
import { progressOn } from './progress.ts';
import { publishRows } from './publish-rows.ts';
import type { Caller } from './sign-in.ts';
import type { Store } from './store-client.ts';

async function fingerprintOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    throw new CannotSeed(`${file} cannot be read (${reasonOf(error)}).`);
  }
  // A header line that cannot be used is told before anything is done.
  for await (const _ of csvRows(file)) break;
  return hash.digest('hex');
}

/** The journal of a file for a seller: an account's id is of one store alone, so that a new store begins anew. */
function journalOf(fingerprint: string, { userId }: Caller): string {
  const name = createHash('sha256').update(`${fingerprint} ${userId}`).digest('hex');
  return join(places.data, 'seed', `${name}.journal`);
}

const counted = (rows: number) => `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;

/**
 * Publishes the rows of a CSV file as books of the account `seller` (without it, of an account made for it):
 * those that no earlier run with the same file and seller has published. Prints progress, and each bad row by
 * its number with the reason. Throws CannotSeed, when not one row is in the store in the end too.
 */
export async function loadCsv(store: Store, file: string, seller: string | undefined): Promise<void> {
  const fingerprint = await fingerprintOf(file);
  const caller = await signInCsvSeller(store, seller);
  const journal = openJournal(journalOf(fingerprint, caller));
  if (journal.interrupted) await letRequestsEnd();
  const progress = progressOn(process.stdout, basename(file));
  const count = { published: 0, found: 0, bad: 0 };
  await publishRows({
    store,
    caller,
    rows: () => csvRows(file),
    ledger: journal,
    onRow: (row, outcome) => {
      if (typeof outcome === 'string') count[outcome] += 1;
      else {
        count.bad += 1;
        progress.say(`Row ${row.number} (line ${row.line}) is skipped: ${outcome.refused}`);
      }
      progress.show(row.share, `${counted(count.published)} published`);
    },
  });
  journal.end();
  progress.end(
    `${counted(count.published)} published, ${count.found.toLocaleString('en')} there before, ${count.bad.toLocaleString('en')} bad`,
  );
  if (count.bad > 0 && count.published + count.found === 0) {
    throw new CannotSeed(`No row of ${file} could be published.`);
  }
}
