import { useId } from 'react';
import { useQuery } from 'urql';
import { Failure } from '../../components/failure.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useFormat } from '../../i18n/format.ts';
import { DeliveryProvidersDocument } from './delivery.generated.ts';
import { useDeliveryWords } from './delivery-words.ts';

/** Chooses who carries a purchase to a country, by name and cost; the cheapest until another is chosen. */
export function CarrierChoice({
  country,
  chosen,
  error,
}: {
  country: string;
  chosen: string | undefined;
  error: string | undefined;
}) {
  const words = useDeliveryWords();
  const format = useFormat();
  const errorId = useId();
  const [{ data, error: failure, fetching }, ask] = useQuery({
    query: DeliveryProvidersDocument,
    variables: { country },
    pause: country === '',
  });
  if (country === '') return <p className="field-hint">{words.countryMissing}</p>;
  if (failure && !data?.deliveryProviders)
    return <Failure error={failure} retry={() => ask({ requestPolicy: 'network-only' })} />;
  if (fetching || !data?.deliveryProviders) return <Skeleton lines={3} />;
  const providers = data.deliveryProviders;
  const first = providers.some(({ id }) => id === chosen) ? chosen : providers[0]?.id;
  return (
    <fieldset className="choices" aria-describedby={error ? errorId : undefined}>
      <legend>{words.carrier}</legend>
      {providers.length === 0 && <p>{words.nobody}</p>}
      {providers.map(({ id, name, coverage, cost }) => (
        <label key={id} className="choice">
          <input type="radio" name="providerId" value={id} defaultChecked={id === first} required />
          <span>
            <strong>{name}</strong> <span className="field-hint">{words[coverage]}</span>
          </span>
          <span>{format.money(cost)}</span>
        </label>
      ))}
      {error && (
        <p className="field-error" id={errorId} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
