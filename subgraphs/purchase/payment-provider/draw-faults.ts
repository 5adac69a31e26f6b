import type { PaymentFault, PaymentFaults } from './payment-faults.ts';

/** Numbers from 0 to 1 (mulberry32), the same ones for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws what each request meets, one after the other; undefined where it meets no fault. */
export function drawFaults({
  seed,
  error,
  drop,
  twice,
  late,
}: PaymentFaults): () => PaymentFault | undefined {
  const random = randomFrom(seed);
  const shares: [PaymentFault, number][] = [
    ['error', error],
    ['drop', drop],
    ['twice', twice],
    ['late', late],
  ];
  return () => {
    let left = random();
    return shares.find(([, share]) => {
      left -= share;
      return left < 0;
    })?.[0];
  };
}
