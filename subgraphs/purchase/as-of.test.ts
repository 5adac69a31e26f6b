import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { createLogger } from '../../runtime/logger.ts';
import {
  type Purchase,
  payPurchase,
  publishBook,
  purchaseBook,
  readPurchase,
  soundDelivery,
} from '../../testing/operations.ts';
import { runAsAdministrator } from '../../testing/test-databases.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { type Person, StoreUser } from '../../testing/use-store.ts';
import { openPurchaseDatabase } from './database.ts';
import { Payment } from './payment.ts';
import { loadPayment } from './payment-steps.ts';

let running: TestStore;
let store: StoreUser;
let buyer: Person;
let bookId: string;

beforeAll(async () => {
  running = await startTestStore('as_of');
  store = new StoreUser(running.description);
  buyer = store.person();
  bookId = await publishBook(store.person().client, { stock: 10 });
});

afterAll(async () => {
  await running.stop();
});

/** A purchase that is paid. */
async function buy(): Promise<{ purchaseId: string; paymentId: string }> {
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  const paid = await payPurchase(buyer.client, { purchaseId: purchase?.id ?? '' });
  return { purchaseId: purchase?.id ?? '', paymentId: paid.purchase?.payment?.id ?? '' };
}

/** Sets the statuses of a purchase and of its payment. */
async function set(purchaseId: string, status: string, payment: string): Promise<void> {
  await store.rows('purchase', 'UPDATE purchase SET status = ? WHERE id = ?', [status, purchaseId]);
  await store.rows('purchase', 'UPDATE payment SET status = ? WHERE purchase_id = ?', [payment, purchaseId]);
}

/** Those of the tables whose rows somebody is kept waiting for. */
async function awaited(tables: readonly string[]): Promise<string[]> {
  const database = new URL(running.description.databases.purchase).pathname.slice(1);
  const statements = (await runAsAdministrator('SHOW FULL PROCESSLIST')).filter(
    ({ db, State }) => db === database && /metadata lock|table level lock/.test(String(State)),
  );
  return tables.filter(table => statements.some(({ Info }) => String(Info).includes(`FROM ${table} `)));
}

/** What a reader is told who has read the purchase's row, while what belongs to it goes on before that is read. */
async function readAcross(purchaseId: string, goOn: readonly string[]): Promise<Purchase | null> {
  const tables = ['payment', 'delivery', 'purchase_event'];
  const holder = await createConnection({ uri: running.description.databases.purchase, timezone: 'Z' });
  try {
    await holder.query(`LOCK TABLES ${tables.map(table => `${table} WRITE`).join(', ')}`);
    const read = readPurchase(buyer.client, purchaseId);
    const deadline = Date.now() + 60_000;
    while ((await awaited(tables)).length < tables.length) {
      if (Date.now() > deadline) throw new Error('nobody waits for the tables');
      await delay(20);
    }
    for (const statement of goOn) await holder.query(statement, [purchaseId]);
    await holder.query('UNLOCK TABLES');
    return await read;
  } finally {
    await holder.end();
  }
}

const statuses = (told: Purchase | null) => ({
  purchase: told?.status,
  payment: told?.payment?.status,
  delivery: told?.delivery?.status,
  history: told?.history.map(({ status }) => status),
});

describe('what belongs to a purchase goes on after its row was read: all is told as of one moment', () => {
  test('it is paid', async () => {
    const { purchaseId } = await buy();
    await set(purchaseId, 'AWAITING_PAYMENT', 'AUTHORIZED');
    await store.rows('purchase', `DELETE FROM purchase_event WHERE purchase_id = ? AND status = 'PAID'`, [
      purchaseId,
    ]);
    const told = await readAcross(purchaseId, [
      `UPDATE payment SET status = 'CAPTURED' WHERE purchase_id = ?`,
      `INSERT INTO purchase_event (purchase_id, id, at, status) VALUES (?, UUID(), NOW(3), 'PAID')`,
    ]);
    expect(statuses(told)).toEqual({
      purchase: 'AWAITING_PAYMENT',
      payment: 'AUTHORIZED',
      delivery: 'PENDING',
      history: ['PENDING', 'AWAITING_PAYMENT'],
    });
  });

  test('it is called off, and the money is given back', async () => {
    const { purchaseId } = await buy();
    const told = await readAcross(purchaseId, [
      `UPDATE payment SET status = 'REFUNDED' WHERE purchase_id = ?`,
      `UPDATE delivery SET status = 'CANCELLED' WHERE purchase_id = ?`,
      `INSERT INTO purchase_event (purchase_id, id, at, status) VALUES (?, UUID(), NOW(3), 'CANCELLED')`,
    ]);
    expect(statuses(told)).toEqual({
      purchase: 'PAID',
      payment: 'CAPTURED',
      delivery: 'PENDING',
      history: ['PENDING', 'AWAITING_PAYMENT', 'PAID'],
    });
  });

  test('it is shipped and arrives', async () => {
    const { purchaseId } = await buy();
    const told = await readAcross(purchaseId, [
      `UPDATE delivery SET status = 'DELIVERED', tracking_number = 'CO1', shipped_at = NOW(3),
        delivered_at = NOW(3) WHERE purchase_id = ?`,
    ]);
    expect(statuses(told)).toMatchObject({ purchase: 'PAID', delivery: 'PENDING' });
    expect(told?.delivery?.trackingNumber).toBeNull();
  });
});

test('a payment that is settled between its row and that of its purchase is not said to be open', async () => {
  const { purchaseId, paymentId } = await buy();
  await set(purchaseId, 'AWAITING_PAYMENT', 'AUTHORIZED');
  const database = await openPurchaseDatabase(
    {
      DATABASE_URL_PURCHASE: running.description.databases.purchase,
      DATABASE_POOL_SIZE: 2,
      STATEMENT_TIMEOUT_MS: 10_000,
      POOL_TIMEOUT_MS: 10_000,
      READER_MAX_LAG_SECONDS: 5,
    },
    createLogger('test', 'silent'),
  );
  try {
    let reads = 0;
    database.orm.em.getEventManager().registerSubscriber({
      getSubscribedEntities: () => [Payment],
      onLoad: async () => {
        reads += 1;
        if (reads === 1) await set(purchaseId, 'EXPIRED', 'VOIDED');
      },
    });
    const { payment, purchase } = await loadPayment(database.fork(), paymentId);
    expect([purchase.status, payment.status]).toEqual(['EXPIRED', 'VOIDED']);
    expect(reads).toBe(2);
  } finally {
    await database.close();
  }
});
