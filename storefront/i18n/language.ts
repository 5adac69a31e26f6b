/** The languages that the shop speaks. */
export const languages = ['es', 'en'] as const;

/** A language that the shop speaks. */
export type Language = (typeof languages)[number];

/** What a reader gets who asks for none of ours. */
export const defaultLanguage: Language = 'en';

/** Where the browser keeps what the reader chose by the switch. */
export const languageCookie = 'language';

/** What a shared address says to be read in one language, as `?lang=es`. The catalogue's `language` is the books'. */
export const languageParameter = 'lang';

/** Whether the shop speaks it. */
export const isLanguage = (value: unknown): value is Language => languages.some(each => each === value);
