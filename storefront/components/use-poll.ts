import { useEffect } from 'react';

/** Calls `ask` every so many milliseconds while the page is seen, and at once when it is seen again. 0: never. */
export function usePoll(milliseconds: number, ask: () => void): void {
  useEffect(() => {
    if (milliseconds === 0) return;
    const askIfSeen = () => {
      if (document.visibilityState === 'visible') ask();
    };
    const timer = setInterval(askIfSeen, milliseconds);
    document.addEventListener('visibilitychange', askIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askIfSeen);
    };
  }, [milliseconds, ask]);
}
