import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'rolldown';

const ownRequire = /^const require = createRequire\(import\.meta\.url\);$/m;

/** A file that has Node load other files must have the bundler do so: they would be there twice. A file's place may be asked for. */
function bundleRequired(code: string): string {
  const isAskedForPlaces = /\brequire\.resolve\(/.test(code);
  const loads = /\brequire\(/.test(code);
  if (isAskedForPlaces && loads) throw new Error('it both loads by require() and asks for require.resolve()');
  return loads ? code.replace(ownRequire, '') : code;
}

/**
 * A file in a bundle reads what lies beside its source: import.meta.url, .dirname and .filename, and __dirname and __filename of
 * CommonJS, are those of the source. No line of it moves.
 */
export function keepPlaces(code: string, file: string): string {
  const places = { url: pathToFileURL(file).href, filename: file, dirname: dirname(file) };
  const text = (name: keyof typeof places) => JSON.stringify(places[name]);
  const kept = bundleRequired(code)
    .replace(/\bimport\.meta\.url\b/g, () => text('url'))
    .replace(/\bimport\.meta\.filename\b/g, () => text('filename'))
    .replace(/\bimport\.meta\.dirname\b/g, () => text('dirname'));
  return /\b__(dirname|filename)\b/.test(kept)
    ? `var __filename = ${text('filename')}, __dirname = ${text('dirname')}; ${kept}`
    : kept;
}

/** keepPlaces for each file that a bundle is made of. A file that it cannot keep stops the bundler, which names it. */
export const placesPlugin: Plugin = {
  name: 'keep-places',
  transform: {
    filter: { code: /\bimport\.meta\.(url|filename|dirname)\b|\b__(dirname|filename)\b/ },
    handler: (code, id) => (id.startsWith('\0') ? null : { code: keepPlaces(code, id), map: null }),
  },
};
