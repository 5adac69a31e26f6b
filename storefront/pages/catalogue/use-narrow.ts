import { useSearchParams } from 'react-router';

/** Changes what the address says of the catalogue: a step that the back button takes back. The list begins anew. */
export function useNarrow(): (change: (next: URLSearchParams) => void) => void {
  const [search, setSearch] = useSearchParams();
  return change => {
    const next = new URLSearchParams(search);
    next.delete('after');
    change(next);
    setSearch(next, { preventScrollReset: true });
  };
}
