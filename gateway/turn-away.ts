import type { OperationHooks, RequestHooks } from '../runtime/graphql-server/operation-hooks.ts';
import type { Context } from './context.ts';

const hasNothing = (data: Record<string, unknown> | null | undefined): boolean =>
  Object.values(data ?? {}).every(value => value === null);

const forRequest: RequestHooks<Context> = {
  willSendResponse: ({ contextValue, response: { body, http } }) => {
    if (!contextValue.isTurnedAway || body.kind !== 'single' || !hasNothing(body.singleResult.data)) return;
    http.status = 503;
    http.headers.set('retry-after', '1');
  },
};

/** Says 503 and when to come again to a request that a subgraph was not asked for, with nothing to show. */
export const turnAway: OperationHooks<Context> = { requestDidStart: () => forRequest };
