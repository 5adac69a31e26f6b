import type { EntityManager } from '@mikro-orm/mysql';
import type { Logger } from '../logger.ts';
import type { SubgraphName } from '../services.ts';
import type { Envelope } from './envelope.ts';
import { word } from './tables.ts';

/**
 * The table that tells when each subgraph's database was restored to an earlier state (by `npm run restore`) last, in
 * milliseconds since 1970. Every database keeps those of all subgraphs
 * that it hears of, its own included. auth notes here besides when all sessions were ended (subgraphs/auth/beginning-of-sessions.ts).
 */
export const incarnationTable = `CREATE TABLE incarnation (
  source ${word} NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`;

/** The incarnation of a subgraph, as this database knows it; 0 where it was never restored. */
export async function incarnationOf(em: EntityManager, source: SubgraphName): Promise<number> {
  const [row] = await em.execute<{ number: number }[]>('SELECT number FROM incarnation WHERE source = ?', [
    source,
  ]);
  return Number(row?.number ?? 0);
}

/**
 * Those of the events that have happened. What a source told before it was restored to an earlier state, and told
 * again or never since, may still come: out of a queue, or from a relay that slept. Its numbers are used anew, so it
 * must not be kept. Events that a source told again carry its new incarnation.
 */
export async function thoseThatHappened(
  em: EntityManager,
  events: readonly Envelope[],
  logger: Logger,
): Promise<Envelope[]> {
  const current = new Map<SubgraphName, number>();
  for (const { source } of events)
    if (!current.has(source)) current.set(source, await incarnationOf(em, source));
  return events.filter(({ id, source, incarnation }) => {
    const happened = incarnation === undefined || incarnation >= (current.get(source) ?? 0);
    if (!happened) logger.warn({ eventId: id, source }, 'an event from before a restore is left out');
    return happened;
  });
}
