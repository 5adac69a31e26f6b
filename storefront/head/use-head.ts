import { useContext, useEffect } from 'react';
import { HeadContext, type HeadTags } from './head-context.ts';
import { storeName } from './store-name.ts';

/** Says what the page is called, and what search engines and those with whom it is shared are told. */
export function useHead(tags: HeadTags): void {
  useContext(HeadContext)?.(tags);
  const { title } = tags;
  useEffect(() => {
    document.title = titleOf(title);
  }, [title]);
}

/** The title of the window. */
export const titleOf = (title: string): string => (title === storeName ? title : `${title} – ${storeName}`);
