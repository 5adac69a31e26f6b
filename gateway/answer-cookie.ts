import type { OperationHooks } from '../runtime/graphql-server/operation-hooks.ts';
import type { Context } from './context.ts';

/** Passes on how auth changes the cookie of a browser's session. */
export const answerCookie: OperationHooks<Context> = {
  requestDidStart: () => ({
    willSendResponse: ({ contextValue: { session }, response }) => {
      if (session?.setCookie) response.http.headers.set('set-cookie', session.setCookie);
    },
  }),
};
