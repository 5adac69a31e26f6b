import { useEffect, useState } from 'react';
import { isCountry } from '../../subgraphs/purchase/country.ts';

const storageKey = 'country';

/** The country that the reader chose before in this browser, else that of the browser's languages, else ''. */
function guessCountry(): string {
  const kept = localStorage.getItem(storageKey);
  if (kept !== null) return kept;
  const regions = navigator.languages.map(tag => new Intl.Locale(tag).region ?? '');
  return regions.find(isCountry) ?? '';
}

/** The reader's country, ISO 3166-1 alpha-2, or '' while it is not known; and how to choose it, for other visits too. */
export function useReaderCountry(): [country: string, choose: (country: string) => void] {
  const [country, setCountry] = useState('');
  useEffect(() => setCountry(guessCountry()), []);
  const choose = (chosen: string) => {
    localStorage.setItem(storageKey, chosen);
    setCountry(chosen);
  };
  return [country, choose];
}
