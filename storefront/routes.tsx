import type { LoaderFunctionArgs, RouteObject } from 'react-router';
import type { Client } from 'urql';
import { Layout } from './layout/layout.tsx';
import { PageError } from './layout/page-error.tsx';
import { type Page, pages } from './pages.ts';

/** Has the client ask what the page will use, so that its answers are there when it is rendered. */
const askBeforehand =
  (client: Client, queries: NonNullable<Awaited<ReturnType<Page['load']>>['queries']>) =>
  async ({ params, request }: LoaderFunctionArgs): Promise<null> => {
    const asked = queries({ params, search: new URL(request.url).searchParams });
    await Promise.all(asked.map(({ query, variables }) => client.query(query, variables).toPromise()));
    return null;
  };

function routeOf({ path, load }: Page, client: Client | undefined): RouteObject {
  return {
    path,
    lazy: async () => {
      const { Component, queries } = await load();
      return client && queries ? { Component, loader: askBeforehand(client, queries) } : { Component };
    },
  };
}

/** The routes of all pages, within the layout. On the server, with a client, they ask beforehand what pages need. */
export function createRoutes(client?: Client): RouteObject[] {
  return [
    {
      Component: Layout,
      children: [{ ErrorBoundary: PageError, children: pages.map(page => routeOf(page, client)) }],
    },
  ];
}
