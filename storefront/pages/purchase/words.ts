import { wordsHook } from '../../i18n/words.ts';

const en = {
  title: 'Your purchase',
  loading: 'A purchase',
  notFound: 'There is no such purchase',
  notFoundWhy: 'Perhaps it belongs to another account.',
  toPurchases: 'My purchases',
  lines: 'What you buy',
  quantity: (count: string) => `${count} ×`,
  seller: 'Sold by',
  subtotal: 'Books',
  delivery: 'Delivery',
  total: 'Total',
  by: (provider: string) => `by ${provider}`,
  tracking: 'Tracking number',
  history: 'What has happened',
  change: 'Change the delivery',
  buyAgain: 'Look at the book again',
  lookElsewhere: 'Look in the catalogue',
};
const es: typeof en = {
  title: 'Tu compra',
  loading: 'Una compra',
  notFound: 'No hay tal compra',
  notFoundWhy: 'Quizá es de otra cuenta.',
  toPurchases: 'Mis compras',
  lines: 'Lo que compras',
  quantity: count => `${count} ×`,
  seller: 'Lo vende',
  subtotal: 'Libros',
  delivery: 'Envío',
  total: 'Total',
  by: provider => `con ${provider}`,
  tracking: 'Número de seguimiento',
  history: 'Qué ha pasado',
  change: 'Cambiar el envío',
  buyAgain: 'Ver el libro de nuevo',
  lookElsewhere: 'Buscar en el catálogo',
};

/** The words of this page. */
export const usePageWords = wordsHook({ en, es });
