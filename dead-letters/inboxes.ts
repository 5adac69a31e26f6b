import { type Connection, createConnection, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { isDead, replayStatement } from '../runtime/events/dead-letters.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';

/** An event, or a message, that could not be taken. */
export interface DeadLetter {
  id: string;
  /** The inbox's subgraph, or the broker. */
  where: SubgraphName | 'rabbitmq';
  type: string;
  about: string;
  /** RFC 3339. */
  since: string;
  reason: string;
}

/** A connection to each inbox. */
export async function openInboxes(urls: DatabaseUrls): Promise<Map<SubgraphName, Connection>> {
  const opened = subgraphs.map(
    async name => [name, await createConnection({ uri: urls[name], timezone: 'Z' })] as const,
  );
  return new Map(await Promise.all(opened));
}

/** The dead letters of all inboxes. */
export async function listInbox(inboxes: ReadonlyMap<SubgraphName, Connection>): Promise<DeadLetter[]> {
  const lists = await Promise.all(
    Array.from(inboxes, async ([where, connection]) => {
      const [rows] = await connection.query<RowDataPacket[]>(
        `SELECT event_id AS id, type, CONCAT(stream, ' ', subject) AS about, failure, dead_at
         FROM inbox_event WHERE ${isDead} ORDER BY dead_at, event_id`,
      );
      return rows.map(({ id, type, about, failure, dead_at }) => ({
        id: String(id),
        where,
        type: String(type),
        about: String(about),
        since: dead_at instanceof Date ? dead_at.toISOString() : String(dead_at),
        reason: String(failure),
      }));
    }),
  );
  return lists.flat();
}

/** Has a dead letter of an inbox tried again, at once and from the start; false where there is none of that id. */
export async function replayInInbox(inbox: Connection, eventId: string): Promise<boolean> {
  const [{ affectedRows }] = await inbox.query<ResultSetHeader>(replayStatement, [eventId]);
  return affectedRows === 1;
}
