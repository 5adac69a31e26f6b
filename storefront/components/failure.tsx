import './notice.css';
import type { CombinedError } from 'urql';
import { useDescribeFailure } from '../graphql/failure-words.ts';
import { isUnavailable, renewalFailure } from '../graphql/renewal-failure.ts';
import { wordsHook } from '../i18n/words.ts';
import { usePoll } from './use-poll.ts';

const useFailureButtonWords = wordsHook({ en: { again: 'Try again' }, es: { again: 'Volver a intentarlo' } });

const againMilliseconds = 5_000;
const nothing = () => undefined;

/**
 * Says why something could not be shown or done, and offers to try again where that may help. As long as nobody can be signed
 * in it tries by itself.
 */
export function Failure({ error, retry }: { error: CombinedError; retry?: () => void }) {
  const words = useFailureButtonWords();
  const describe = useDescribeFailure();
  const renewal = renewalFailure(error);
  usePoll(retry && renewal && isUnavailable(renewal) ? againMilliseconds : 0, retry ?? nothing);
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
