import type { ApolloServer } from '@apollo/server';
import type { Context } from './context.ts';

/**
 * A `fetch` that answers a GraphQL request in this process, as someone who is not signed in is answered: for what is
 * rendered on the server.
 */
export const askAnonymously =
  (apollo: ApolloServer<Context>, timeoutMilliseconds: number): typeof fetch =>
  async (_url, init) => {
    const { query, variables, operationName } = JSON.parse(String(init?.body));
    const { body } = await apollo.executeOperation(
      { query, variables, operationName },
      {
        contextValue: {
          authorization: undefined,
          userAgent: undefined,
          clientNetwork: () => undefined,
          session: undefined,
          deadline: performance.now() + timeoutMilliseconds,
          isUnderWay: false,
          isTurnedAway: false,
          hasPassword: false,
        },
      },
    );
    if (body.kind !== 'single') throw new Error('The page asked for an answer in parts.');
    return Response.json(body.singleResult);
  };
