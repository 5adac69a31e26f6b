import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DefinitionNode, Kind, parse } from 'graphql';
import type { Browser, Page } from 'playwright-core';
import { browserTest, openBrowser, type Visit } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { inTurn } from '../../testing/figures.ts';
import { publishBook, purchaseBook } from '../../testing/operations.ts';
import { administrator } from '../../testing/test-store.ts';
import { type StoreUser, sharedStore } from '../../testing/use-store.ts';
import { pages } from '../pages.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

/** What the addresses of pages name. */
interface Things {
  seller: string;
  book: string;
  purchase: string;
}

/** Where anybody finds each page, and by what it is made. */
const open: Record<string, [address: (things: Things) => string, operation: string]> = {
  '/': [() => '/', 'FrontPage'],
  '/books': [() => '/books', 'Catalogue'],
  '/books/:id': [({ book }) => `/books/${book}`, 'BookPage'],
  '/sellers/:id': [({ seller }) => `/sellers/${seller}`, 'SellerPage'],
  '/login': [() => '/login', 'LogIn'],
  '/register': [() => '/register', 'Register'],
  '/forgotten-password': [() => '/forgotten-password', 'RequestPasswordReset'],
  '/reset-password': [() => '/reset-password#token=secret', 'ResetPassword'],
  '/verify-email': [() => '/verify-email#token=secret', 'VerifyEmail'],
};

/** Those of one's own; an administrator finds those of others too. */
const closed: typeof open = {
  '/account': [() => '/account', 'AccountPage'],
  '/buy/:bookId': [({ book }) => `/buy/${book}`, 'BuyPage'],
  '/purchases': [() => '/purchases', 'PurchasesPage'],
  '/purchases/:id': [({ purchase }) => `/purchases/${purchase}`, 'PurchasePage'],
  '/selling': [() => '/selling', 'MyBooks'],
  '/selling/new': [() => '/selling/new', 'PublishBook'],
  '/selling/import': [() => '/selling/import', 'PublishBooks'],
  '/selling/:id': [({ book }) => `/selling/${book}`, 'EditBook'],
  '/sales': [() => '/sales', 'SalesPage'],
  '/sales/:id': [({ purchase }) => `/sales/${purchase}`, 'SalePage'],
  '/income': [() => '/income', 'IncomePage'],
  '/admin/*': [() => '/admin/', 'AdminUsers'],
};

let store: StoreUser;
let things: Things;
let browser: Browser | undefined;
let visit: (path: string) => Promise<Visit>;

beforeAll(async () => {
  if (!browserProgram()) return;
  store = sharedStore();
  const seller = await store.register('Librería Merlín');
  const book = await publishBook(seller.client);
  const { purchase } = await purchaseBook(store.person().client, { bookId: book });
  things = { seller: seller.id, book, purchase: purchase?.id ?? '' };
  ({ browser, visit } = await openBrowser(store.nobody().url));
}, storyPatience);

afterAll(async () => {
  await browser?.close();
});

const nameOf = (definition: DefinitionNode): string[] =>
  definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [];

/** The operations that a page's link opens in the playground, by name, with their variables as text. */
async function shownBy(page: Page): Promise<{ operations: string[]; variables: string }> {
  const href = await page.getByRole('link', { name: 'See the GraphQL' }).getAttribute('href');
  const opened = new URLSearchParams(href?.replace('/graphql#', ''));
  const { definitions } = parse(opened.get('query') ?? '');
  return { operations: definitions.flatMap(nameOf), variables: opened.get('variables') ?? '' };
}

async function look(page: Page, all: typeof open): Promise<void> {
  for (const [path, [address, operation]] of inTurn(Object.entries(all), 2)) {
    await page.goto(`${store.nobody().url}${address(things)}`);
    const { operations, variables } = await shownBy(page);
    expect({ path, operations }).toEqual({ path, operations: [operation] });
    expect(typeof JSON.parse(variables)).toBe('object');
    expect(variables).not.toMatch(/password|secret/i);
    const playground = page.getByRole('contentinfo').getByRole('link', { name: 'GraphQL playground' });
    expect(await playground.getAttribute('href')).toBe('/graphql');
  }
}

test('each page but the one that says that nothing is here asks the store for something', () => {
  const paths = pages.map(({ path }) => path).filter(path => path !== '*');
  expect([...Object.keys(open), ...Object.keys(closed)].sort()).toEqual(paths.sort());
});

browserTest(
  'each page that anybody finds leads to its operation in the playground, without what is secret',
  async () => {
    const { page } = await visit('/');
    await look(page, open);
  },
  storyPatience,
);

browserTest(
  'each page of one’s own leads to its operation in the playground',
  async () => {
    const { page } = await visit('/login?next=/account');
    await new BuyerPage(page, said.en).logIn(administrator);
    await page.waitForURL(url => url.pathname === '/account');
    await look(page, closed);
  },
  storyPatience,
);
