import '../../runtime/node-env.ts';
import '../../runtime/small-heap.ts';
import { setTimeout as delay } from 'node:timers/promises';
import { startSealing } from '../../runtime/audit/start-sealing.ts';
import { closeOnSignal, exitOnUncaught } from '../../runtime/close-on-signal.ts';
import { databaseChecks } from '../../runtime/database-checks.ts';
import { startErasing } from '../../runtime/erasure/start-erasing.ts';
import { startRelay } from '../../runtime/events/start-events.ts';
import { createHttpServer } from '../../runtime/http-server.ts';
import { inTime } from '../../runtime/in-time.ts';
import { listen } from '../../runtime/listen.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readSettings } from '../../runtime/settings.ts';
import { openTelemetry } from '../../runtime/telemetry.ts';
import { inTrace } from '../../runtime/tracing/spans.ts';
import { openPurchaseDatabase } from './database.ts';
import { claimDuePurchases } from './due-purchases.ts';
import { workerSettings } from './env.ts';
import { eraseUser } from './erasure/erase-user.ts';
import { measurePurchases } from './measure-purchases.ts';
import { openStore } from './open-store.ts';
import { settlePurchase } from './settle-purchase.ts';

const idleMilliseconds = 500;

const settings = readSettings(workerSettings);
const logger = createLogger('worker', settings.LOG_LEVEL);
exitOnUncaught(logger);
const telemetry = await openTelemetry('worker', settings, logger);

const database = await openPurchaseDatabase(settings, logger);
const { store, catalog, tokens } = openStore(settings, database, logger);
const stopMeasuring = measurePurchases(database.fork());
const app = createHttpServer({
  logger,
  trustRequestId: true,
  settings,
  checks: [
    ...databaseChecks(database, 'purchase'),
    { name: 'catalog', vital: false, probe: () => catalog.isAlive() },
  ],
});

let isStopping = false;

async function settle(id: string): Promise<void> {
  try {
    await inTrace(
      {},
      () => ({ name: 'settle purchase', kind: 'internal' }),
      () => settlePurchase(store, id),
    );
  } catch (error) {
    logger.warn({ err: error, purchaseId: id }, 'a purchase could not be settled yet');
  }
}

/** Claims what is due and settles it; how much that was. */
async function round(): Promise<number> {
  const ids = await claimDuePurchases(store);
  await Promise.all(ids.map(settle));
  return ids.length;
}

/**
 * Works until told to stop, and rests when there is nothing. A round that takes longer than others leave alone what
 * it has claimed is not waited for: whatever it hangs in, it keeps no other purchase waiting.
 */
async function work(): Promise<void> {
  while (!isStopping) {
    const settled = await inTime(round(), settings.RECOVERY_SECONDS * 1000).catch(error => {
      logger.warn({ err: error }, 'what is due cannot be settled now');
      return 0;
    });
    if (settled === 0) await delay(idleMilliseconds);
  }
}

const relay = startRelay({
  name: 'purchase',
  database,
  urls: { auth: settings.AUTH_URL },
  tls: settings.INTERNAL_TLS_DIR,
  tokens,
  amqpUrl: settings.AMQP_URL,
  logger,
});
await listen(app, 'worker', settings.HOST, settings.WORKER_PORT);
const working = work();
const erasing = startErasing(database, eraseUser, logger);
const sealing = startSealing(database, logger);
closeOnSignal(
  logger,
  [
    () => app.close(),
    async () => {
      isStopping = true;
      await working;
    },
    () => erasing.stop(),
    () => sealing.stop(),
    () => relay.stop(),
    () => catalog.close(),
    async () => stopMeasuring(),
    () => database.close(),
    () => telemetry.close(),
  ],
  settings.DRAIN_SECONDS,
);
