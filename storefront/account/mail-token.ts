import { useEffect, useState } from 'react';

/**
 * The token of the link in a mail by which the reader came: it stands behind the # of the address, which no server sees,
 * and is taken out of the address at once. Null until the page is ready; empty where there is none.
 */
export function useMailToken(): string | null {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => {
    setToken(new URLSearchParams(location.hash.slice(1)).get('token') ?? '');
    history.replaceState(history.state, '', location.pathname + location.search);
  }, []);
  return token;
}
