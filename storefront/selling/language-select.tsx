import { useMemo } from 'react';
import type { ControlProps } from '../components/field.tsx';
import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language-context.tsx';
import { useSellingWords } from './selling-words.ts';

/** Languages that second-hand books are often in here, as BCP 47 tags. */
const usual = [
  ...['es', 'en', 'fr', 'de', 'it', 'pt', 'ca', 'gl', 'eu', 'qu', 'ay', 'gn', 'la', 'el', 'nl', 'sv', 'da'],
  ...['no', 'fi', 'pl', 'cs', 'hu', 'ro', 'ru', 'uk', 'tr', 'ar', 'he', 'fa', 'hi', 'zh', 'ja', 'ko'],
];

/** Chooses the language that a book is in; '' while that is not said. To be put into a Field. */
export function LanguageSelect({
  control,
  value,
  choose,
}: {
  control: ControlProps;
  value: string;
  choose: (language: string) => void;
}) {
  const words = useSellingWords();
  const format = useFormat();
  const { language } = useLanguage();
  const offered = useMemo(() => {
    const order = new Intl.Collator(language);
    const tags = value === '' || usual.includes(value) ? usual : [...usual, value];
    return tags
      .map(tag => ({ tag, called: format.languageName(tag) }))
      .sort((one, other) => order.compare(one.called, other.called));
  }, [value, language, format]);
  return (
    <select {...control} name="language" value={value} onChange={({ target }) => choose(target.value)}>
      <option value="">{words.notSaid}</option>
      {offered.map(({ tag, called }) => (
        <option key={tag} value={tag}>
          {called}
        </option>
      ))}
    </select>
  );
}
