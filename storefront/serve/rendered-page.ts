import type { Language } from '../i18n/language.ts';

/** Which page an address is of: its file, and whether the server renders it. */
export interface FoundPage {
  file: string;
  isPublic: boolean;
}

/** A page that somebody asks for. */
export interface WantedPage {
  /** Its full address. */
  url: string;
  language: Language;
  hasPlayground: boolean;
  /** Sends a request to the store's API as someone who is not signed in. */
  send: typeof fetch;
}

/** A page as the server rendered it. */
export interface RenderedPage {
  status: number;
  /** What goes into its head, as HTML. */
  head: string;
  /** What goes into its body, as HTML. */
  body: string;
  /** The API's answers that it was made of, to be embedded as JSON. */
  answers: object;
}

/** What the bundle of the pages for the server exports. */
export type RenderPage = (wanted: WantedPage) => Promise<RenderedPage>;

/** Likewise: finds the page of a path. */
export type FindPage = (path: string) => FoundPage | undefined;

/** The bundle of the pages for the server. */
export interface PageBundle {
  renderPage: RenderPage;
  findPage: FindPage;
}
