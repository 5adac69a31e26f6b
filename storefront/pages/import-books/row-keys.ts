import type { PublishBookInput } from '../../graphql/schema-types.generated.ts';

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The idempotency key of each row, made of what the row says and of how often it said the same before: the same file gives
 * the same keys whenever it is uploaded, and so do the rows of it that are the same in a mended one.
 */
export async function rowKeys(rows: readonly { input: PublishBookInput }[]): Promise<string[]> {
  const seen = new Map<string, number>();
  const hashes = await Promise.all(rows.map(({ input }) => digest(JSON.stringify(input))));
  return hashes.map(hash => {
    const times = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, times);
    return `list/${hash}/${times}`;
  });
}
