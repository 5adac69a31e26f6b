import { rateOf } from '../load/sample.ts';
import type { Mark } from '../marks.ts';
import { type Rounds, ratioOfRounds } from '../results.ts';

/** What our gateway is to reach beside others: how many times as much as each of them, by the query. */
const wanted = [
  { queries: ['heavy'], mine: 'ours', theirs: 'stock Apollo', atLeast: 5 },
  { queries: ['heavy'], mine: 'ours', theirs: 'Hive, Rust planner', atLeast: 1.5 },
  { queries: ['small', 'tiny'], mine: 'ours', theirs: 'Hive, Rust planner', atLeast: 1.7 },
  {
    queries: ['heavy', 'small', 'tiny'],
    mine: 'ours, sharing',
    theirs: 'Hive, Rust planner, sharing',
    atLeast: 1,
  },
] as const;

const mostOverProxy = 1.5;
const mostMegabytes = 300;

/** The marks of the gateways that were measured. */
export function gatewayMarks(measured: readonly Rounds[]): Mark[] {
  const find = (query: string, contender: string) =>
    measured.find(each => each.query === query && each.contender === contender);
  const marks: Mark[] = [];
  for (const { queries, mine, theirs, atLeast } of wanted)
    for (const query of queries) {
      const [ours, other] = [find(query, mine), find(query, theirs)];
      if (ours && other)
        marks.push({
          mark: `${query}: requests a second, ${mine} to ${theirs}`,
          wanted: { atLeast },
          measured: ratioOfRounds(ours, other, rateOf),
          unit: '×',
        });
    }
  const [tiny, proxy] = [find('tiny', 'ours'), find('tiny', 'bare proxy')];
  if (tiny && proxy)
    marks.push({
      mark: 'tiny: CPU a request, ours to bare proxy',
      wanted: { atMost: mostOverProxy },
      measured: ratioOfRounds(tiny, proxy, ({ cpu }) => cpu),
      unit: '×',
    });
  const heavy = find('heavy', 'ours');
  if (heavy)
    marks.push({
      mark: 'heavy: memory of ours',
      wanted: { atMost: mostMegabytes },
      measured: Math.max(...heavy.full.map(({ memory }) => memory)),
      unit: 'MB',
    });
  return marks;
}
