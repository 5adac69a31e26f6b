import './skeleton.css';
import { wordsHook } from '../i18n/words.ts';

const useSkeletonWords = wordsHook({ en: { loading: 'Loading …' }, es: { loading: 'Cargando …' } });

/** In the place of text that is on its way: as many lines as it will be. */
export function Skeleton({ lines = 1 }: { lines?: number }) {
  const words = useSkeletonWords();
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are alike and never move.
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
}
