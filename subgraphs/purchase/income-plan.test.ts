import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { firstIdAt } from '../../runtime/ids.ts';
import { bringUpToDate } from '../../runtime/migrate.ts';
import { createTestDatabases } from '../../testing/test-databases.ts';
import { entities } from './database.ts';
import { incomeStatement } from './income.ts';
import { migrations } from './migrations.ts';

const seller = randomUUID();
const since = new Date(Date.now() - 365 * 86_400_000);
const before = new Date(Date.now() - 1_500 * 86_400_000);
const [paid, calledOff, longAgo, ofOthers] = [60, 40, 2_000, 6_000];
const atOnce = 1_000;

let connection: Connection;
let written = 0;

/** So many purchases of one status, made and paid at that moment; each of another seller where none is given. */
async function write(count: number, status: string, at: Date, sellerId?: string): Promise<void> {
  for (let left = count; left > 0; left -= atOnce) {
    const ids = Array.from({ length: Math.min(left, atOnce) }, () => {
      written += 1;
      return firstIdAt(at).slice(0, -12) + String(written).padStart(12, '0');
    });
    const buyer = randomUUID();
    await connection.query(
      `INSERT INTO purchase (id, buyer_id, seller_id, status, subtotal, delivery_cost, payment_id, release_due,
        idempotency_key, request_hash, created_at, updated_at) VALUES ?`,
      [ids.map(id => [id, buyer, sellerId ?? randomUUID(), status, 1_000, 0, id, 0, id, '', at, at])],
    );
    await connection.query(
      `INSERT INTO payment (id, purchase_id, buyer_id, method, status, amount, idempotency_key, request_hash,
        created_at, captured_at) VALUES ?`,
      [ids.map(id => [id, id, buyer, 'PAYPAL', 'CAPTURED', 1_000, id, '', at, at])],
    );
  }
}

beforeAll(async () => {
  const { purchase: url } = await createTestDatabases('income_plan');
  await bringUpToDate('purchase', { url, entities }, [...migrations]);
  connection = await createConnection({ uri: url, timezone: 'Z' });
  const now = new Date();
  await write(longAgo, 'DELIVERED', before, seller);
  await write(calledOff, 'CANCELLED', now, seller);
  await write(paid, 'PAID', now, seller);
  await write(ofOthers, 'PAID', now);
  await connection.query('ANALYZE TABLE purchase, payment');
});

afterAll(async () => {
  await connection?.end();
});

const values = [seller, firstIdAt(since), since];

/** How many entries of indexes this connection has read. */
async function entriesRead(): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>("SHOW SESSION STATUS LIKE 'Handler_read%'");
  return rows
    .filter(({ Variable_name: name }) => /_(key|next|prev)$/.test(name) && !/_rnd_/.test(name))
    .reduce((sum, { Value }) => sum + Number(Value), 0);
}

test('the income of a seller is found by an index, and its payments by their ids', async () => {
  const [plan] = await connection.query<RowDataPacket[]>(
    `EXPLAIN FORMAT=TRADITIONAL ${incomeStatement}`,
    values,
  );
  expect(plan.map(({ table, type, key }) => ({ table, type, key }))).toEqual([
    { table: 'purchase', type: 'range', key: expect.stringMatching(/^purchase_seller(_status)?$/) },
    { table: 'payment', type: 'eq_ref', key: 'PRIMARY' },
  ]);
});

test('it reads as much as was sold of late, whatever was sold long ago or by others', async () => {
  const earlier = await entriesRead();
  const [months] = await connection.query<RowDataPacket[]>(incomeStatement, values);
  const read = (await entriesRead()) - earlier;
  expect(months.map(({ sales, total }) => [Number(sales), Number(total)])).toEqual([[paid, paid * 1_000]]);
  expect(read).toBeGreaterThan(paid);
  expect(read).toBeLessThan(5 * (paid + calledOff));
});
