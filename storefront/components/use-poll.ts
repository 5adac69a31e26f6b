import { useEffect } from 'react';

/**
 * Calls `ask` every so many milliseconds while the page is seen, and at once when it is seen again or its network is back.
 * 0: never.
 */
export function usePoll(milliseconds: number, ask: () => void): void {
  useEffect(() => {
    if (milliseconds === 0) return;
    const askIfSeen = () => {
      if (document.visibilityState === 'visible') ask();
    };
    const timer = setInterval(askIfSeen, milliseconds);
    document.addEventListener('visibilitychange', askIfSeen);
    window.addEventListener('online', askIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askIfSeen);
      window.removeEventListener('online', askIfSeen);
    };
  }, [milliseconds, ask]);
}
