import { judgePurchase } from './judge-purchase.ts';
import { loadPurchases } from './load-purchases.ts';
import { charges, chargesOfPayments, givenBack } from './payment-provider-record.ts';
import { fingerprint } from './scan.ts';
import type { Topic } from './topic.ts';

/** Payments, and the payment provider's charges of the same ids. */
export const chargeTopic: Topic = {
  scans: [
    {
      database: 'purchase',
      from: 'payment',
      id: 'id',
      balances: { charge: `IF(status = 'PENDING', 0, ${fingerprint('id', 'status', 'amount')})` },
      counts: 'payments',
    },
    charges,
    givenBack,
  ],
  judge: async (read, ids, limits) => {
    const payments = await read<{ id: string; purchase_id: string }>(
      'purchase',
      'SELECT id, purchase_id FROM payment WHERE id IN (?)',
      [ids],
    );
    const known = new Set(payments.map(({ id }) => id));
    const returned = await read<{ id: string; status: string }>(
      'purchase',
      'SELECT charge_id AS id, status FROM charge_given_back WHERE charge_id IN (?)',
      [ids],
    );
    const statuses = new Map(returned.map(({ id, status }) => [id, status]));
    const charged = await read<{ id: string; status: string; amount: number }>(
      'purchase',
      chargesOfPayments,
      [ids],
    );
    const strangers = charged.filter(({ id, status }) => !known.has(id) && statuses.get(id) !== status);
    const purchaseIds = [...new Set(payments.map(payment => payment.purchase_id))];
    const purchases = purchaseIds.length === 0 ? [] : await loadPurchases(read, purchaseIds, limits);
    return [
      ...strangers.map(({ id, status, amount }) => ({
        invariant: 'charge_has_its_payment' as const,
        id,
        seen: `a charge ${status} of ${amount}`,
        expected: 'a payment of that id, or to be given back as it was noted',
      })),
      ...purchases.flatMap(judgePurchase),
    ];
  },
};
