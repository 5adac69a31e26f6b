import { listSnapshots, type Snapshot, sumsFile } from '../backup/archive/snapshots.ts';
import { checkSums } from '../backup/archive/sums.ts';
import { openSource } from '../backup/source/open-source.ts';
import { checkInvariants, type Verdict } from '../invariants/check-invariants.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';
import { bringAllUpToDate } from './bring-up-to-date.ts';
import { choosePoint, type Point } from './choose-point.ts';
import {
  deletedInDatabase,
  deletedInSnapshot,
  keepDeletedAccounts,
  readDeletedAccounts,
} from './deletions/deleted-accounts.ts';
import type { Settings } from './env.ts';
import { markWhole } from './load/prepare-target.ts';
import { reconcile } from './reconcile/reconcile.ts';
import { checkDatabase, loadDatabase, replayDatabase, type Target } from './restore-database.ts';
import type { Steps } from './steps.ts';

const count = (number: number): string => number.toLocaleString('en');

async function withTargets<Result>(
  { databases }: Settings,
  which: readonly SubgraphName[],
  work: (targets: Target[]) => Promise<Result>,
): Promise<Result> {
  const opened = await Promise.allSettled(which.map(name => openSource(name, databases[name])));
  try {
    const failed = opened.find(result => result.status === 'rejected');
    if (failed) throw failed.reason;
    const connections = opened.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
    return await work(
      which.flatMap((subgraph, index) => {
        const connection = connections[index];
        return connection ? [{ subgraph, connection: connection.promise() }] : [];
      }),
    );
  } finally {
    for (const result of opened) if (result.status === 'fulfilled') result.value.destroy();
  }
}

async function checkSnapshot({ snapshot }: Point): Promise<void> {
  const { wrong } = await checkSums(snapshot.folder, sumsFile);
  if (wrong.length > 0) throw new Error(`${snapshot.folder} is damaged: ${wrong.join(', ')}`);
}

/** Puts who has left on the archive's list: by the databases that are about to be emptied, and by all snapshots. */
async function listDeletedAccounts(
  archive: string,
  targets: readonly Target[],
  snapshots: readonly Snapshot[],
): Promise<void> {
  const here = await Promise.all(targets.map(({ connection }) => deletedInDatabase(connection)));
  const there = await Promise.all(snapshots.map(deletedInSnapshot));
  keepDeletedAccounts(archive, [...here, ...there].flat());
}

/**
 * Fills the databases from the backup, to the point in time: all of them, or those that are named. They are marked as
 * unfinished until the mark is taken away.
 */
export async function restoreDatabases(
  settings: Settings,
  command: { to: string; only: readonly SubgraphName[]; overwrite: boolean },
  steps: Steps,
): Promise<void> {
  const { archive } = settings;
  const { to, only, overwrite } = command;
  const snapshots = listSnapshots(archive);
  const point = choosePoint(archive, snapshots, to, only);
  await withTargets(settings, only, async targets => {
    await steps.do(
      'looking at the backup and the databases',
      async () => {
        await Promise.all(targets.map(target => checkDatabase(target, point, overwrite)));
        await checkSnapshot(point);
        await listDeletedAccounts(archive, targets, snapshots);
      },
      () => `snapshot ${point.snapshot.name}${point.until === undefined ? ', without its logs' : ''}`,
    );
    await steps.do(
      'filling the databases from the snapshot',
      () => Promise.all(targets.map(target => loadDatabase(target, point.snapshot))),
      rows => `${count(rows.reduce((sum, each) => sum + each, 0))} rows`,
    );
    if (point.until === undefined) return;
    await steps.do(
      'doing again what the logs tell',
      () => Promise.all(targets.map(target => replayDatabase(archive, target, point))),
      done => `${count(done.reduce((sum, { transactions }) => sum + transactions, 0))} transactions`,
    );
  });
}

/**
 * Makes a store of databases that were filled: brings them to the newest schema and into agreement, takes their marks
 * away, and asks the oracle. As nobody works in them yet, nothing is late that became due since the point in time.
 */
export async function finishRestore(
  settings: Settings,
  restored: readonly SubgraphName[],
  steps: Steps,
): Promise<Verdict> {
  const { archive, databases, recoverySeconds } = settings;
  await steps.do('migrating to the newest schema', () => bringAllUpToDate(databases));
  await steps.do(
    'bringing the databases into agreement',
    () => reconcile(databases, restored, readDeletedAccounts(archive)),
    done =>
      [
        `${count(done.reservations)} reservations`,
        `${count(done.subjects)} subjects of events`,
        `${count(done.paymentsFollowed)} payments`,
        `${count(done.chargesGivenBack)} charges given back`,
        `${count(done.sessionsEnded)} sessions ended`,
        `${count(done.accountsDeleted)} accounts deleted again`,
      ].join(', '),
  );
  await withTargets(settings, subgraphs, async targets => {
    for (const { connection } of targets) await markWhole(connection);
  });
  const forEver = 100 * 365 * 24 * 3600;
  return steps.do(
    'asking the oracle',
    () => checkInvariants(databases, { recoverySeconds, graceSeconds: forEver }),
    ({ violations, counts }) => `${count(counts.purchases ?? 0)} purchases, ${violations.length} violations`,
  );
}
