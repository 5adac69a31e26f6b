import type { Connection } from 'mysql2/promise';
import type { SubgraphName } from '../runtime/services.ts';
import { type DeadLetter, replayInInbox } from './inboxes.ts';
import type { Broker } from './rabbitmq.ts';

/** Has dead letters tried again; answers how many. Those that somebody else replayed meanwhile do not count. */
export async function replay(
  letters: readonly DeadLetter[],
  inboxes: ReadonlyMap<SubgraphName, Connection>,
  broker: Broker,
): Promise<number> {
  let replayed = await broker.replay(letters.filter(({ where }) => where === 'rabbitmq').map(({ id }) => id));
  for (const { id, where } of letters) {
    const inbox = where === 'rabbitmq' ? undefined : inboxes.get(where);
    if (inbox && (await replayInInbox(inbox, id))) replayed += 1;
  }
  return replayed;
}
