import type { OperationHooks, RequestHooks } from '../runtime/graphql-server/operation-hooks.ts';
import type { Context } from './context.ts';

const forRequest: RequestHooks<Context> = {
  willSendResponse: ({ contextValue: { session }, response }) => {
    if (session?.setCookie) response.http.headers.set('set-cookie', session.setCookie);
  },
};

/** Passes on how auth changes the cookie of a browser's session. */
export const answerCookie: OperationHooks<Context> = { requestDidStart: () => forRequest };
