import { useLanguage } from './language-context.tsx';

/**
 * Makes a page's or component's own hook from its words in both languages. What one says the other must say too:
 * write `const es: typeof en = …`.
 */
export function wordsHook<Words>(words: { en: Words; es: Words }): () => Words {
  return () => words[useLanguage().language];
}
