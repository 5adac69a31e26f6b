import { languages } from '../i18n/language.ts';
import { useLanguage } from '../i18n/language-context.tsx';
import { useLayoutWords } from './layout-words.ts';

const names = { es: 'Español', en: 'English' };

/** Has the shop speak the other language. */
export function LanguageSwitch() {
  const words = useLayoutWords();
  const { language, speak } = useLanguage();
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{words.language}</legend>
      {languages.map(each => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          onClick={() => speak(each)}
        >
          {each}
          <span className="visually-hidden">: {names[each]}</span>
        </button>
      ))}
    </fieldset>
  );
}
