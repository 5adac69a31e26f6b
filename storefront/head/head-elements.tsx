import { isLanguage, type Language, languageParameter, languages } from '../i18n/language.ts';
import type { HeadTags } from './head-context.ts';
import { storeName } from './store-name.ts';
import { titleOf } from './use-head.ts';

const openGraphLocales: Record<Language, string> = { es: 'es_ES', en: 'en_US' };

/** JSON that can stand in a script element, whatever its strings hold. */
const asScript = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The elements that tell browsers, search engines and those with whom the page is shared what it is. */
export function HeadElements({ tags, url, language }: { tags: HeadTags; url: URL; language: Language }) {
  const absolute = (path: string): string => new URL(path, url).href;
  const here = absolute(tags.canonical ?? url.pathname);
  const inLanguage = (each: Language): string => {
    const address = new URL(here);
    address.searchParams.set(languageParameter, each);
    return address.href;
  };
  const asked = url.searchParams.get(languageParameter);
  const self = isLanguage(asked) ? inLanguage(asked) : here;
  const title = titleOf(tags.title);
  return (
    <>
      <title>{title}</title>
      {tags.description && <meta name="description" content={tags.description} />}
      {tags.isPrivate || (tags.status ?? 200) >= 400 ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={self} />
          {languages.map(each => (
            <link key={each} rel="alternate" hrefLang={each} href={inLanguage(each)} />
          ))}
          <link rel="alternate" hrefLang="x-default" href={here} />
        </>
      )}
      <meta property="og:site_name" content={storeName} />
      <meta property="og:type" content={tags.type ?? 'website'} />
      <meta property="og:title" content={tags.title} />
      {tags.description && <meta property="og:description" content={tags.description} />}
      <meta property="og:url" content={self} />
      <meta property="og:locale" content={openGraphLocales[language]} />
      {tags.image && (
        <>
          <meta property="og:image" content={absolute(tags.image.path)} />
          <meta property="og:image:alt" content={tags.image.alt} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {tags.price && (
        <>
          <meta property="product:price:amount" content={tags.price.amount} />
          <meta property="product:price:currency" content={tags.price.currencyCode} />
        </>
      )}
      {tags.structured && (
        <script
          type="application/ld+json"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: it is JSON in which no element can begin.
          dangerouslySetInnerHTML={{ __html: asScript(tags.structured(absolute)) }}
        />
      )}
    </>
  );
}
