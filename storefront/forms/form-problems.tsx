import '../components/notice.css';
import type { CombinedError } from 'urql';
import { Failure } from '../components/failure.tsx';

/** What is wrong with a form as a whole, in words: refusals that are about none of its controls, or no answer at all. */
export function FormProblems({
  errors,
  failure,
}: {
  errors: readonly string[];
  failure: CombinedError | null;
}) {
  return (
    <>
      {errors.map(text => (
        <div key={text} className="failure" role="alert">
          <p>{text}</p>
        </div>
      ))}
      {failure && <Failure error={failure} />}
    </>
  );
}
