import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { defaultLanguage, type Language, languageCookie } from './language.ts';

interface Speaking {
  language: Language;
  /** Has the whole shop speak another language, from now on and in this browser. */
  speak(language: Language): void;
}

const LanguageContext = createContext<Speaking>({ language: defaultLanguage, speak: () => undefined });

const oneYearSeconds = 365 * 24 * 60 * 60;

function remember(language: Language): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve.
  document.cookie = `${languageCookie}=${language}; Path=/; Max-Age=${oneYearSeconds}; SameSite=Lax${secure}`;
  document.documentElement.lang = language;
}

/** Speaks the language that the server chose, until the reader chooses another. */
export function LanguageProvider({ initial, children }: { initial: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(initial);
  const speaking = useMemo(
    () => ({
      language,
      speak(next: Language) {
        remember(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={speaking}>{children}</LanguageContext>;
}

/** The language that the shop speaks now, and how to change it. */
export const useLanguage = (): Speaking => useContext(LanguageContext);
