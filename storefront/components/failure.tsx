import './notice.css';
import type { CombinedError } from 'urql';
import { useDescribeFailure } from '../graphql/failure-words.ts';
import { wordsHook } from '../i18n/words.ts';

const useFailureButtonWords = wordsHook({ en: { again: 'Try again' }, es: { again: 'Volver a intentarlo' } });

/** Says why something could not be shown or done, and offers to try again where that may help. */
export function Failure({ error, retry }: { error: CombinedError; retry?: () => void }) {
  const words = useFailureButtonWords();
  const describe = useDescribeFailure();
  return (
    <div className="failure" role="alert">
      <p>{describe(error)}</p>
      {retry && (
        <button type="button" className="quiet-button" onClick={retry}>
          {words.again}
        </button>
      )}
    </div>
  );
}
