import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { Failure } from '../../components/failure.tsx';
import { Field } from '../../components/field.tsx';
import type { RefusalFragment } from '../../components/refusal.generated.ts';
import { useDescribeRefusal } from '../../i18n/describe-refusal.ts';
import { useOnce } from '../../once/use-once.ts';
import { type BuyPageQuery, PurchaseBookDocument } from './buy.generated.ts';
import { usePageWords } from './words.ts';

interface Order {
  bookId: string;
  quantity: number;
  expectedUnitPrice: string;
}

/** Reserves copies of a book for a reader, once; then goes on to the purchase. `refused` is called when it cannot be. */
export function ReserveForm({
  book,
  readerId,
  refused,
}: {
  book: NonNullable<BuyPageQuery['book']>;
  readerId: string;
  refused: () => void;
}) {
  const words = usePageWords();
  const describe = useDescribeRefusal();
  const client = useClient();
  const navigate = useNavigate();
  const [refusals, setRefusals] = useState<readonly RefusalFragment[]>([]);
  const [quantity, setQuantity] = useState(1);
  const once = useOnce(`buy/${readerId}/${book.id}`, (order: Order & { idempotencyKey: string }) =>
    client.mutation(PurchaseBookDocument, { input: order }).toPromise(),
  );

  async function reserve(event: FormEvent): Promise<void> {
    event.preventDefault();
    setRefusals([]);
    const answer = await once.act({ bookId: book.id, quantity, expectedUnitPrice: book.price.amount });
    const { purchase, userErrors = [] } = answer?.purchaseBook ?? {};
    if (purchase) await navigate(`/purchases/${purchase.id}`, { replace: true });
    else if (userErrors.length > 0) {
      setRefusals(userErrors);
      refused();
    }
  }

  const isForgotten = once.begun !== null && !once.isSending;
  return (
    <form className="form" onSubmit={reserve}>
      <div role="status">
        {isForgotten && <p>{words.unanswered}</p>}
        {once.isAskingAgain && <p>{words.askingAgain}</p>}
      </div>
      {once.error && <Failure error={once.error} />}
      {refusals.map(refusal => (
        <div key={refusal.code} className="failure" role="alert">
          <p>{describe(refusal)}</p>
        </div>
      ))}
      {book.stock > 1 && !isForgotten && (
        <Field label={words.quantity}>
          {control => (
            <input
              {...control}
              type="number"
              min={1}
              max={Math.min(book.stock, 1_000)}
              value={quantity}
              disabled={once.isSending}
              onChange={event => setQuantity(event.target.valueAsNumber || 1)}
            />
          )}
        </Field>
      )}
      <p className="field-hint">{words.explain}</p>
      <div className="form-actions">
        <button type="submit" disabled={once.isSending || (book.stock === 0 && !isForgotten)}>
          {once.isSending ? words.reserving : isForgotten ? words.again : words.reserve}
        </button>
      </div>
    </form>
  );
}
