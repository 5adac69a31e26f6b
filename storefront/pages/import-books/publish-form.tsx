import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Failure } from '../../components/failure.tsx';
import { useFormat } from '../../i18n/format.ts';
import { FaultyRows } from './faulty-rows.tsx';
import type { RowOutcome } from './publish-rows.ts';
import type { BookList } from './read-rows.ts';
import { RowPreview } from './row-preview.tsx';
import { useFaults } from './use-faults.ts';
import { usePublishing } from './use-publishing.ts';
import { usePageWords } from './words.ts';

type Rows = Exclude<BookList, { missing: unknown }>;

const isPublished = (outcome: RowOutcome) => 'bookId' in outcome;

/** What was read of a file, what is wrong with it, and the way to publish the rest. `sending` is told while it is under way. */
export function PublishForm({ list, sending }: { list: Rows; sending: (isSending: boolean) => void }) {
  const words = usePageWords();
  const format = useFormat();
  const { header, rows, unknown } = list;
  const sound = rows.filter(({ problems }) => problems.size === 0);
  const { state, outcomes, error, publish } = usePublishing(sound);
  const faults = useFaults(rows, outcomes);
  const isUnderWay = state === 'sending' || state === 'lost';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => sending(isUnderWay), [isUnderWay, sending]);
  useEffect(() => {
    if (state === 'at rest' || state === 'done') heading.current?.focus();
  }, [state]);
  const published = [...outcomes.values()].filter(isPublished);
  const before = published.filter(outcome => 'wasThere' in outcome && outcome.wasThere).length;
  return (
    <section className="form import-read">
      <h2 ref={heading} tabIndex={-1}>
        {state === 'done' ? words.done : words.read}
      </h2>
      {state === 'at rest' && (
        <>
          <p>
            {[words.sound(sound.length), faults.length > 0 && words.faulty(faults.length)]
              .filter(Boolean)
              .join('; ')}
          </p>
          {unknown.length > 0 && <p className="field-hint">{words.unknown(format.list(unknown))}</p>}
          <RowPreview rows={rows} />
        </>
      )}
      {(isUnderWay || state === 'stopped') && (
        <div className="import-progress">
          <progress max={sound.length} value={outcomes.size} aria-label={words.publishing} />
          <p role="status">
            {words.progress(format.number(outcomes.size), format.number(sound.length))}
            {state === 'lost' && ` — ${words.lost}`}
          </p>
        </div>
      )}
      {state === 'stopped' && <p>{words.stopped}</p>}
      {error && <Failure error={error} />}
      {state === 'done' && (
        <div role="status">
          <p>{words.published(published.length - before)}</p>
          {before > 0 && <p>{words.wasThere(before)}</p>}
          {faults.length > 0 && <p>{words.refused(faults.length)}</p>}
        </div>
      )}
      <div className="form-actions">
        {(state === 'at rest' || state === 'stopped') && sound.length > 0 && (
          <button type="button" onClick={() => void publish()}>
            {state === 'stopped' ? words.goOn : words.publish(sound.length)}
          </button>
        )}
        {state === 'done' && (
          <Link className="button" to="/selling">
            {words.yourBooks}
          </Link>
        )}
      </div>
      {faults.length > 0 && <FaultyRows header={header} faults={faults} isOver={state === 'done'} />}
    </section>
  );
}
