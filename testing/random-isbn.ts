import { randomInt } from 'node:crypto';

/** A sound ISBN-13, which no other book of a test has. */
export function randomIsbn(): string {
  const digits = `978${String(randomInt(1_000_000_000)).padStart(9, '0')}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
