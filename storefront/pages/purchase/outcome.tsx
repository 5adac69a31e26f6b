import { Countdown } from '../../components/countdown.tsx';
import { useOutcomeWords } from './outcome-words.ts';
import type { PagePurchase } from './use-purchase.ts';

/** Where the purchase stands and what that means, read out whenever it changes. */
export function Outcome({ purchase: { status, reservedUntil } }: { purchase: PagePurchase }) {
  const words = useOutcomeWords();
  return (
    <div className="purchase-outcome">
      <div role="status">
        <h1>{words[status]}</h1>
        {!reservedUntil && <p>{words[`${status}_advice`]}</p>}
      </div>
      {reservedUntil && (
        <p>
          {words[`${status}_advice`]} <Countdown until={reservedUntil} />
        </p>
      )}
    </div>
  );
}
