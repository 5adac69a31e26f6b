import { type AnyVariables, CombinedError, stringifyDocument, type TypedDocumentNode } from 'urql';
import { sessionHeader } from '../../runtime/session-cookie.ts';
import { noteServerTime } from '../graphql/server-clock.ts';

const patienceMilliseconds = 10_000;

const toError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

/**
 * Sends an operation that is about the session: the refresh token goes to and fro in its cookie, which no script can read.
 * Rejects with a CombinedError, as the client of all other operations has it.
 */
export async function postSession<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  accessToken: string | null = null,
): Promise<Data> {
  let response: Response | undefined;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        [sessionHeader]: 'cookie',
        ...(accessToken && { authorization: `Bearer ${accessToken}` }),
      },
      body: JSON.stringify({ query: stringifyDocument(document), variables }),
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    noteServerTime(response);
    const { data, errors = [] } = await response.json();
    if (data && errors.length === 0) return data;
    throw new CombinedError({ graphQLErrors: errors, response });
  } catch (cause) {
    if (cause instanceof CombinedError) throw cause;
    throw new CombinedError({ networkError: toError(cause), response });
  }
}
