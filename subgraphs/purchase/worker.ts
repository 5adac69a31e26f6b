import { setTimeout as delay } from 'node:timers/promises';
import { closeOnSignal, exitOnUncaught } from '../../runtime/close-on-signal.ts';
import { createHttpServer } from '../../runtime/http-server.ts';
import { listen } from '../../runtime/listen.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readSettings } from '../../runtime/settings.ts';
import { openPurchaseDatabase } from './database.ts';
import { claimDuePurchases } from './due-purchases.ts';
import { workerSettings } from './env.ts';
import { openStore } from './open-store.ts';
import { settlePurchase } from './settle-purchase.ts';

const idleMilliseconds = 500;

const settings = readSettings(workerSettings);
const logger = createLogger('worker', settings.LOG_LEVEL);
exitOnUncaught(logger);

const database = await openPurchaseDatabase(settings.DATABASE_URL_PURCHASE);
const { store, catalog } = openStore(settings, database, logger);
const app = createHttpServer({
  logger,
  trustRequestId: true,
  checks: [
    { name: 'database', vital: true, probe: () => database.ping() },
    { name: 'catalog', vital: false, probe: () => catalog.isAlive() },
  ],
});

let isStopping = false;

async function settle(id: string): Promise<void> {
  try {
    await settlePurchase(store, id);
  } catch (error) {
    logger.warn({ err: error, purchaseId: id }, 'a purchase could not be settled yet');
  }
}

/** Works until told to stop: claims what is due, settles it, and rests when there is nothing. */
async function work(): Promise<void> {
  while (!isStopping) {
    const ids = await claimDuePurchases(store).catch(error => {
      logger.warn({ err: error }, 'what is due cannot be read');
      return [];
    });
    await Promise.all(ids.map(settle));
    if (ids.length === 0) await delay(idleMilliseconds);
  }
}

await listen(app, 'worker', settings.HOST, settings.WORKER_PORT);
const working = work();
closeOnSignal(logger, [
  async () => {
    isStopping = true;
    await working;
  },
  () => app.close(),
  () => catalog.close(),
  () => database.close(),
]);
