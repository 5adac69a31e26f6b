import { inTime } from './in-time.ts';

/** What /ready looks at: a part, and whether it answers. */
export interface Check {
  name: string;
  /**
   * Whether this process can do nothing useful without it, or without at least one of those that are so together;
   * the others are told but do not make it unready.
   */
  readonly vital: boolean | 'together';
  /** What is told of it when it is not well: "does not answer", unless something else is said. */
  otherwise?: string;
  /** Resolves when all is well; rejects with the reason. */
  probe(): Promise<void>;
}

const patienceMilliseconds = 1_000;

/** Runs all checks at once: whether the process is ready, and for each part "ok" or what is wrong with it. */
export async function readiness(
  checks: readonly Check[],
): Promise<{ ready: boolean; checks: Record<string, string> }> {
  const results = await Promise.all(
    checks.map(async ({ name, vital, otherwise = 'does not answer', probe }) => {
      const ok = await inTime(probe(), patienceMilliseconds).then(
        () => true,
        () => false,
      );
      return { name, vital, ok, told: ok ? 'ok' : otherwise };
    }),
  );
  const together = results.filter(({ vital }) => vital === 'together');
  const isReady =
    results.every(({ ok, vital }) => ok || vital !== true) &&
    (together.length === 0 || together.some(({ ok }) => ok));
  return {
    ready: isReady,
    checks: Object.fromEntries(results.map(({ name, told }) => [name, told])),
  };
}
