/**
 * Whether two samples come from the same distribution, whatever that is (Mann and Whitney's U, with the normal approximation,
 * good from about twenty values each). `chance`: how probable it is that a value of the first is above one of the second,
 * 0.5 where nothing tells them apart. `z`: how many standard deviations it is off; where they are alike, beyond 3.29 in one of
 * a thousand tests.
 */
export function rankTest(first: readonly number[], second: readonly number[]): { chance: number; z: number } {
  const all = [
    ...first.map(value => ({ value, isFirst: true })),
    ...second.map(value => ({ value, isFirst: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from + 1;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    // Equal values share the middle of their ranks.
    const rank = (from + to + 1) / 2;
    rankSum += rank * all.slice(from, to).filter(({ isFirst }) => isFirst).length;
    from = to;
  }
  const pairs = first.length * second.length;
  const above = rankSum - (first.length * (first.length + 1)) / 2;
  const deviation = Math.sqrt((pairs * (first.length + second.length + 1)) / 12);
  return { chance: above / pairs, z: (above - pairs / 2) / deviation };
}
