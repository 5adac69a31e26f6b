import type { Client, TypedDocumentNode } from 'urql';
import {
  AuthPersonalRecordsDocument,
  type AuthPersonalRecordsQuery,
  type AuthPersonalRecordsQueryVariables,
  CatalogPersonalRecordsDocument,
  PurchasePersonalRecordsDocument,
} from './personal-records.generated.ts';

/** What one part of the store holds on the reader, by kind. */
type Records = Record<string, unknown[]>;

/** The same for all three: they name their list `records`. */
type Document = TypedDocumentNode<AuthPersonalRecordsQuery, AuthPersonalRecordsQueryVariables>;

type Page = NonNullable<AuthPersonalRecordsQuery['records']>;

async function askPage(client: Client, document: Document, after: string | null): Promise<Page> {
  const asked = client.query(document, { after }, { requestPolicy: 'network-only' });
  const { data, error } = await asked.toPromise();
  if (error) throw error;
  if (!data?.records) throw new Error('The store answered nothing.');
  return data.records;
}

async function collect(client: Client, document: Document): Promise<Records> {
  const records: Records = {};
  for (let after: string | null = null; ; ) {
    const page = await askPage(client, document, after);
    for (const { kind, content } of page.nodes) {
      records[kind] ??= [];
      records[kind].push(content);
    }
    if (!page.pageInfo.hasNextPage) return records;
    after = page.pageInfo.endCursor;
  }
}

/** All that the store holds on the reader, part by part and kind by kind. Rejects with a CombinedError where a part is down. */
export const collectRecords = async (client: Client): Promise<Record<string, Records>> => ({
  auth: await collect(client, AuthPersonalRecordsDocument),
  catalog: await collect(client, CatalogPersonalRecordsDocument),
  purchase: await collect(client, PurchasePersonalRecordsDocument),
});
