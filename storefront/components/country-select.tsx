import { useMemo } from 'react';
import { countryCodes } from '../../subgraphs/purchase/country.ts';
import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language-context.tsx';
import { wordsHook } from '../i18n/words.ts';
import type { ControlProps } from './field.tsx';
import { useIsHydrated } from './use-is-hydrated.ts';

const useCountryWords = wordsHook({ en: { choose: 'Choose a country' }, es: { choose: 'Elige un país' } });

/** Chooses a country, ISO 3166-1 alpha-2; '' while none is chosen. To be put into a Field. */
export function CountrySelect({
  control,
  value,
  choose,
  name,
}: {
  control: ControlProps;
  value: string;
  choose: (country: string) => void;
  name?: string;
}) {
  const words = useCountryWords();
  const format = useFormat();
  const { language } = useLanguage();
  const isHydrated = useIsHydrated();
  const countries = useMemo(() => {
    // Not on the server: some countries have other names there, and they are many.
    if (!isHydrated) return [];
    const order = new Intl.Collator(language);
    return countryCodes
      .map(code => ({ code, called: format.countryName(code) }))
      .sort((one, other) => order.compare(one.called, other.called));
  }, [isHydrated, language, format]);
  return (
    <select
      {...control}
      name={name}
      value={value}
      autoComplete="country"
      onChange={event => choose(event.target.value)}
    >
      <option value="">{words.choose}</option>
      {countries.map(({ code, called }) => (
        <option key={code} value={code}>
          {called}
        </option>
      ))}
    </select>
  );
}
