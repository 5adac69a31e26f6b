import { Countdown } from '../../components/countdown.tsx';
import { useOutcomeWords } from './outcome-words.ts';
import type { PagePurchase } from './use-purchase.ts';

/** Where the purchase stands and what that means, read out whenever it changes. */
export function Outcome({ purchase: { status, reservedUntil } }: { purchase: PagePurchase }) {
  const words = useOutcomeWords();
  const until = status === 'AWAITING_PAYMENT' ? reservedUntil : null;
  return (
    <div className="purchase-outcome">
      <div role="status">
        <h1>{words[status]}</h1>
        {!until && <p>{words[`${status}_advice`]}</p>}
      </div>
      {until && (
        <p>
          {words[`${status}_advice`]} <Countdown until={until} />
        </p>
      )}
    </div>
  );
}
