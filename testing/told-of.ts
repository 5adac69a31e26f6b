import type { SubgraphName } from '../runtime/services.ts';
import type { StoreUser } from './use-store.ts';

/** The types of the events that a subgraph has told of a subject, such as the id of a purchase, in their order. */
export async function toldOf(store: StoreUser, source: SubgraphName, subject: string): Promise<string[]> {
  const rows = await store.rows<{ type: string }>(
    source,
    'SELECT type FROM outbox_event WHERE subject = ? ORDER BY stream, subject_sequence',
    [subject],
  );
  return rows.map(({ type }) => type);
}
