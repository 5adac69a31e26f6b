import '../forms/form.css';
import type { ReactNode } from 'react';
import { toIsbn13 } from '../../subgraphs/catalog/isbn.ts';
import { useBookWords } from '../components/book-words.ts';
import { type ControlProps, Field } from '../components/field.tsx';
import type { BookDraft, BookField } from './book-draft.ts';
import { ConditionSelect } from './condition-select.tsx';
import { LanguageSelect } from './language-select.tsx';
import { useSellingWords } from './selling-words.ts';
import { useStoreCurrency } from './use-store-currency.ts';

/** The controls of a book. `problemOf` tells in words what is wrong with a field. */
export function BookFields({
  draft,
  change,
  problemOf,
}: {
  draft: BookDraft;
  change: (changes: Partial<BookDraft>) => void;
  problemOf: (field: BookField) => string | undefined;
}) {
  const words = useSellingWords();
  const { meanings } = useBookWords();
  const currency = useStoreCurrency();
  const isbn = toIsbn13(draft.isbn);
  const field = (
    name: BookField,
    control: (props: ControlProps) => ReactNode,
    hint?: string,
    label?: string,
  ) => (
    <Field label={label ?? words.fields[name]} hint={hint} error={problemOf(name)}>
      {control}
    </Field>
  );
  const text =
    (name: Exclude<BookField, 'condition'>, attributes: object = {}) =>
    (control: ControlProps) => (
      <input
        {...control}
        name={name}
        value={draft[name]}
        onChange={({ target }) => change({ [name]: target.value })}
        {...attributes}
      />
    );
  const lines = (name: 'description' | 'conditionNote', rows: number) => (control: ControlProps) => (
    <textarea
      {...control}
      name={name}
      rows={rows}
      value={draft[name]}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  );
  return (
    <>
      {field('title', text('title', { required: true, maxLength: 500 }))}
      {field('authors', text('authors', { required: true }), words.hints.authors)}
      {field(
        'isbn',
        text('isbn', { inputMode: 'text', autoComplete: 'off' }),
        isbn ? words.isbnSound(isbn) : words.hints.isbn,
      )}
      <div className="form-row">
        {field(
          'condition',
          control => (
            <ConditionSelect
              control={control}
              value={draft.condition}
              choose={condition => change({ condition })}
            />
          ),
          meanings[draft.condition],
        )}
        {field(
          'price',
          text('price', { inputMode: 'decimal', required: true }),
          words.hints.price,
          currency ? words.currencyOf(words.fields.price, currency) : undefined,
        )}
        {field('stock', text('stock', { inputMode: 'numeric', required: true }))}
      </div>
      {field('conditionNote', lines('conditionNote', 2), words.hints.conditionNote)}
      <div className="form-row">
        {field('publisher', text('publisher', { maxLength: 200 }))}
        {field('publishedYear', text('publishedYear', { inputMode: 'numeric' }))}
        {field('language', control => (
          <LanguageSelect
            control={control}
            value={draft.language}
            choose={language => change({ language })}
          />
        ))}
      </div>
      {field('subjects', text('subjects'), words.hints.subjects)}
      {field('description', lines('description', 6))}
    </>
  );
}
