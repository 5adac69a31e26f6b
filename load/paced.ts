import { setTimeout as delay } from 'node:timers/promises';

/** Lets one through so often a second, whenever the one before is done. */
export function paced(rate: number): () => Promise<void> {
  let next = Date.now();
  return async () => {
    next = Math.max(next + 1000 / rate, Date.now() - 1000);
    await delay(Math.max(0, next - Date.now()));
  };
}
