import type { Language } from './language.ts';
import { useLanguage } from './language-context.tsx';

/** An amount as the API tells it: a decimal string, ISO 4217. */
export interface MoneyAmount {
  amount: string;
  currencyCode: string;
}

/** How a language writes things. Days and times are those of the reader's own clock. */
export interface Format {
  /** "$12.50". */
  money(money: MoneyAmount): string;
  /** An instant, RFC 3339, as its day in UTC, the same for everyone: for pages that the server renders. */
  day(instant: string): string;
  /** An instant, RFC 3339, as a day: "21 November 2026". */
  date(instant: string): string;
  /** An instant, RFC 3339, to the minute. */
  dateTime(instant: string): string;
  number(value: number): string;
  /** A year of the common era, or before it where negative. */
  year(year: number): string;
  /** What a BCP 47 tag is called: "Spanish". The tag itself where it has no name. */
  languageName(tag: string): string;
  /** What an ISO 3166-1 code is called: "Colombia". */
  countryName(code: string): string;
  /** "Borges, Bioy Casares and Ocampo". */
  list(items: readonly string[]): string;
}

const named = (names: Intl.DisplayNames, code: string): string => {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function makeFormat(language: Language): Format {
  const numbers = new Intl.NumberFormat(language);
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const languageNames = new Intl.DisplayNames(language, { type: 'language' });
  const countryNames = new Intl.DisplayNames(language, { type: 'region' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const moneys = new Map<string, Intl.NumberFormat>();
  const moneyIn = (currency: string): Intl.NumberFormat => {
    const made =
      moneys.get(currency) ??
      new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    moneys.set(currency, made);
    return made;
  };
  const beforeOurEra = language === 'es' ? 'a. C.' : 'BCE';
  return {
    money: ({ amount, currencyCode }) => moneyIn(currencyCode).format(Number(amount)),
    day: instant => days.format(new Date(instant)),
    date: instant => dates.format(new Date(instant)),
    dateTime: instant => times.format(new Date(instant)),
    number: value => numbers.format(value),
    year: year => (year < 0 ? `${-year} ${beforeOurEra}` : String(year)),
    languageName: tag => capitalised(named(languageNames, tag)),
    countryName: code => named(countryNames, code),
    list: items => lists.format(items),
  };
}

// Made once: that is slow, and every card of a list needs one.
const formats: Record<Language, Format> = { es: makeFormat('es'), en: makeFormat('en') };

/** How the language that the shop speaks now writes things. */
export const useFormat = (): Format => formats[useLanguage().language];
