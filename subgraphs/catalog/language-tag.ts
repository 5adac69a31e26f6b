const maxLength = 35;

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

// Languages have two or three letters. Those of two are few, and all of them are known by name.
const isPlausible = (language: string): boolean =>
  language.length === 3 || (language.length === 2 && names.of(language) !== undefined);

/** A BCP 47 tag in its canonical form ("ES-mx" is "es-MX"); undefined for what is none. */
export function toLanguageTag(text: string): string | undefined {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(text.trim());
    const [language = ''] = tag.split('-');
    return tag.length <= maxLength && isPlausible(language) ? tag : undefined;
  } catch {
    return undefined;
  }
}
