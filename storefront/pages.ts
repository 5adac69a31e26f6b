import type { ComponentType } from 'react';
import type { PageQuery } from './graphql/page-query.ts';

/** What the file page.tsx of a page's folder exports. */
export interface PageModule {
  Component: ComponentType;
  /** What the server asks for before it renders the page, and embeds: the very queries that the page then uses. */
  queries?: (at: PageAddress) => PageQuery[];
}

/** Where a reader is. */
export interface PageAddress {
  params: Record<string, string | undefined>;
  search: URLSearchParams;
}

/** A page of the shop. */
export interface Page {
  path: string;
  /** Its file, from this folder: by it the server finds the files that the page needs. */
  file: string;
  load: () => Promise<PageModule>;
  /** Whether the server renders it, for anyone; of the others it sends the shell. */
  isPublic?: true;
}

/** All pages of the shop. Each is loaded when it is first visited. */
export const pages: readonly Page[] = [
  { path: '/', file: 'pages/front/page.tsx', load: () => import('./pages/front/page.tsx'), isPublic: true },
  {
    path: '/books',
    file: 'pages/catalogue/page.tsx',
    load: () => import('./pages/catalogue/page.tsx'),
    isPublic: true,
  },
  {
    path: '/books/:id',
    file: 'pages/book/page.tsx',
    load: () => import('./pages/book/page.tsx'),
    isPublic: true,
  },
  {
    path: '/sellers/:id',
    file: 'pages/seller/page.tsx',
    load: () => import('./pages/seller/page.tsx'),
    isPublic: true,
  },
  { path: '/login', file: 'pages/login/page.tsx', load: () => import('./pages/login/page.tsx') },
  { path: '/register', file: 'pages/register/page.tsx', load: () => import('./pages/register/page.tsx') },
  {
    path: '/forgotten-password',
    file: 'pages/forgotten-password/page.tsx',
    load: () => import('./pages/forgotten-password/page.tsx'),
  },
  {
    path: '/reset-password',
    file: 'pages/reset-password/page.tsx',
    load: () => import('./pages/reset-password/page.tsx'),
  },
  {
    path: '/verify-email',
    file: 'pages/verify-email/page.tsx',
    load: () => import('./pages/verify-email/page.tsx'),
  },
  { path: '/account', file: 'pages/account/page.tsx', load: () => import('./pages/account/page.tsx') },
  { path: '/buy/:bookId', file: 'pages/buy/page.tsx', load: () => import('./pages/buy/page.tsx') },
  { path: '/purchases', file: 'pages/purchases/page.tsx', load: () => import('./pages/purchases/page.tsx') },
  {
    path: '/purchases/:id',
    file: 'pages/purchase/page.tsx',
    load: () => import('./pages/purchase/page.tsx'),
  },
  { path: '/selling', file: 'pages/selling/page.tsx', load: () => import('./pages/selling/page.tsx') },
  { path: '/selling/new', file: 'pages/new-book/page.tsx', load: () => import('./pages/new-book/page.tsx') },
  {
    path: '/selling/import',
    file: 'pages/import-books/page.tsx',
    load: () => import('./pages/import-books/page.tsx'),
  },
  {
    path: '/selling/:id',
    file: 'pages/edit-book/page.tsx',
    load: () => import('./pages/edit-book/page.tsx'),
  },
  { path: '/sales', file: 'pages/sales/page.tsx', load: () => import('./pages/sales/page.tsx') },
  { path: '/sales/:id', file: 'pages/sale/page.tsx', load: () => import('./pages/sale/page.tsx') },
  { path: '/income', file: 'pages/income/page.tsx', load: () => import('./pages/income/page.tsx') },
  { path: '/admin/*', file: 'pages/admin/page.tsx', load: () => import('./pages/admin/page.tsx') },
  {
    path: '*',
    file: 'pages/not-found/page.tsx',
    load: () => import('./pages/not-found/page.tsx'),
    isPublic: true,
  },
];
