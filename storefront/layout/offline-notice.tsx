import { useSyncExternalStore } from 'react';
import { useLayoutWords } from './layout-words.ts';

function listen(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}

/** Whether the browser has a network. */
export const useIsOnline = (): boolean =>
  useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );

/** Says so while there is no network. */
export function OfflineNotice() {
  const words = useLayoutWords();
  const isOnline = useIsOnline();
  return <div role="status">{!isOnline && <p className="offline-notice">{words.offline}</p>}</div>;
}
