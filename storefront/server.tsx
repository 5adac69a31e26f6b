import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, matchRoutes, StaticRouterProvider } from 'react-router';
import { type SerializedResult, ssrExchange } from 'urql';
import { App } from './app.tsx';
import { createShopClient } from './graphql/client.ts';
import { HeadContext, type HeadTags } from './head/head-context.ts';
import { HeadElements } from './head/head-elements.tsx';
import { storeName } from './head/store-name.ts';
import { pages } from './pages.ts';
import { createRoutes } from './routes.tsx';
import type { FindPage, RenderPage } from './serve/rendered-page.ts';

const patterns = pages.map(page => ({ path: page.path, page }));

/** Which page an address is of. */
export const findPage: FindPage = path => {
  const page = matchRoutes(patterns, path)?.at(-1)?.route.page;
  return page && { file: page.file, isPublic: page.isPublic === true };
};

/** Whether an answer is an error, with nothing to show beside it. */
function isFailure(answer: SerializedResult | undefined): boolean {
  const data: unknown = JSON.parse(answer?.data ?? '{}');
  return answer?.error !== undefined && Object.values(data ?? {}).every(value => value === null);
}

/** Renders a public page as someone who is not signed in sees it. Throws what the page throws. */
export const renderPage: RenderPage = async ({ url, language, hasPlayground, send }) => {
  const answers = ssrExchange({ isClient: false });
  const client = createShopClient(answers, send);
  const handler = createStaticHandler(createRoutes(client));
  const context = await handler.query(new Request(url));
  if (context instanceof Response) throw new Error(`A page answered by itself: ${context.status}.`);

  let tags: HeadTags = { title: storeName };
  const take = (said: HeadTags) => {
    tags = said;
  };
  const body = renderToString(
    <HeadContext value={take}>
      <App client={client} language={language} hasPlayground={hasPlayground}>
        <StaticRouterProvider
          router={createStaticRouter(handler.dataRoutes, context)}
          context={context}
          hydrate={false}
        />
      </App>
    </HeadContext>,
  );
  if (Object.values(answers.extractData()).some(isFailure))
    throw new Error('The API did not answer what the page asked for.');
  return {
    status: tags.status ?? context.statusCode,
    head: renderToStaticMarkup(<HeadElements tags={tags} url={new URL(url)} language={language} />),
    body,
    answers: answers.extractData(),
  };
};
