import type { SubgraphName } from '../../runtime/services.ts';
import type { InvariantName } from '../invariants.ts';

/** Ids of a store that has a purchase of each kind. */
export interface Ids {
  book: string;
  awaiting: string;
  paid: string;
  shipped: string;
  delivered: string;
  cancelled: string;
  refunded: string;
  expired: string;
  rejected: string;
  payment: Record<'paid' | 'shipped' | 'refunded', string>;
}

/** Statements that make a sound store unsound, and those that make it sound again. */
export interface Plant {
  invariant: InvariantName;
  what: string;
  database: SubgraphName;
  plant(ids: Ids): string[];
  undo(ids: Ids): string[];
  /** The id that the violation must name. */
  names(ids: Ids): string;
}

export const unknownId = '01a1fc24-2252-767d-894b-46946694e305';
export const unknownSubject = '01a1fc24-2252-767d-894b-46946694e306';
export const longAgo = "'2026-01-01 00:00:00'";

/** Changes a column of a row, and puts back what was there. */
export const change = (
  database: SubgraphName,
  table: string,
  key: string,
  idOf: (ids: Ids) => string,
  [changed, back]: [string, string],
  names = idOf,
): Omit<Plant, 'invariant' | 'what'> => ({
  database,
  plant: ids => [`UPDATE ${table} SET ${changed} WHERE ${key} = '${idOf(ids)}'`],
  undo: ids => [`UPDATE ${table} SET ${back} WHERE ${key} = '${idOf(ids)}'`],
  names,
});

export const stepOf = (status: string, id: string) =>
  `INSERT INTO purchase_event (id, purchase_id, at, status) VALUES ('${unknownId}', '${id}', NOW(3), '${status}')`;
export const noStep = [`DELETE FROM purchase_event WHERE id = '${unknownId}'`];

export const charge = (status: string, amount = 100) =>
  `INSERT INTO simulated_charge (id, amount, currency, status) VALUES ('${unknownId}', ${amount}, 'USD', '${status}')`;
export const noCharge = `DELETE FROM simulated_charge WHERE id = '${unknownId}'`;
export const payment = (purchaseId: string, status: string, amount = 100, at = 'NOW(3)') =>
  `INSERT INTO payment (id, purchase_id, buyer_id, method, status, amount, idempotency_key, request_hash, created_at)
   VALUES ('${unknownId}', '${purchaseId}', '${unknownId}', 'CREDIT_CARD', '${status}', ${amount}, 'planted', REPEAT('0', 64), ${at})`;
export const noPayment = `DELETE FROM payment WHERE id = '${unknownId}'`;
