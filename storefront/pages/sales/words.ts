import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Your sales',
  none: 'Nothing here yet.',
  noneAdvice: 'When somebody buys one of your books, you see it here and send it off.',
  yourBooks: 'Your books',
  to: (buyer: string) => `to ${buyer}`,
  send: 'To be sent off',
};
const es: typeof en = {
  title: 'Tus ventas',
  none: 'Aquí no hay nada todavía.',
  noneAdvice: 'Cuando alguien compre uno de tus libros, lo verás aquí y lo enviarás.',
  yourBooks: 'Tus libros',
  to: buyer => `a ${buyer}`,
  send: 'Por enviar',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
