import { useSyncExternalStore } from 'react';
import type { Account } from './accounts.ts';

const storageKey = 'bookstore-playground';

/** What this browser tab remembers until it is closed. */
export interface Session {
  accounts: Account[];
  /** The account whose token goes with each request; null sends none. */
  actingId: string | null;
  /** Placeholder values from earlier answers, by name. */
  values: Record<string, string>;
  /** What was sent last, for the bar. */
  notice: string;
}

const empty: Session = { accounts: [], actingId: null, values: {}, notice: '' };
const listeners = new Set<() => void>();
const stored = sessionStorage.getItem(storageKey);
let session: Session = stored === null ? empty : { ...empty, ...JSON.parse(stored) };

/** The session as it is now. */
export function currentSession(): Session {
  return session;
}

/** Changes the session, keeps it in sessionStorage and tells every component that shows it. */
export function updateSession(change: Partial<Session>): void {
  session = { ...session, ...change };
  sessionStorage.setItem(storageKey, JSON.stringify(session));
  for (const listener of listeners) listener();
}

/** The session for a component, which is drawn again whenever the session changes. */
export function useSession(): Session {
  return useSyncExternalStore(listener => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentSession);
}

/** Forgets the accounts and the edited tabs (the history stays) and loads the page anew. */
export function startOver(): void {
  sessionStorage.removeItem(storageKey);
  for (const name of ['tabState', 'query', 'variables', 'headers'])
    localStorage.removeItem(`graphiql:${name}`);
  location.reload();
}
