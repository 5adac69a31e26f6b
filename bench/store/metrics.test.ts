import { expect, test } from '@jest/globals';
import { Metrics, p99Between } from './metrics.ts';

const told = (fast: number, slow: number) => `# HELP wait_seconds How long.
# TYPE wait_seconds histogram
wait_seconds_bucket{le="0.01",server="a \\"quoted\\" place"} ${fast}
wait_seconds_bucket{le="0.05",server="b"} ${fast + slow}
wait_seconds_bucket{le="+Inf",server="b"} ${fast + slow}
asked_total{part="auth"} 2
asked_total{part="catalog"} 3
other_total 1
`;

test('a metric is summed over what it is told apart by', () => {
  expect(Metrics.of(told(1, 0)).sum('asked_total')).toBe(5);
  expect(Metrics.of(told(1, 0)).sum('nothing_total')).toBe(0);
});

test('99 % of what came between two moments lie below a bound; what was before does not count', () => {
  const before = Metrics.of(told(1_000, 0));
  expect(p99Between(before, Metrics.of(told(1_100, 1)), 'wait_seconds')).toBe(10);
  expect(p99Between(before, Metrics.of(told(1_050, 50)), 'wait_seconds')).toBe(50);
  expect(p99Between(before, before, 'wait_seconds')).toBeNaN();
});
