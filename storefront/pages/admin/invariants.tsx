import { useCallback } from 'react';
import { Failure } from '../../components/failure.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { usePoll } from '../../components/use-poll.ts';
import { useLastAnswer } from '../../graphql/use-last-answer.ts';
import { useFormat } from '../../i18n/format.ts';
import { AdminInvariantsDocument, type AdminInvariantsQuery } from './invariants.generated.ts';
import { usePageWords } from './words.ts';

const pollMilliseconds = 30_000;
const invariantsQuery = { query: AdminInvariantsDocument, variables: {} };

type Report = NonNullable<AdminInvariantsQuery['invariantsReport']>;

function Verdict({ report }: { report: Report }) {
  const words = usePageWords();
  const format = useFormat();
  const { checkedAt, durationMilliseconds, isSound, isStale, failure } = report;
  const seconds = format.number(Math.round(durationMilliseconds / 100) / 10);
  const verdict = isSound ? words.sound : words.unsound;
  return (
    <div className={isSound && !isStale ? 'admin-verdict' : 'admin-verdict failure'} role="status">
      <p>
        <strong>{failure === null ? verdict : words.couldNotLook}</strong>
      </p>
      {failure !== null && <p>{failure}</p>}
      {isStale && <p>{words.stale}</p>}
      <p className="field-hint">{words.looked(format.dateTime(checkedAt), seconds)}</p>
    </div>
  );
}

function Rule({ rule }: { rule: Report['invariants'][number] }) {
  const words = usePageWords();
  const format = useFormat();
  const { name, about, checked, violated, violations } = rule;
  return (
    <li className={violated > 0 ? 'admin-rule failure' : 'admin-rule'}>
      <p>
        <span aria-hidden="true">{violated > 0 ? '✗' : '✓'}</span> <code>{name}</code>{' '}
        <span className="field-hint">{violated > 0 ? words.violated(violated) : words.holds}</span>
      </p>
      <p lang="en">{about}</p>
      <p className="field-hint">{words.checked(format.number(checked))}</p>
      {violations.length > 0 && (
        <ul lang="en">
          {violations.map(({ subject, seen, expected }) => (
            <li key={subject}>
              <code>{subject}</code>: {seen}; {expected}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What the oracle found last: whether stock, money and events agree. */
export function Invariants() {
  const words = usePageWords();
  const {
    part: report,
    error,
    ask,
  } = useLastAnswer(invariantsQuery, data => data.invariantsReport, { requestPolicy: 'cache-and-network' });
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  usePoll(pollMilliseconds, again);
  if (error) return <Failure error={error} retry={again} />;
  if (report === undefined) return <Skeleton lines={8} />;
  if (report === null) return <p role="status">{words.notLooked}</p>;
  const wrongFirst = report.invariants.toSorted((a, b) => b.violated - a.violated);
  return (
    <>
      <Verdict report={report} />
      <ul className="admin-list">
        {wrongFirst.map(rule => (
          <Rule key={rule.name} rule={rule} />
        ))}
      </ul>
      <SeeTheGraphQL of={invariantsQuery} />
    </>
  );
}
