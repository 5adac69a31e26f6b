import { createContext } from 'react';

/** What a page says of itself to browsers, search engines and those with whom it is shared. */
export interface HeadTags {
  /** Without the store's name. */
  title: string;
  description?: string | undefined;
  /** The address of a picture, from the store's root. */
  image?: { path: string; alt: string } | undefined;
  /** Open Graph's type; website by default. */
  type?: 'website' | 'product' | 'profile' | undefined;
  /** What the thing on the page costs. */
  price?: { amount: string; currencyCode: string } | undefined;
  /** What the page is about, in the words of schema.org; `url` and the like are full addresses. */
  structured?: ((absolute: (path: string) => string) => object) | undefined;
  /** The page's one address, from the store's root, where it has several. */
  canonical?: string | undefined;
  /** The HTTP status of the page, when the server renders it: 200 by default. */
  status?: number | undefined;
  /** Whether search engines are to leave it out. */
  isPrivate?: boolean | undefined;
}

/** On the server, takes what the page says of itself; in the browser there is none, and useHead sets the title. */
export const HeadContext = createContext<((tags: HeadTags) => void) | null>(null);
