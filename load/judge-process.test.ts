import { expect, test } from '@jest/globals';
import { judgeProcess } from './judge-process.ts';

const still = { megabytes: 100, descriptors: 50, connections: 3 };

/** A hundred samples, of which one number goes from this to that in equal steps. */
const rising = (what: keyof typeof still, from: number, to: number) =>
  Array.from({ length: 100 }, (_, at) => ({ ...still, [what]: from + ((to - from) * at) / 99 }));

test('what stays as it is, or grows a little, is flat', () => {
  expect(judgeProcess([40, 40], rising('megabytes', 100, 100)).isFlat).toBe(true);
  expect(judgeProcess([40, 44], rising('megabytes', 100, 108)).isFlat).toBe(true);
  expect(judgeProcess([40, 30], rising('connections', 1, 200)).isFlat).toBe(true);
  expect(judgeProcess([40, 40], rising('descriptors', 50, 58)).isFlat).toBe(true);
});

test('a heap, resident memory or descriptors that grow are not, each by itself', () => {
  expect(judgeProcess([40, 45], rising('megabytes', 100, 100)).isFlat).toBe(false);
  expect(judgeProcess([40, 40], rising('megabytes', 100, 125)).isFlat).toBe(false);
  expect(judgeProcess([40, 40], rising('descriptors', 50, 70)).isFlat).toBe(false);
});

test('a peak for a moment is no growth', () => {
  const samples = rising('megabytes', 100, 100);
  samples.splice(98, 1, { ...still, megabytes: 400 });
  expect(judgeProcess([40, 40], samples).isFlat).toBe(true);
});

test('what is not known is not flat', () => {
  expect(judgeProcess([40, 40], []).isFlat).toBe(false);
  expect(judgeProcess([40, Number.NaN], rising('megabytes', 100, 100)).isFlat).toBe(false);
});

test('both are told, with how much they grew', () => {
  expect(judgeProcess([40, 42], rising('megabytes', 100, 100)).words).toContain(
    '40.0 → 42.0 MB live (5.0 %), 100 100 100 100 100 100 100 100 100 100 MB resident (0.0 %), 50 ',
  );
});
