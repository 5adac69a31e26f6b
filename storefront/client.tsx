import './styles/tokens.css';
import './styles/base.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createBrowserRouter, matchRoutes } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { type SSRData, ssrExchange } from 'urql';
import { App } from './app.tsx';
import { createShopClient } from './graphql/client.ts';
import { signedFetch } from './graphql/signed-fetch.ts';
import { defaultLanguage, isLanguage } from './i18n/language.ts';
import { createRoutes } from './routes.tsx';

/** The answers that the server embedded; none in the shell. */
function embeddedAnswers(): SSRData {
  return JSON.parse(document.querySelector('#answers')?.textContent || '{}');
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
  const client = createShopClient(
    ssrExchange({ isClient: true, initialState: embeddedAnswers() }),
    signedFetch,
  );
  const app = (
    <App
      client={client}
      language={isLanguage(lang) ? lang : defaultLanguage}
      hasPlayground={dataset.playground !== undefined}
    >
      <RouterProvider router={createBrowserRouter(routes)} />
    </App>
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

const root = document.querySelector('#root');
if (root) void start(root);
