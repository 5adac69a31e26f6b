import { z } from 'zod';
import { accessTokenSeconds } from './access-token.ts';
import type { Database } from './database.ts';
import type { ToldFacts } from './known-tokens.ts';
import { transaction } from './transaction.ts';

const facts = z.object({
  publicKeys: z.array(z.record(z.string(), z.unknown())),
  revokedSessions: z.array(z.object({ sessionId: z.string(), revokedAt: z.coerce.date() })),
});

/** Where what auth told is kept for the next process of this service. */
export interface TokenMemory {
  /** What was told last; undefined when that is longer ago than an access token lives. */
  recall(): Promise<ToldFacts | undefined>;
  keep(told: ToldFacts): Promise<void>;
}

/**
 * Keeps what auth tells in a subgraph's own database: a process that starts while auth cannot be reached knows who is
 * signed in all the same. All replicas share the row, and each of them is told the same by auth.
 */
export const openTokenMemory = (database: Database): TokenMemory => ({
  async recall() {
    const [row] = await database
      .fork()
      .execute<{ facts: string }[]>(
        'SELECT facts FROM token_facts WHERE told_at > NOW(3) - INTERVAL ? SECOND',
        [accessTokenSeconds],
      );
    return row && facts.parse(JSON.parse(row.facts));
  },
  async keep(told) {
    const text = JSON.stringify(told);
    await transaction(database.fork(), tx =>
      tx.execute(
        `INSERT INTO token_facts (id, facts, told_at) VALUES (1, ?, NOW(3))
         ON DUPLICATE KEY UPDATE facts = VALUES(facts), told_at = VALUES(told_at)`,
        [text],
        'run',
      ),
    );
  },
});
