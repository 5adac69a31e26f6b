import type { StoreUser } from './use-store.ts';

interface Violation {
  rule: string;
  id: string;
}

const catalogRules = {
  'stock is never below zero': 'SELECT id FROM book WHERE stock < 0',
  'a reservation has lines': `SELECT r.purchase_id AS id FROM stock_reservation r WHERE r.status IN ('RESERVED', 'COMMITTED')
    AND NOT EXISTS (SELECT 1 FROM stock_reservation_line l WHERE l.purchase_id = r.purchase_id)`,
};

const purchaseRules = {
  'a paid purchase has one captured charge': `SELECT p.id FROM purchase p WHERE p.status IN ('PAID', 'SHIPPED', 'DELIVERED')
    AND (SELECT COUNT(*) FROM payment y JOIN simulated_charge c ON c.id = y.id
      WHERE y.purchase_id = p.id AND c.status = 'CAPTURED' AND c.amount = p.subtotal + p.delivery_cost) <> 1`,
  'no other purchase keeps money': `SELECT p.id FROM purchase p JOIN payment y ON y.purchase_id = p.id
    JOIN simulated_charge c ON c.id = y.id
    WHERE p.status NOT IN ('PAID', 'SHIPPED', 'DELIVERED') AND c.status IN ('AUTHORIZED', 'CAPTURED')`,
  'a charge belongs to a payment':
    'SELECT c.id FROM simulated_charge c LEFT JOIN payment y ON y.id = c.id WHERE y.id IS NULL',
  'the payment says what its charge says': `SELECT y.id FROM payment y JOIN simulated_charge c ON c.id = y.id
    WHERE y.status <> c.status`,
  'the history ends with the status': `SELECT p.id FROM purchase p WHERE p.status <> (SELECT e.status FROM purchase_event e
    WHERE e.purchase_id = p.id ORDER BY e.at DESC, e.id DESC LIMIT 1)`,
  'a status is reached once': `SELECT MIN(purchase_id) AS id FROM purchase_event GROUP BY purchase_id, status HAVING COUNT(*) > 1`,
  'nothing is stuck': `SELECT id FROM purchase WHERE due_at < NOW(3) - INTERVAL 5 SECOND`,
};

/** The status that catalog's reservation must have, by the purchase's. */
const reservationOf: Record<string, readonly (string | undefined)[]> = {
  REJECTED: ['REFUSED'],
  AWAITING_PAYMENT: ['RESERVED'],
  EXPIRED: ['RELEASED'],
  PAID: ['COMMITTED'],
  SHIPPED: ['COMMITTED'],
  DELIVERED: ['COMMITTED'],
  CANCELLED: ['RELEASED'],
};

/**
 * Reads the databases of a store that has come to rest and names everything that must never be: money without
 * goods, goods without money, copies lost or doubled. `put` tells how many copies each book was offered with.
 */
export async function violations(store: StoreUser, put: ReadonlyMap<string, number>): Promise<Violation[]> {
  const found: Violation[] = [];
  const ask = async (subgraph: 'catalog' | 'purchase', rules: Record<string, string>) => {
    for (const [rule, statement] of Object.entries(rules)) {
      for (const { id } of await store.rows<{ id: string }>(subgraph, statement)) found.push({ rule, id });
    }
  };
  await ask('catalog', catalogRules);
  await ask('purchase', purchaseRules);

  const reservations = new Map(
    (
      await store.rows<{ id: string; status: string }>(
        'catalog',
        'SELECT purchase_id AS id, status FROM stock_reservation',
      )
    ).map(({ id, status }) => [id, status]),
  );
  const purchases = await store.rows<{ id: string; status: string }>(
    'purchase',
    'SELECT id, status FROM purchase',
  );
  for (const { id, status } of purchases) {
    if (!reservationOf[status]?.includes(reservations.get(id))) {
      found.push({ rule: `the reservation of a purchase ${status} is ${reservations.get(id)}`, id });
    }
    reservations.delete(id);
  }
  for (const id of reservations.keys()) found.push({ rule: 'a reservation belongs to a purchase', id });

  const copies = await store.rows<{ id: string; copies: string }>(
    'catalog',
    `SELECT b.id, b.stock + COALESCE((SELECT SUM(l.quantity) FROM stock_reservation_line l
      JOIN stock_reservation r ON r.purchase_id = l.purchase_id
      WHERE l.book_id = b.id AND r.status IN ('RESERVED', 'COMMITTED')), 0) AS copies FROM book b`,
  );
  for (const { id, copies: counted } of copies) {
    const expected = put.get(id);
    if (expected !== undefined && Number(counted) !== expected) {
      found.push({ rule: `free + reserved + sold copies are ${counted}, not the ${expected} put in`, id });
    }
  }
  return found;
}
