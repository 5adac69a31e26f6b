import type { Store } from './store.ts';

/**
 * When the worker looks at a step that began now: RECOVERY_SECONDS later, by when whoever began it has finished
 * or died.
 */
export const workerTakesOverAt = ({ settings }: Store, now: Date): Date =>
  new Date(now.getTime() + settings.RECOVERY_SECONDS * 1000);
