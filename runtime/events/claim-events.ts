import type { EntityManager } from '@mikro-orm/mysql';
import { claimDue } from '../claim-due.ts';
import type { Logger } from '../logger.ts';
import type { SubgraphName } from '../services.ts';
import { type EventRow, eventColumns, toEnvelope } from './event-row.ts';
import type { Parcel } from './event-transport.ts';
import { incarnationOf } from './incarnation.ts';

/** So few that a listener can keep and apply them well within the time that a delivery has. */
export const batchSize = 20;

type Row = EventRow & { delivered_to: string };

/** Who claims events: one round of one relay, so that a round that was left behind holds nothing any more. */
export interface Claim {
  owner: string;
  leaseSeconds: number;
}

/**
 * Claims events that are due, the longest due first. Several relays can claim at once (SKIP LOCKED), and for the time
 * of the lease none gets what another holds; if its relay dies, another one takes it then. A row that holds no event
 * that this version of the store knows is logged and left for later: those behind it go on.
 */
export async function claimEvents(
  em: EntityManager,
  source: SubgraphName,
  claim: Claim,
  logger: Logger,
): Promise<Parcel[]> {
  const claimed = await claimDue(em, 'outbox_event', async tx => {
    const rows = await claimRows(tx, claim);
    return { rows, incarnation: rows.length > 0 ? await incarnationOf(tx, source) : 0 };
  });
  if (!claimed) return [];
  const { rows, incarnation } = claimed;
  return rows.flatMap(row => {
    try {
      const deliveredTo = row.delivered_to.split(',').filter(Boolean);
      return [{ event: { ...toEnvelope(row, source), incarnation }, deliveredTo }];
    } catch (error) {
      logger.error({ err: error, eventId: row.id }, 'the outbox holds what is no event');
      return [];
    }
  });
}

async function claimRows(tx: EntityManager, { owner, leaseSeconds }: Claim): Promise<Row[]> {
  const rows = await tx.execute<Row[]>(
    `SELECT id, ${eventColumns}, delivered_to
     FROM outbox_event WHERE due_at <= NOW(3) ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED`,
    [batchSize],
  );
  if (rows.length === 0) return [];
  await tx.execute(
    'UPDATE outbox_event SET owner = ?, due_at = NOW(3) + INTERVAL ? SECOND WHERE id IN (?)',
    [owner, leaseSeconds, rows.map(row => row.id)],
    'run',
  );
  return rows;
}
