import type { EntityManager } from '@mikro-orm/mysql';
import type { SubgraphName } from '../services.ts';
import { transaction } from '../transaction.ts';
import { type Envelope, envelope } from './envelope.ts';
import type { Parcel } from './event-transport.ts';

const batchSize = 100;

interface Row {
  id: string;
  stream: string;
  type: string;
  version: number;
  subject: string;
  subject_sequence: number;
  occurred_at: Date | string;
  body: string;
  delivered_to: string;
}

/**
 * Claims events that are due for the relay `owner`, the longest due first. Several relays can claim at once (SKIP
 * LOCKED), and for the time of the lease none gets what another holds; if its relay dies, another one takes it then.
 */
export const claimEvents = (
  em: EntityManager,
  source: SubgraphName,
  { owner, leaseSeconds }: { owner: string; leaseSeconds: number },
): Promise<Parcel[]> =>
  transaction(em, async tx => {
    const rows = await tx.execute<Row[]>(
      `SELECT id, stream, type, version, subject, subject_sequence,
         DATE_FORMAT(occurred_at, '%Y-%m-%dT%H:%i:%s.%f') AS occurred_at, body, delivered_to
       FROM outbox_event WHERE due_at <= NOW(3) ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED`,
      [batchSize],
    );
    if (rows.length === 0) return [];
    await tx.execute(
      'UPDATE outbox_event SET owner = ?, due_at = NOW(3) + INTERVAL ? SECOND WHERE id IN (?)',
      [owner, leaseSeconds, rows.map(row => row.id)],
      'run',
    );
    return rows.map(row => ({
      event: toEnvelope(row, source),
      deliveredTo: row.delivered_to.split(',').filter(Boolean),
    }));
  });

function toEnvelope(row: Row, source: SubgraphName): Envelope {
  const { id, stream, type, version, subject } = row;
  // Microseconds, of which the column has three digits.
  const occurredAt = `${String(row.occurred_at).slice(0, 23)}Z`;
  const body: unknown = JSON.parse(row.body);
  return envelope.parse({
    id,
    source,
    stream,
    type,
    version,
    subject,
    sequence: row.subject_sequence,
    occurredAt,
    body,
  });
}
