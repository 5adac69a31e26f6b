import { loadPurchases } from '../../invariants/load-purchases.ts';
import type { PurchaseRecord } from '../../invariants/purchase-record.ts';
import { purchaseTopic } from '../../invariants/purchase-topic.ts';
import type { RestoredStore } from './restored-store.ts';
import { setReservation } from './set-reservation.ts';
import { suspects } from './suspects.ts';
import { holdsCopies, type Wanted, wantedReservation } from './wanted-reservation.ts';

interface Change {
  id: string;
  wanted: Exclude<Wanted, 'leave'>;
}

const linesOf = (lines: PurchaseRecord['lines']): string => JSON.stringify(lines);

function changeOf(purchase: PurchaseRecord): Change[] {
  const wanted = wantedReservation(purchase);
  const { id, reservation, lines, status } = purchase;
  if (wanted === 'leave') return [];
  const sameLines =
    wanted === 'REFUSED' || wanted === 'none' || linesOf(lines) === linesOf(reservation?.lines ?? []);
  const isSame = wanted === 'none' ? status !== 'NONE' && !reservation : reservation?.status === wanted;
  return isSame && sameLines ? [] : [{ id, wanted }];
}

/**
 * Brings catalog's reservations into agreement with the purchases: missing ones are made, those of unknown purchases go,
 * the others get the status that goes with the purchase. Copies come back before others are taken. Answers how many.
 */
export async function reconcilePurchases(store: RestoredStore): Promise<number> {
  const changes: Change[] = [];
  const limits = { lateAfterSeconds: 0, pauses: [] };
  for await (const ids of suspects(store.read, purchaseTopic.scans))
    changes.push(...(await loadPurchases(store.read, ids, limits)).flatMap(changeOf));
  const taking = changes.filter(({ wanted }) => holdsCopies(wanted));
  for (const { id, wanted } of changes.filter(change => !taking.includes(change)))
    await setReservation(store, id, wanted);
  for (const { id, wanted } of taking) await setReservation(store, id, wanted);
  return changes.length;
}
