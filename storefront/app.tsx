import type { ReactNode } from 'react';
import { type Client, Provider } from 'urql';
import { ToastProvider } from './components/toast.tsx';
import { PlaygroundContext } from './graphql/playground.ts';
import type { Language } from './i18n/language.ts';
import { LanguageProvider } from './i18n/language-context.tsx';

/** What is around every page, on the server and in the browser: the language, the API, messages that pass. */
export function App({
  client,
  language,
  hasPlayground,
  children,
}: {
  client: Client;
  language: Language;
  hasPlayground: boolean;
  children: ReactNode;
}) {
  return (
    <LanguageProvider initial={language}>
      <PlaygroundContext value={hasPlayground}>
        <Provider value={client}>
          <ToastProvider>{children}</ToastProvider>
        </Provider>
      </PlaygroundContext>
    </LanguageProvider>
  );
}
