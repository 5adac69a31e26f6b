import type { ReactNode } from 'react';
import { type Client, Provider } from 'urql';
import { ToastProvider } from './components/toast.tsx';
import type { Language } from './i18n/language.ts';
import { LanguageProvider } from './i18n/language-context.tsx';

/** What is around every page, on the server and in the browser: the language, the API, messages that pass. */
export function App({
  client,
  language,
  children,
}: {
  client: Client;
  language: Language;
  children: ReactNode;
}) {
  return (
    <LanguageProvider initial={language}>
      <Provider value={client}>
        <ToastProvider>{children}</ToastProvider>
      </Provider>
    </LanguageProvider>
  );
}
