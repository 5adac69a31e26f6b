/** What /ready looks at: a part, and whether it answers. */
export interface Check {
  name: string;
  /** Whether this process can do nothing useful without it; the others are told but do not make it unready. */
  vital: boolean;
  /** Resolves when all is well; rejects with the reason. */
  probe(): Promise<void>;
}

const patienceMilliseconds = 1_000;

function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, patienceMilliseconds, new Error('too late'));
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Runs all checks at once: whether the process is ready, and "ok" or "does not answer" for each part. */
export async function readiness(
  checks: readonly Check[],
): Promise<{ ready: boolean; checks: Record<string, string> }> {
  const results = await Promise.all(
    checks.map(async ({ name, vital, probe }) => {
      const ok = await inTime(probe()).then(
        () => true,
        () => false,
      );
      return { name, vital, ok };
    }),
  );
  return {
    ready: results.every(({ ok, vital }) => ok || !vital),
    checks: Object.fromEntries(results.map(({ name, ok }) => [name, ok ? 'ok' : 'does not answer'])),
  };
}
