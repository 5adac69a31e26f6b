/** Numbers from 0 up to but not including 1, the same ones on every machine for the same seed. */
export type Random = () => number;

/** The generator mulberry32. `seed`: a whole number, of which 32 bits count. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the values, each as likely as its weight says. There must be one at least. */
export function pickWeighted<Value>(random: Random, weights: readonly (readonly [Value, number])[]): Value {
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [value, weight] of weights) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new RangeError('There is nothing to pick from.');
}
