import { type Currency, toMinorUnits } from '../../runtime/money.ts';
import { cleanText } from './clean-text.ts';
import { foldToKey } from './fold-text.ts';
import { toIsbn13 } from './isbn.ts';
import { toLanguageTag } from './language-tag.ts';
import type { CatalogUserError, UserErrorCode } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

const longestTitle = 500;
const mostAuthors = 50;
const longestAuthor = 200;
const longestDescription = 10_000;
const longestPublisher = 200;
const earliestYear = -5000;
const mostSubjects = 20;
const longestSubject = 100;
const longestNote = 1_000;
/** In major units. */
const highestPrice = 1_000_000;
const mostCopies = 100_000;

const grouped = (amount: number): string => amount.toLocaleString('en');

/**
 * Reads what a seller says of a book, one method a field, into what is kept. What is refused is added to
 * `errors`, so that all of it is told at once; the value returned then means nothing.
 */
export class BookFields {
  readonly errors: CatalogUserError[] = [];
  readonly #currency: Currency;

  constructor(currency: Currency) {
    this.#currency = currency;
  }

  title(said: string | null): string {
    const title = cleanText(said ?? '', { longest: longestTitle });
    return (
      title ||
      this.#refuse(
        'TITLE_INVALID',
        `A title has 1 to ${longestTitle} characters, none of them a control character.`,
        'title',
      )
    );
  }

  authors(said: readonly string[] | null): string[] {
    const names = said ?? [];
    if (names.length < 1 || names.length > mostAuthors)
      this.#refuse('AUTHORS_INVALID', `A book has 1 to ${mostAuthors} authors.`, 'authors');
    return names.map((name, index) => {
      const message = `An author's name has 1 to ${longestAuthor} characters, none of them a control character.`;
      return (
        cleanText(name, { longest: longestAuthor }) ||
        this.#refuse('AUTHORS_INVALID', message, 'authors', index)
      );
    });
  }

  isbn(said: string | null): string | null {
    if (!said?.trim()) return null;
    const message = 'That is no ISBN: check its 10 or 13 digits, the last of which depends on the others.';
    return toIsbn13(said) ?? this.#refuse('ISBN_INVALID', message, 'isbn');
  }

  description(said: string | null): string | null {
    const description = cleanText(said ?? '', { longest: longestDescription, lines: true });
    const message = `A description has at most ${grouped(longestDescription)} characters, and no control characters but tabs and line breaks.`;
    return (description ?? this.#refuse('DESCRIPTION_INVALID', message, 'description')) || null;
  }

  language(said: string | null): string | null {
    if (!said?.trim()) return null;
    const message = 'A language is a BCP 47 tag such as "es" or "pt-BR".';
    return toLanguageTag(said) ?? this.#refuse('LANGUAGE_INVALID', message, 'language');
  }

  publisher(said: string | null): string | null {
    const publisher = cleanText(said ?? '', { longest: longestPublisher });
    const message = `A publisher has at most ${longestPublisher} characters, none of them a control character.`;
    return (publisher ?? this.#refuse('PUBLISHER_INVALID', message, 'publisher')) || null;
  }

  publishedYear(said: number | null): number | null {
    const thisYear = new Date().getUTCFullYear();
    if (said !== null && (said < earliestYear || said > thisYear)) {
      const message = `A year lies between ${earliestYear} and ${thisYear}.`;
      this.#refuse('PUBLISHED_YEAR_INVALID', message, 'publishedYear');
    }
    return said;
  }

  /** One that is said twice, in whatever case, counts once. */
  subjects(said: readonly string[] | null): string[] {
    const subjects = (said ?? []).map((subject, index) => {
      const message = `A subject has 1 to ${longestSubject} characters, none of them a control character.`;
      const clean = cleanText(subject, { longest: longestSubject });
      return clean || this.#refuse('SUBJECTS_INVALID', message, 'subjects', index);
    });
    const keys = subjects.map(foldToKey);
    const unlike = subjects.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
    if (unlike.length > mostSubjects)
      this.#refuse('SUBJECTS_INVALID', `A book has at most ${mostSubjects} subjects.`, 'subjects');
    return unlike;
  }

  conditionNote(said: string | null): string | null {
    const note = cleanText(said ?? '', { longest: longestNote, lines: true });
    const message = `A note on the condition has at most ${grouped(longestNote)} characters, and no control characters but tabs and line breaks.`;
    return (note ?? this.#refuse('CONDITION_NOTE_INVALID', message, 'conditionNote')) || null;
  }

  /** In minor units. */
  price(said: string | null): number {
    const price = said === null ? undefined : toMinorUnits(said, this.#currency);
    const highest = toMinorUnits(String(highestPrice), this.#currency) ?? 0;
    if (price !== undefined && price > 0 && price <= highest) return price;
    const { code, decimals } = this.#currency;
    const message = `A price is above zero, at most ${grouped(highestPrice)} ${code}, with at most ${decimals} decimals.`;
    this.#refuse('PRICE_INVALID', message, 'price');
    return 0;
  }

  stock(said: number | null): number {
    if (said !== null && said >= 0 && said <= mostCopies) return said;
    this.#refuse('STOCK_INVALID', `A stock is from 0 to ${grouped(mostCopies)} copies.`, 'stock');
    return 0;
  }

  #refuse(code: UserErrorCode, message: string, ...field: (string | number)[]): string {
    this.errors.push(userError(code, message, field.map(String)));
    return '';
  }
}
