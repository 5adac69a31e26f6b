import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { CountrySelect } from '../../components/country-select.tsx';
import { Field } from '../../components/field.tsx';
import { useReaderCountry } from '../../components/reader-country.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { textOf, useSubmission } from '../../forms/use-submission.ts';
import { CarrierChoice } from './carrier-choice.tsx';
import { ChooseDeliveryDocument, LastAddressDocument } from './delivery.generated.ts';
import { useDeliveryWords } from './delivery-words.ts';
import type { PagePurchase } from './use-purchase.ts';

type Address = NonNullable<PagePurchase['delivery']>['address'];

const parts = [
  { name: 'recipient', autoComplete: 'name', isNeeded: true, length: 200 },
  { name: 'line1', autoComplete: 'address-line1', isNeeded: true, length: 200 },
  { name: 'line2', autoComplete: 'address-line2', isNeeded: false, length: 200 },
  { name: 'postalCode', autoComplete: 'postal-code', isNeeded: false, length: 20 },
  { name: 'city', autoComplete: 'address-level2', isNeeded: true, length: 100 },
  { name: 'region', autoComplete: 'address-level1', isNeeded: false, length: 100 },
] as const;
const controls = [...parts.map(({ name }) => name), 'country', 'providerId'];

interface Props {
  purchase: PagePurchase;
  /** Called when the delivery is chosen, or stays as it is. */
  done: () => void;
}

function DeliveryForm({
  purchase,
  done,
  address,
  providerId,
}: Props & { address: Address | undefined; providerId: string | undefined }) {
  const words = useDeliveryWords();
  const [guessed, remember] = useReaderCountry();
  const [picked, setPicked] = useState(address?.country);
  const country = picked ?? guessed;
  const [, choose] = useMutation(ChooseDeliveryDocument);
  const form = useSubmission(async values => {
    const text = (name: string) => textOf(values, name).trim();
    const { data, error } = await choose({
      input: {
        purchaseId: purchase.id,
        delivery: {
          providerId: text('providerId'),
          address: {
            recipient: text('recipient'),
            line1: text('line1'),
            line2: text('line2') || null,
            city: text('city'),
            region: text('region') || null,
            postalCode: text('postalCode') || null,
            country,
          },
        },
      },
    });
    if (error) throw error;
    if (data?.chooseDelivery?.purchase) done();
    return data?.chooseDelivery?.userErrors ?? [];
  });
  return (
    <form className="form" onSubmit={form.submit} aria-label={words.title}>
      <FormProblems errors={form.otherErrors(controls)} failure={form.error} />
      <Field label={words.country} error={form.errorOf('country')}>
        {control => (
          <CountrySelect
            control={control}
            value={country}
            choose={chosen => {
              setPicked(chosen);
              remember(chosen);
            }}
          />
        )}
      </Field>
      <div className="form-row">
        {parts.map(({ name, autoComplete, isNeeded, length }) => (
          <Field key={name} label={words[name]} error={form.errorOf(name)}>
            {control => (
              <input
                {...control}
                name={name}
                autoComplete={autoComplete}
                defaultValue={address?.[name] ?? ''}
                required={isNeeded}
                maxLength={length}
              />
            )}
          </Field>
        ))}
      </div>
      <CarrierChoice country={country} chosen={providerId} error={form.errorOf('providerId')} />
      <div className="form-actions">
        <button type="submit" disabled={form.isSending || country === ''}>
          {words.goOn}
        </button>
        {purchase.delivery && (
          <button type="button" className="quiet-button" onClick={done}>
            {words.keep}
          </button>
        )}
      </div>
    </form>
  );
}

/** The second step: where the purchase goes and who carries it; as the last time until something else is written. */
export function DeliveryStep({ purchase, done }: Props) {
  const words = useDeliveryWords();
  const [{ data, fetching }] = useQuery({ query: LastAddressDocument, pause: purchase.delivery !== null });
  const last = data?.me?.purchases?.nodes.find(({ delivery }) => delivery)?.delivery;
  const { address, provider } = purchase.delivery ?? last ?? {};
  return (
    <section>
      <h2>{words.title}</h2>
      {fetching ? (
        <Skeleton lines={6} />
      ) : (
        <DeliveryForm purchase={purchase} done={done} address={address} providerId={provider?.id} />
      )}
    </section>
  );
}
