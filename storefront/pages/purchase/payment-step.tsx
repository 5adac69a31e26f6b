import { type FormEvent, useState } from 'react';
import { useClient } from 'urql';
import { Failure } from '../../components/failure.tsx';
import { Field } from '../../components/field.tsx';
import type { RefusalFragment } from '../../components/refusal.generated.ts';
import { textOf } from '../../forms/use-submission.ts';
import type { PaymentMethod } from '../../graphql/schema-types.generated.ts';
import { useDescribeRefusal } from '../../i18n/describe-refusal.ts';
import { useFormat } from '../../i18n/format.ts';
import { useOnce } from '../../once/use-once.ts';
import { PayPurchaseDocument } from './payment.generated.ts';
import { usePaymentWords } from './payment-words.ts';
import type { PagePurchase } from './use-purchase.ts';

const methods: readonly PaymentMethod[] = ['CREDIT_CARD', 'DEBIT_CARD', 'PAYPAL', 'BANK_TRANSFER'];

/** What plays the card: how each goes is told in the schema, at PayPurchaseInput. */
const tokens = [
  'tok_approved',
  'tok_declined',
  'tok_insufficient_funds',
  'tok_timeout',
  'tok_error_then_approved',
] as const;

interface Attempt {
  purchaseId: string;
  method: PaymentMethod;
  paymentToken: string;
}

/** The name under which a purchase is paid once. */
export const paymentOf = (purchaseId: string): string => `pay/${purchaseId}`;

function Choices({ isSending }: { isSending: boolean }) {
  const words = usePaymentWords();
  return (
    <>
      <fieldset className="choices" disabled={isSending}>
        <legend>{words.method}</legend>
        {methods.map((method, place) => (
          <label key={method} className="choice">
            <input type="radio" name="method" value={method} defaultChecked={place === 0} />
            <span>{words[method]}</span>
          </label>
        ))}
      </fieldset>
      <Field label={words.token} hint={words.simulated}>
        {control => (
          <select {...control} name="paymentToken" disabled={isSending}>
            {tokens.map(token => (
              <option key={token} value={token}>
                {words[token]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

/** The third step: pays a purchase, once. `answered` is called when the store has said what came of it. */
export function PaymentStep({ purchase, answered }: { purchase: PagePurchase; answered: () => void }) {
  const words = usePaymentWords();
  const format = useFormat();
  const describe = useDescribeRefusal();
  const client = useClient();
  const [refusals, setRefusals] = useState<readonly RefusalFragment[] | null>(null);
  const once = useOnce(paymentOf(purchase.id), (input: Attempt & { idempotencyKey: string }) =>
    client.mutation(PayPurchaseDocument, { input }).toPromise(),
  );

  async function pay(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const method = methods.find(each => each === textOf(values, 'method')) ?? 'CREDIT_CARD';
    const paymentToken = textOf(values, 'paymentToken');
    setRefusals(null);
    const answer = await once.act({ purchaseId: purchase.id, method, paymentToken });
    if (!answer) return;
    setRefusals(answer.payPurchase?.userErrors ?? []);
    answered();
  }

  const isForgotten = once.begun !== null && !once.isSending;
  const wasDeclined = refusals === null && purchase.payment?.status === 'DECLINED' && !once.isSending;
  const label = isForgotten ? words.again : words.pay(format.money(purchase.total));
  return (
    <section>
      <h2>{words.title}</h2>
      <form className="form" onSubmit={pay} aria-label={words.title}>
        <div role="status">
          {isForgotten && <p>{words.unanswered}</p>}
          {once.isAskingAgain && <p>{words.askingAgain}</p>}
        </div>
        {wasDeclined && <p className="failure">{words.declined}</p>}
        {refusals?.map(refusal => (
          <div key={refusal.code} className="failure" role="alert">
            <p>{describe(refusal)}</p>
          </div>
        ))}
        {once.error && <Failure error={once.error} />}
        {!isForgotten && <Choices isSending={once.isSending} />}
        <div className="form-actions">
          <button type="submit" disabled={once.isSending}>
            {once.isSending ? words.paying : label}
          </button>
        </div>
      </form>
    </section>
  );
}
