import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import type { RestoredStore } from './restored-store.ts';

/**
 * Notes in all databases that these were restored now: what their subgraphs told before and nobody knows of any more is
 * not listened to, should it still come (see runtime/events/incarnation.ts); with auth's, no token from before holds.
 */
export async function beginIncarnation(
  { databases }: RestoredStore,
  restored: readonly SubgraphName[],
): Promise<void> {
  const [row] = await databases.auth
    .fork()
    .execute<{ number: number }[]>('SELECT FLOOR(UNIX_TIMESTAMP(NOW(3)) * 1000) AS number');
  for (const subgraph of subgraphs)
    for (const source of restored)
      await databases[subgraph]
        .fork()
        .execute(
          'INSERT INTO incarnation (source, number) VALUES (?, ?) ON DUPLICATE KEY UPDATE number = ?',
          [source, Number(row?.number), Number(row?.number)],
        );
}
