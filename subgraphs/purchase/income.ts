import { databaseTime } from '../../runtime/database-time.ts';
import { badUserInput } from '../../runtime/errors.ts';
import { firstIdAt } from '../../runtime/ids.ts';
import type { Store } from './store.ts';

const mostMonths = 60;

/** No purchase is paid so many months after it was made: a reservation lasts a year at the most. */
const longestOpenMonths = 14;

/**
 * The sales of a seller (first value) by month, of purchases from an id on and paid from a moment on. Its statuses are those of
 * purchases that are paid and stay so; the index purchase_seller_status finds a seller's by them.
 */
export const incomeStatement = `SELECT DATE_FORMAT(payment.captured_at, '%Y-%m') AS month, COUNT(*) AS sales, SUM(purchase.subtotal) AS total
  FROM purchase JOIN payment ON payment.id = purchase.payment_id
  WHERE purchase.seller_id = ? AND purchase.status IN ('PAID', 'SHIPPED', 'DELIVERED') AND purchase.id >= ?
    AND payment.captured_at >= ?
  GROUP BY month`;

type Row = { month: string; sales: number | string; total: number | string };

/** What a seller earned in a month. */
export interface MonthlyIncome {
  /** YYYY-MM, in UTC. */
  month: string;
  sales: number;
  /** Minor units. */
  total: number;
}

/** The first moment of the month that lies so many months before that of an instant, in UTC. */
const monthBefore = (instant: Date, months: number): Date =>
  new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() - months));

/** What a seller earned in each of the last months, this one last. Whether the caller may know is not asked here. */
export async function income({ em }: Store, sellerId: string, months: number): Promise<MonthlyIncome[]> {
  if (months < 1 || months > mostMonths) throw badUserInput(`months must be from 1 to ${mostMonths}.`);
  const now = await databaseTime(em);
  const earliest = firstIdAt(monthBefore(now, months - 1 + longestOpenMonths));
  const rows = await em.execute<Row[]>(incomeStatement, [sellerId, earliest, monthBefore(now, months - 1)]);
  const byMonth = new Map(rows.map(row => [row.month, row]));
  return Array.from({ length: months }, (_, index) => {
    const month = monthBefore(now, months - 1 - index)
      .toISOString()
      .slice(0, 7);
    const { sales = 0, total = 0 } = byMonth.get(month) ?? {};
    return { month, sales: Number(sales), total: Number(total) };
  });
}
