import './styles/tokens.css';
import './styles/base.css';
import { useMemo } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createBrowserRouter, matchRoutes } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { type Client, type SSRData, ssrExchange } from 'urql';
import { useReaderChanges } from './account/reader.ts';
import { followOtherTabs } from './account/tokens.ts';
import { App } from './app.tsx';
import { createShopClient } from './graphql/client.ts';
import { signedFetch } from './graphql/signed-fetch.ts';
import { defaultLanguage, isLanguage, type Language } from './i18n/language.ts';
import { createRoutes } from './routes.tsx';

/** The answers that the server embedded; none in the shell. */
function embeddedAnswers(): SSRData {
  return JSON.parse(document.querySelector('#answers')?.textContent || '{}');
}

const createClient = (initialState: SSRData): Client =>
  createShopClient(ssrExchange({ isClient: true, initialState }), signedFetch);

/** The shop for whoever is signed in: what somebody else was answered is forgotten. */
function Shop({
  router,
  ...around
}: {
  language: Language;
  hasPlayground: boolean;
  router: ReturnType<typeof createBrowserRouter>;
}) {
  const changes = useReaderChanges();
  const client = useMemo(() => createClient(changes === 0 ? embeddedAnswers() : {}), [changes]);
  return (
    <App client={client} {...around}>
      <RouterProvider router={router} />
    </App>
  );
}

/** Loads the page that is visited before it is drawn over what the server sent. */
async function start(root: Element): Promise<void> {
  const routes = createRoutes();
  const matches = matchRoutes(routes, location) ?? [];
  await Promise.all(
    matches.map(async ({ route }) => {
      if (typeof route.lazy !== 'function') return;
      Object.assign(route, await route.lazy(), { lazy: undefined });
    }),
  );
  const { lang, dataset } = document.documentElement;
  const app = (
    <Shop
      language={isLanguage(lang) ? lang : defaultLanguage}
      hasPlayground={dataset.playground !== undefined}
      router={createBrowserRouter(routes)}
    />
  );
  // A place in the history that says more than its address, as how far a list was read, is not what the server drew.
  const isAsRendered = root.hasChildNodes() && !window.history.state?.usr;
  if (isAsRendered) hydrateRoot(root, app);
  else createRoot(root).render(app);
}

const reloadedAt = 'reloaded-at';
const reloadAgainMilliseconds = 60_000;

// A new release took the files of the old one away: what the reader asked for comes with the new page. Where they do
// not come either, the page says so.
window.addEventListener('vite:preloadError', event => {
  if (Date.now() - Number(sessionStorage.getItem(reloadedAt)) < reloadAgainMilliseconds) return;
  event.preventDefault();
  sessionStorage.setItem(reloadedAt, String(Date.now()));
  location.reload();
});

followOtherTabs();
const root = document.querySelector('#root');
if (root) void start(root);
