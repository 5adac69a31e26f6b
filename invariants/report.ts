import type { Verdict } from './check-invariants.ts';
import { invariantNames, invariants, type Violation } from './invariants.ts';
import { mostRows } from './search.ts';

/** Violations that are told of each invariant; the others are counted. */
const told = 20;

const count = (number: number): string => number.toLocaleString('en');

const tell = ({ invariant, id, seen, expected }: Violation): string =>
  `    ${invariant} ${id}: ${seen}; should be: ${expected}`;

function* tellAll(violations: readonly Violation[]): Generator<string> {
  yield* violations.slice(0, told).map(tell);
  const others = violations.length - told;
  if (others > 0)
    yield `    and ${count(others)} more${violations.length >= mostRows ? ', at the least' : ''}`;
}

/** One line for each invariant, with how many things it was held against, and its violations beneath it. */
export function report({ violations, counts }: Verdict, seconds: number): string {
  const byInvariant = Map.groupBy(violations, ({ invariant }) => invariant);
  const lines = invariantNames.flatMap(name => {
    const { of, about } = invariants[name];
    const found = byInvariant.get(name) ?? [];
    const line = `${found.length === 0 ? '✓' : '✗'} ${name}, ${count(counts[of] ?? 0)} ${of}: ${about}`;
    return [line, ...tellAll(found)];
  });
  const broken = byInvariant.size;
  const end =
    broken === 0
      ? `Sound: all ${invariantNames.length} invariants hold.`
      : `${count(violations.length)} violations of ${broken} invariants.`;
  return [...lines, `${end} (${seconds.toFixed(1)} s)`, ''].join('\n');
}
