import { useQuery } from 'urql';
import { StoreCurrencyDocument } from './selling.generated.ts';

/** The currency that the store trades in, ISO 4217; undefined until that is known. */
export function useStoreCurrency(): string | undefined {
  const [{ data }] = useQuery({ query: StoreCurrencyDocument, variables: {} });
  return data?.deliveryProviders?.[0]?.cost.currencyCode;
}
