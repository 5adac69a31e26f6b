import { subgraphs } from '../runtime/services.ts';
import type { Read } from './open-databases.ts';
import { moneyByCurrency } from './payment-provider-record.ts';

/** What is told of a store besides what is wrong with it. */
export interface Figures {
  purchasesByStatus: Record<string, number>;
  reservationsByStatus: Record<string, number>;
  /** By subgraph. */
  undelivered: Record<string, number>;
  oldestUndeliveredSeconds: Record<string, number>;
  deadLetters: Record<string, number>;
  outboxEvents: Record<string, number>;
  inboxEvents: Record<string, number>;
  deletedAccounts: Record<string, number>;
  /** In minor units, by currency: taken and kept, taken and given back. */
  capturedByCurrency: Record<string, number>;
  refundedByCurrency: Record<string, number>;
}

async function byStatus(read: Read, database: 'catalog' | 'purchase', table: string) {
  const rows = await read<{ status: string; n: number }>(
    database,
    `SELECT status, COUNT(*) AS n FROM ${table} GROUP BY status`,
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]));
}

async function numbers(read: Read, select: string): Promise<Record<string, number>> {
  const each = subgraphs.map(async name => {
    const [row] = await read<{ n: number | string | null }>(name, select);
    return [name, Number(row?.n ?? 0)] as const;
  });
  return Object.fromEntries(await Promise.all(each));
}

/** Counts what is on its way and what each thing has come to. */
export async function readFigures(read: Read): Promise<Figures> {
  const undelivered = 'FROM outbox_event WHERE delivered_at IS NULL';
  const [purchasesByStatus, reservationsByStatus, money] = await Promise.all([
    byStatus(read, 'purchase', 'purchase'),
    byStatus(read, 'catalog', 'stock_reservation'),
    read<{ currency: string; captured: string; refunded: string }>('purchase', moneyByCurrency),
  ]);
  return {
    purchasesByStatus,
    reservationsByStatus,
    undelivered: await numbers(read, `SELECT COUNT(*) AS n ${undelivered}`),
    oldestUndeliveredSeconds: await numbers(
      read,
      `SELECT TIMESTAMPDIFF(MICROSECOND, MIN(occurred_at), NOW(3)) / 1000000 AS n ${undelivered}`,
    ),
    deadLetters: await numbers(read, 'SELECT COUNT(*) AS n FROM inbox_event WHERE dead_at IS NOT NULL'),
    outboxEvents: await numbers(read, 'SELECT COUNT(*) AS n FROM outbox_event'),
    inboxEvents: await numbers(read, 'SELECT COUNT(*) AS n FROM inbox_event'),
    deletedAccounts: await numbers(read, 'SELECT COUNT(*) AS n FROM account_deletion'),
    capturedByCurrency: Object.fromEntries(money.map(row => [row.currency, Number(row.captured)])),
    refundedByCurrency: Object.fromEntries(money.map(row => [row.currency, Number(row.refunded)])),
  };
}
