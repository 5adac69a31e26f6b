import { useState } from 'react';
import { CombinedError, useClient } from 'urql';
import { Failure } from '../../components/failure.tsx';
import { saveFile } from '../../components/save-file.ts';
import { collectRecords } from './collect-records.ts';
import { usePageWords } from './words.ts';

/** Has the browser save all that the store holds on the reader, as one file. */
export function PersonalRecords() {
  const words = usePageWords();
  const client = useClient();
  const [isCollecting, setCollecting] = useState(false);
  const [error, setError] = useState<CombinedError | null>(null);

  async function download(): Promise<void> {
    setCollecting(true);
    setError(null);
    try {
      const records = { exportedAt: new Date().toISOString(), ...(await collectRecords(client)) };
      saveFile(words.recordsFile, new Blob([JSON.stringify(records, null, 2)], { type: 'application/json' }));
    } catch (failure) {
      if (!(failure instanceof CombinedError)) throw failure;
      setError(failure);
    } finally {
      setCollecting(false);
    }
  }

  return (
    <>
      <p>{words.recordsHint}</p>
      {error && <Failure error={error} />}
      <div className="form-actions">
        <button
          type="button"
          className="quiet-button"
          disabled={isCollecting}
          onClick={() => void download()}
        >
          {words.downloadRecords}
        </button>
      </div>
    </>
  );
}
