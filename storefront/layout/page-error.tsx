import { useRouteError } from 'react-router';
import { Notice } from '../components/notice.tsx';
import { useHead } from '../head/use-head.ts';
import { wordsHook } from '../i18n/words.ts';

const en = {
  title: 'This page could not be shown',
  advice: 'Something went wrong on our side, or a file of the page did not arrive.',
  again: 'Load the page again',
};
const es: typeof en = {
  title: 'No se pudo mostrar esta página',
  advice: 'Algo falló de nuestro lado, o un archivo de la página no llegó.',
  again: 'Cargar la página de nuevo',
};
const usePageErrorWords = wordsHook({ en, es });

/** In the place of a page that failed. On the server it is no page: the shell is sent, and the browser tries. */
export function PageError() {
  const error = useRouteError();
  if (typeof window === 'undefined') throw error;
  const words = usePageErrorWords();
  useHead({ title: words.title, isPrivate: true });
  return (
    <Notice title={words.title}>
      <p>{words.advice}</p>
      <button type="button" onClick={() => location.reload()}>
        {words.again}
      </button>
    </Notice>
  );
}
