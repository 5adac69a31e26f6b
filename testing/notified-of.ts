import type { GraphqlClient } from './graphql-client.ts';

const query = '{ me { notifications { nodes { reason readAt purchase { status } } } } }';

/** Why somebody with an account was notified, the last one first. */
export async function notifiedOf(client: GraphqlClient): Promise<string[]> {
  const { me } = await client.ask<{ me: { notifications: { nodes: { reason: string }[] } } }>(query);
  return me.notifications.nodes.map(({ reason }) => reason);
}
