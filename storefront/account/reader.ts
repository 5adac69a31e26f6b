import { useSyncExternalStore } from 'react';
import type { SessionReaderFragment } from './session.generated.ts';

/** Who is signed in, as far as the pages show it. What one may do is for the store to decide. */
export type Reader = Pick<SessionReaderFragment, 'id' | 'name' | 'role'>;

const storageKey = 'reader';
const listeners = new Set<() => void>();
let reader: Reader | null = null;
let isRead = false;
let changes = 0;

function stored(): Reader | null {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? 'null');
  } catch {
    return null;
  }
}

function take(next: Reader | null): void {
  if (next?.id !== reader?.id) changes += 1;
  reader = next;
  for (const listener of listeners) listener();
}

/** Who is signed in; null for nobody. It is remembered, so that it is known before anybody is asked. */
export function currentReader(): Reader | null {
  if (isRead) return reader;
  isRead = true;
  reader = stored();
  // Another tab signed in or out.
  window.addEventListener('storage', ({ key }) => {
    if (key === storageKey || key === null) take(stored());
  });
  return reader;
}

/** Notes who is signed in from now on, in all tabs. */
export function setReader(next: Reader | null): void {
  currentReader();
  if (next) localStorage.setItem(storageKey, JSON.stringify(next));
  else localStorage.removeItem(storageKey);
  take(next);
}

/** Calls a listener whenever somebody else is signed in, or is called otherwise. */
export function listenToReader(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who is signed in, for a component; on the server nobody is. */
export const useReader = (): Reader | null => useSyncExternalStore(listenToReader, currentReader, () => null);

/** How often somebody else has been signed in since the page was loaded: what was asked before is not for them. */
export const useReaderChanges = (): number =>
  useSyncExternalStore(
    listenToReader,
    () => changes,
    () => 0,
  );
