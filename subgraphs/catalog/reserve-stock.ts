import type { EntityManager, QueryResult } from '@mikro-orm/mysql';
import { badUserInput } from '../../runtime/errors.ts';
import { failpoint, step } from '../../runtime/failpoint.ts';
import { isId } from '../../runtime/ids.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { insertReservation } from './insert-reservation.ts';
import { lockBuyer } from './lock-buyer.ts';
import { type Offer, planReservation } from './plan-reservation.ts';
import { readOffers } from './read-offers.ts';
import { type ReservationOutcome, reservationOutcome } from './reservation-outcome.ts';
import type { ReserveStockInput } from './resolvers.generated.ts';
import { loadReservation, type ReservedLine, type StockReservation } from './stock-reservation.ts';
import { tellOfStock } from './tell-of-stock.ts';

const mostCopies = 1_000;
const mostLines = 100;

/** How often a reservation is planned anew because its books changed meanwhile. */
const attempts = 20;

/** A book is no longer as it was read, or fewer copies are left. */
class OfferChanged extends Error {}

/**
 * Sets copies aside for a purchase: all lines or none, once a purchase. Asked again it answers the same, a
 * refusal too; under the id of a purchase that was released it reserves nothing. SERVICE_UNAVAILABLE where the
 * buyer's other reservations do not end in time.
 */
export async function reserveStock(input: ReserveStockInput, context: Context): Promise<ReservationOutcome> {
  checkInput(input);
  return context.buyerTurns.inTurn(input.buyerId, () => reserveAsOffered(input, context));
}

async function reserveAsOffered(input: ReserveStockInput, context: Context): Promise<ReservationOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const work = (tx: EntityManager) => reserve(tx, input, context);
      const reservation = await step('reserve-stock.after-commit', () => transaction(context.em, work));
      return reservationOutcome(reservation);
    } catch (error) {
      if (!(error instanceof OfferChanged) || attempt === attempts) throw error;
    }
  }
}

/**
 * Reads books without a lock, so that those who come too late wait for nobody, and takes the copies last, so that a
 * book in demand is locked for the time of one commit alone. The reservations of one buyer go one after the other, so that
 * together they cannot come to more than one buyer may hold.
 */
async function reserve(
  tx: EntityManager,
  input: ReserveStockInput,
  rules: Context,
): Promise<StockReservation | null> {
  await lockBuyer(tx, input.buyerId);
  const { offers, open } = await readOffers(tx, input);
  const plan = planReservation(input, { offers, open }, rules);
  if (!(await insertReservation(tx, plan, input))) return loadReservation(tx, input.purchaseId);
  if (plan.status === 'RESERVED') {
    await tellOfStock(tx, 'StockReserved', plan);
    for (const line of plan.lines) await takeCopies(tx, line, offers.get(line.bookId));
  }
  await failpoint('reserve-stock.before-commit');
  return plan;
}

/** The version vouches for price, title and status; the copies are counted by the database alone. */
async function takeCopies(
  tx: EntityManager,
  { bookId, quantity }: ReservedLine,
  offer: Offer | undefined,
): Promise<void> {
  const { affectedRows } = await tx.execute<QueryResult>(
    "UPDATE book SET stock = stock - ? WHERE id = ? AND version = ? AND status = 'PUBLISHED' AND stock >= ?",
    [quantity, bookId, offer?.version, quantity],
    'run',
  );
  if (affectedRows !== 1) throw new OfferChanged();
}

function checkInput({ purchaseId, buyerId, lines }: ReserveStockInput): void {
  if (!isId(purchaseId) || !isId(buyerId)) throw badUserInput('purchaseId and buyerId must be ids.');
  if (lines.length < 1 || lines.length > mostLines)
    throw badUserInput(`There must be 1 to ${mostLines} lines.`);
  if (new Set(lines.map(line => line.bookId)).size < lines.length)
    throw badUserInput('Each book must have one line.');
  if (lines.some(({ quantity }) => quantity < 1 || quantity > mostCopies))
    throw badUserInput(`A quantity must be from 1 to ${mostCopies}.`);
}
