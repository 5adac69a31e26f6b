import { badUserInput } from '../../runtime/errors.ts';
import { and, join, type Sql, sql } from '../../runtime/sql.ts';
import type { Query } from './parse-query.ts';
import { askedTerms, authorTerm, type Term } from './search-terms.ts';

const maxAuthorTerms = 32;
const maxAuthorLength = 1_000;

/** The terms of an author filter; empty where none is given. BAD_USER_INPUT beyond 1,000 characters. */
function authorTerms(author: string | null | undefined): Term[] {
  const name = author?.trim() ?? '';
  if (name.length > maxAuthorLength)
    throw badUserInput(`filter.author must have at most ${maxAuthorLength} characters.`);
  return askedTerms(name).slice(0, maxAuthorTerms);
}

const required = ({ text, begun }: Term): string => `+${text}${begun ? '*' : ''}`;

/** The server goes by the first term: long ones tend to be rare, and beginnings stand for many. */
const rarestFirst = (a: Term, b: Term): number =>
  Number(a.begun) - Number(b.begun) || b.text.length - a.text.length;

/** The conditions under which a book answers a query and is by an author; none where neither is given. */
export function searchConditions(query: Query | undefined, author: string | null | undefined): Sql[] {
  const name = authorTerms(author);
  const ofAuthor = name.map(({ text, begun }) => ({ text: authorTerm(text), begun }));
  const all = [...(query?.terms ?? []), ...ofAuthor].toSorted(rarestFirst).map(required);
  if (all.length === 0) return [];
  const found = sql('MATCH(b.search_terms) AGAINST (? IN BOOLEAN MODE)', all.join(' '));
  // The index knows the words of all authors together; that they are one's is seen in the line of that author.
  const inLine = name.map(({ text, begun }) => `(?=[^\n]* ${text}${begun ? '' : ' '})`).join('');
  return name.length > 1 ? [found, sql('b.author_terms REGEXP ?', `(^|\n)${inLine}`)] : [found];
}

const standsIn = (column: string, { text, begun }: Term): Sql =>
  sql(`${column} LIKE ?`, begun ? `% ${text}%` : `% ${text} %`);

/**
 * How well a book answers a query, as a whole number, the best highest: this very title, a title that begins
 * so, all words in the title, all in title and authors, the rest. It hangs on nothing but the book, so that a
 * cursor keeps its place while other books come and go.
 */
export function relevance({ terms, titleKey }: Query): Sql {
  const inTitle = and(terms.map(term => standsIn('b.title_terms', term)));
  const inTitleOrAuthors = and(
    terms.map(term => {
      const either = join([standsIn('b.title_terms', term), standsIn('b.author_terms', term)], ' OR ');
      return { ...either, text: `(${either.text})` };
    }),
  );
  return join(
    [
      sql(
        'CASE WHEN b.title_key = ? THEN 4 WHEN LEFT(b.title_key, CHAR_LENGTH(?)) = ? THEN 3',
        titleKey,
        titleKey,
        titleKey,
      ),
      { ...inTitle, text: `WHEN ${inTitle.text} THEN 2` },
      { ...inTitleOrAuthors, text: `WHEN ${inTitleOrAuthors.text} THEN 1 ELSE 0 END` },
    ],
    ' ',
  );
}
