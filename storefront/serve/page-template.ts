import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeName } from '../head/store-name.ts';
import type { Language } from '../i18n/language.ts';
import type { FoundPage, RenderedPage } from './rendered-page.ts';

/** Vite's record of what it built: for each source file the file that it became, and which others that needs. */
type Manifest = Record<string, { file: string; imports?: string[] } | undefined>;

const base = '/shop/';
const textFont = /alegreya-latin-wght-normal.*\.woff2$/;
const entry = 'index.html';
const title = `<title>${storeName}</title>`;

/** What the shell says where no script runs. */
const needsScript: Record<Language, string> = {
  en: 'This page needs JavaScript. The catalogue and the books can be read without it.',
  es: 'Esta página necesita JavaScript. El catálogo y los libros se pueden leer sin él.',
};

/** JSON that can stand in a script element, whatever its strings hold. */
const asScript = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function filesOf(manifest: Manifest, source: string, seen = new Set<string>()): Set<string> {
  const made = manifest[source];
  if (!made || seen.has(made.file)) return seen;
  seen.add(made.file);
  for (const imported of made.imports ?? []) filesOf(manifest, imported, seen);
  return seen;
}

/** Puts pages into the HTML that Vite built. `directory` is dist/client;
 * `hasPlayground`: whether pages may lead to the playground. Throws when the shop is not built. */
export function readTemplate(
  directory: string,
  hasPlayground: boolean,
): {
  /** The whole page: what was rendered or, without that, the shell, which the browser fills. */
  fill(language: Language, found: FoundPage | undefined, rendered?: RenderedPage): string;
} {
  const html = readFileSync(join(directory, entry), 'utf8');
  const manifest: Manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'));
  const always = filesOf(manifest, entry);
  const font = Object.values(manifest).find(made => made && textFont.test(made.file));
  const preloadFont = font
    ? `<link rel="preload" as="font" type="font/woff2" crossorigin href="${base}${font.file}" />`
    : '';
  const preloadsOf = (file: string | undefined): string =>
    [...(file ? filesOf(manifest, file) : [])]
      .filter(each => !always.has(each))
      .map(each => `<link rel="modulepreload" crossorigin href="${base}${each}" />`)
      .join('');

  return {
    fill(language, found, rendered) {
      const head =
        rendered?.head ?? (found?.isPublic ? title : `${title}<meta name="robots" content="noindex" />`);
      const after = rendered
        ? `<script type="application/json" id="answers">${asScript(rendered.answers)}</script>`
        : `<noscript>${needsScript[language]}</noscript>`;
      return html
        .replace('<html lang="en">', `<html lang="${language}"${hasPlayground ? ' data-playground' : ''}>`)
        .replace('<!--head-->', () => `${head}${preloadFont}${preloadsOf(found?.file)}`)
        .replace('<!--page-->', () => rendered?.body ?? '')
        .replace('<!--answers-->', () => after);
    },
  };
}
