import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.ts';

/** Passes on how auth changes the cookie of a browser's session. */
export const answerCookie: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { session }, response }) => {
      if (session?.setCookie) response.http.headers.set('set-cookie', session.setCookie);
    },
  }),
};
