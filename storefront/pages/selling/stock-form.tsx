import { useId } from 'react';
import { useMutation } from 'urql';
import type { OwnBookFragment } from '../../components/own-book.generated.ts';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf, useSubmission } from '../../forms/use-submission.ts';
import { UpdateBookDocument } from '../../selling/selling.generated.ts';
import { usePageWords } from './words.ts';

/** How many copies of a book are free to buy, to be changed, whatever else of it was changed meanwhile. */
export function StockForm({ book, changed }: { book: OwnBookFragment; changed: () => void }) {
  const words = usePageWords();
  const toast = useToast();
  const id = useId();
  const [, update] = useMutation(UpdateBookDocument);
  const { title, stock } = book;
  const form = useSubmission(async values => {
    const next = Number(textOf(values, 'stock'));
    const { data, error } = await update({ input: { bookId: book.id, stock: next } });
    if (error) throw error;
    const { userErrors = [] } = data?.updateBook ?? {};
    if (userErrors.length === 0) toast(words.stockSaved(title));
    else changed();
    return userErrors;
  });
  return (
    <form className="own-book-stock" onSubmit={form.submit}>
      <div>
        <label htmlFor={id}>{words.stock}</label>
        <input
          id={id}
          aria-label={words.stockOf(title)}
          name="stock"
          type="number"
          inputMode="numeric"
          min={0}
          max={100_000}
          required
          defaultValue={stock}
          key={stock}
        />
      </div>
      <button type="submit" className="quiet-button" disabled={form.isSending}>
        {words.saveStock}
      </button>
      <FormProblems errors={form.otherErrors([])} failure={form.error} />
    </form>
  );
}
