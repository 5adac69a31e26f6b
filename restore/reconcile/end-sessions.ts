import type { RestoredStore } from './restored-store.ts';

/**
 * Ends all sessions: among them are some that their users ended after the point in time, and refresh tokens that were
 * used since. Answers how many.
 */
export async function endSessions({ databases }: RestoredStore): Promise<number> {
  const { affectedRows } = await databases.auth
    .fork()
    .execute<{ affectedRows: number }>(
      'UPDATE session SET ended_at = NOW(3) WHERE ended_at IS NULL AND expires_at > NOW(3)',
      [],
      'run',
    );
  // What auth told before, and a subgraph would go by until auth answers.
  for (const subgraph of ['catalog', 'purchase'] as const)
    await databases[subgraph].fork().execute('DELETE FROM token_facts');
  return affectedRows;
}
