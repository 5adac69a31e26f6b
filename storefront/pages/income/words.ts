import { plural } from '../../i18n/plural.ts';
import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Income',
  counted:
    'What your books brought in, without delivery, by the month in which it was paid. What was called off does not count.',
  none: 'You have sold nothing yet.',
  yourBooks: 'Your books',
  chart: 'Income of the last twelve months',
  month: 'Month',
  sales: 'Sales',
  income: 'Income',
  total: 'Together',
  count: plural('en', '# sale', '# sales'),
};
const es: typeof en = {
  title: 'Ingresos',
  counted: 'Lo que dieron tus libros, sin el envío, según el mes en que se pagó. Lo cancelado no cuenta.',
  none: 'Todavía no has vendido nada.',
  yourBooks: 'Tus libros',
  chart: 'Ingresos de los últimos doce meses',
  month: 'Mes',
  sales: 'Ventas',
  income: 'Ingresos',
  total: 'En total',
  count: plural('es', '# venta', '# ventas'),
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
