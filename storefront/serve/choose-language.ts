import {
  defaultLanguage,
  isLanguage,
  type Language,
  languageCookie,
  languageParameter,
} from '../i18n/language.ts';

function fromCookie(cookies: string | undefined): string | undefined {
  const pairs = (cookies ?? '').split(';').map(pair => pair.trim().split('='));
  return pairs.find(([name]) => name === languageCookie)?.[1];
}

/** The languages that an Accept-Language header names, the most wanted first, without their regions. */
function wanted(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map(part => {
      const [tag = '', quality] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/);
      return { tag: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}

/** The language of an answer: that of the address, else of the switch, else of the browser, else ours. */
export function chooseLanguage(
  search: URLSearchParams,
  headers: { cookie?: string | undefined; 'accept-language'?: string | undefined },
): Language {
  const candidates = [
    search.get(languageParameter),
    fromCookie(headers.cookie),
    ...wanted(headers['accept-language']),
  ];
  return candidates.find(isLanguage) ?? defaultLanguage;
}
