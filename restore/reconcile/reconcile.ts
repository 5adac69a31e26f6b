import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import type { SubgraphName } from '../../runtime/services.ts';
import { beginIncarnation } from './begin-incarnation.ts';
import { endSessions } from './end-sessions.ts';
import { reconcileCharges } from './reconcile-charges.ts';
import { reconcilePurchases } from './reconcile-purchases.ts';
import { reconcileStreams } from './reconcile-streams.ts';
import { repeatDeletions } from './repeat-deletions.ts';
import { openRestoredStore } from './restored-store.ts';

/** What differed between the databases and was brought into agreement. */
export interface Reconciled {
  /** Subjects of which a listener had heard more or less than its source knew. */
  subjects: number;
  /** Charges of which no payment is known any more, given back. */
  chargesGivenBack: number;
  /** Payments that followed their charge. */
  paymentsFollowed: number;
  /** Reservations that were made, changed or taken away. */
  reservations: number;
  sessionsEnded: number;
  /** Accounts that had come back and were deleted again. */
  accountsDeleted: number;
}

/**
 * Brings three databases into agreement of which some were restored, each to about the same time or to different ones, by
 * whatever means. Nobody may work in them. May be called again at any time. What the store mends by itself when it
 * works again (its outboxes, its worker) is left to it. `deletedAccounts` are ids of users who had left, whatever the databases
 * know of that.
 */
export async function reconcile(
  urls: DatabaseUrls,
  restored: readonly SubgraphName[],
  deletedAccounts: readonly string[] = [],
): Promise<Reconciled> {
  const store = await openRestoredStore(urls);
  try {
    await beginIncarnation(store, restored);
    // First of all: what is told from here on must be told under numbers that its listeners do not know.
    const subjects = await reconcileStreams(store);
    const { givenBack, followed } = await reconcileCharges(store);
    const reservations = await reconcilePurchases(store);
    const accountsDeleted = await repeatDeletions(store, restored, deletedAccounts);
    const sessionsEnded = restored.includes('auth') ? await endSessions(store) : 0;
    return {
      subjects,
      chargesGivenBack: givenBack,
      paymentsFollowed: followed,
      reservations,
      sessionsEnded,
      accountsDeleted,
    };
  } finally {
    await store.close();
  }
}
