import { useQuery } from 'urql';
import { CountrySelect } from '../../components/country-select.tsx';
import { Failure } from '../../components/failure.tsx';
import { Field } from '../../components/field.tsx';
import { useReaderCountry } from '../../components/reader-country.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { useFormat } from '../../i18n/format.ts';
import { deliveryQuery } from './queries.ts';
import { usePageWords } from './words.ts';

/** What delivery costs to the reader's country. */
export function DeliveryCosts() {
  const words = usePageWords();
  const format = useFormat();
  const [country, choose] = useReaderCountry();
  const [{ data, error, fetching }] = useQuery({ ...deliveryQuery(country), pause: country === '' });
  const providers = fetching ? undefined : data?.deliveryProviders;
  return (
    <section className="delivery-costs">
      <h2>{words.delivery}</h2>
      <Field label={words.deliveryCountry}>
        {control => <CountrySelect control={control} value={country} choose={choose} />}
      </Field>
      {country === '' && <p className="offer-note">{words.deliveryHint}</p>}
      {country !== '' && fetching && <Skeleton lines={2} />}
      {error && !providers && <Failure error={error} />}
      {country !== '' && providers && (
        <dl className="leaders">
          {providers.map(({ id, name, cost }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{format.money(cost)}</dd>
            </div>
          ))}
        </dl>
      )}
      {providers?.length === 0 && <p>{words.noDelivery}</p>}
    </section>
  );
}
