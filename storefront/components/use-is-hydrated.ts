import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the page is the browser's already: false on the server, and while the browser takes over what it sent. */
export const useIsHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
