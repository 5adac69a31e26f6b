import type { GraphQLResponse, HeaderMap } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import type { OperationHooks } from '../runtime/graphql-server/operation-hooks.ts';
import { sessionHeader } from '../runtime/session-cookie.ts';
import { languageCookie } from '../storefront/i18n/language.ts';
import type { Context } from './context.ts';
import { asksForAlone, publicFields } from './public-fields.ts';

/** For the one that answers for us a second at the most; whoever keeps it longer must ask again. */
const cacheControl = 'public, max-age=0, s-maxage=1, must-revalidate';

/** The headers on which it depends whether there is such an answer, and which one. */
const vary = `Accept, Authorization, Cookie, ${sessionHeader}`;

// The shop's own pages alone are in the language that the reader chose.
const meaningless = new RegExp(`^${languageCookie}=[\\w-]*$`);

/** Whether nothing in a request could tell who asks. deploy/nginx/public-answers.conf holds the same. */
function isAnonymous(headers: HeaderMap): boolean {
  const cookie = headers.get('cookie');
  return (
    !headers.has('authorization') &&
    !headers.has(sessionHeader) &&
    (cookie === undefined || meaningless.test(cookie))
  );
}

const isWhole = ({ body, http: { status = 200 } }: GraphQLResponse): boolean =>
  status === 200 && body.kind === 'single' && !!body.singleResult.data && !body.singleResult.errors?.length;

/**
 * Lets caches between us and browsers keep an answer for a second: to a query by GET that tells nothing of who asks, wants public
 * fields alone, and was answered without an error. All else is kept nowhere (browser-headers.ts).
 *
 * A second is why nobody needs to be told what is not true any more: with NGINX before the gateways
 * (deploy/nginx/public-answers.conf) nothing is older than two seconds after an event. NGINX's open-source edition cannot be
 * told by events, and each of several would have to be. A second is also all that is wanted of it: what is read a thousand
 * times a second is asked for once.
 */
export function allowCaching(): OperationHooks<Context> {
  const fields = publicFields();
  // Apollo keeps the documents that it has parsed.
  const known = new WeakMap<DocumentNode, boolean>();
  return {
    requestDidStart: ({ request: { http } }) => {
      if (http?.method !== 'GET' || !isAnonymous(http.headers)) return undefined;
      return {
        willSendResponse: ({ schema, document, operation, response }) => {
          if (!document || operation?.operation !== 'query' || !isWhole(response)) return;
          const isPublic = known.get(document) ?? asksForAlone(fields, schema, document);
          known.set(document, isPublic);
          if (!isPublic) return;
          response.http.headers.set('cache-control', cacheControl);
          response.http.headers.set('vary', vary);
        },
      };
    },
  };
}
