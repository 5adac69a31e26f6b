import { crc32 } from 'node:zlib';
import { legalHistories } from './purchase-history.ts';
import { reservationOf } from './reservation-rules.ts';

// Numbers for statuses, so that one sum tells whether a purchase, its history and its reservation go together.

/** Eight statuses have eight numbers by it. */
const stepNumbers = 251;
const reservationStatuses = ['REFUSED', 'RESERVED', 'COMMITTED', 'RELEASED'];

const stepNumber = (status: string): number => crc32(status) % stepNumbers;

/** Above all that the steps of a history come to. */
const reservationNumber = (status: string): number =>
  (reservationStatuses.indexOf(status) + 1) * 8 * stepNumbers;

/** The steps that lead to a status. PAID is left out: a CANCELLED purchase was paid or not, as its payment tells. */
const stepsTo = (status: string): string[] =>
  (legalHistories.find(history => history.at(-1) === status) ?? []).filter(reached => reached !== 'PAID');

const choose = (values: readonly string[], numberOf: (value: string) => number): string =>
  `CASE status ${values.map(value => `WHEN '${value}' THEN ${numberOf(value)}`).join(' ')} ELSE 0 END`;

/** In SQL: what the history and the reservation of a purchase must come to, by its status. */
export const numberOfPurchase = choose([...new Set(legalHistories.flat())], status =>
  stepsTo(status).reduce(
    (sum, reached) => sum + stepNumber(reached),
    reservationNumber(reservationOf[status] ?? ''),
  ),
);

/** In SQL: what a step of a history comes to. */
export const numberOfStep = `(CRC32(status) % ${stepNumbers})`;

/** What the step PAID comes to. */
export const numberOfPaid = stepNumber('PAID');

/** In SQL: what a reservation comes to. */
export const numberOfReservation = choose(reservationStatuses, reservationNumber);
