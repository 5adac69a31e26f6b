import { fingerprint, type Scan } from './scan.ts';

// The payment provider's own record of what it did: its report, with a real provider. The simulated one keeps it in
// tables beside purchase's, which nothing else of ours reads.

/** The provider's charges, held against our payments of the same id. */
export const charges: Scan = {
  database: 'purchase',
  from: 'simulated_charge',
  // What failed at first was not charged, and our payment waits for the next attempt.
  where: "status <> 'FAILED_ONCE'",
  id: 'id',
  balances: { charge: `-${fingerprint('id', 'status', 'amount')}` },
  counts: 'charges',
};

/** What the provider took and kept, and what it took and gave back, in minor units of each currency. */
export const moneyByCurrency = `SELECT currency, SUM(IF(status = 'CAPTURED', amount, 0)) AS captured,
  SUM(IF(status = 'REFUNDED', amount, 0)) AS refunded FROM simulated_charge GROUP BY currency`;

/** Charges of which a restored database knows no payment, held against the provider's: what was taken went back. */
export const givenBack: Scan = {
  database: 'purchase',
  from: 'charge_given_back',
  id: 'charge_id',
  balances: { charge: fingerprint('charge_id', 'status', 'amount') },
};

/** What the provider knows of payments of ours with these ids; one row a charge. */
export const chargesOfPayments =
  "SELECT id, status, amount FROM simulated_charge WHERE status <> 'FAILED_ONCE' AND id IN (?)";
