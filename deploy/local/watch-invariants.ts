import { setTimeout as delay } from 'node:timers/promises';
import { checkInvariants } from '../../invariants/check-invariants.ts';
import { invariantsSettings } from '../../invariants/env.ts';
import { freshSeconds } from '../../invariants/last-check.ts';
import { type Look, recordReport } from '../../invariants/record-report.ts';
import { reasonOf } from '../../runtime/reason-of.ts';
import { parseSettings } from '../../runtime/settings.ts';
import type { DatabaseUrls } from './databases.ts';
import { sayNow } from './progress.ts';

/** Rarely enough that it costs next to nothing, a million purchases too. */
const everySeconds = 300;

type Environment = Record<string, string | undefined>;

const { RECOVERY_SECONDS, INVARIANTS_GRACE_SECONDS } = invariantsSettings;

/** How late things may be in a store that was given these settings; as in others where they are wrong. */
function limitsOf(environment: Environment) {
  const read = parseSettings({ RECOVERY_SECONDS, INVARIANTS_GRACE_SECONDS }, environment);
  if ('mistakes' in read) return {};
  const { settings } = read;
  return { recoverySeconds: settings.RECOVERY_SECONDS, graceSeconds: settings.INVARIANTS_GRACE_SECONDS };
}

/**
 * Asks the oracle about a store now and every five minutes, until it is stopped: what it finds is there for
 * administrators to read, and what must never be is told here.
 */
export function watchInvariants(databases: DatabaseUrls, environment: Environment): { stop(): void } {
  const stopping = new AbortController();
  let told = 0;

  async function look(): Promise<Look> {
    try {
      const verdict = await checkInvariants(databases, limitsOf(environment));
      const { length } = verdict.violations;
      if (length > 0 && length !== told)
        sayNow(`the oracle finds ${length} things that must never be: npm run invariants names them`);
      told = length;
      return { verdict };
    } catch (error) {
      return { failure: reasonOf(error) };
    }
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const start = Date.now();
      const seconds = () => (Date.now() - start) / 1000;
      const fresh = { staleAfterSeconds: freshSeconds(everySeconds) };
      const found = await look();
      // A store without its database is told of by the services.
      if (!stopping.signal.aborted)
        await recordReport(databases.purchase, found, { ...fresh, seconds: seconds() }).catch(
          () => undefined,
        );
      await delay(everySeconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  void watch();
  // What is under way is not waited for: it writes nothing down any more.
  return { stop: () => stopping.abort() };
}
