import { startTransition, useOptimistic } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

/**
 * What the address says of a list, and how to change it: a step that the back button takes back. The list begins anew.
 * The control that changes it shows what was chosen at once, before the page that was asked for is there.
 */
export function useNarrow(): [URLSearchParams, (change: (next: URLSearchParams) => void) => void] {
  const [said] = useSearchParams();
  const [search, show] = useOptimistic(said);
  const navigate = useNavigate();
  const narrow = (change: (next: URLSearchParams) => void) => {
    // The browser's address, and not what was last drawn: what another control has just chosen stays.
    const next = new URLSearchParams(window.location.search);
    next.delete('after');
    change(next);
    startTransition(async () => {
      show(next);
      await navigate(`?${next}`, { preventScrollReset: true });
    });
  };
  return [search, narrow];
}
