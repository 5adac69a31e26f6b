import { useLanguage } from '../../i18n/language-context.tsx';

/** What the store notes in a purchase's history is in English. What stands for itself in it, $1, is kept as it is. */
const spanish: [RegExp, string][] = [
  [/^Called off by the buyer(: .*)?$/s, 'La canceló quien compra$1'],
  [/^Called off by the seller(: .*)?$/s, 'La canceló quien vende$1'],
  [/^It was not paid in time\.$/, 'No se pagó a tiempo.'],
  [
    /^Its copies were no longer reserved; nothing was charged\.$/,
    'Ya no estaba reservada; no se cobró nada.',
  ],
  [/^Tracking number (.*)$/s, 'Número de seguimiento $1'],
  [/^Confirmed by the buyer\.$/, 'Lo confirmó quien compra.'],
  [
    /^Taken as delivered: nobody said otherwise in time\.$/,
    'Se da por entregada: nadie dijo otra cosa a tiempo.',
  ],
];

/** Says a note of a purchase's history in the reader's language. */
export function useNoteWords(): (note: string) => string {
  const { language } = useLanguage();
  return note => {
    if (language !== 'es') return note;
    const known = spanish.find(([pattern]) => pattern.test(note));
    return known ? note.replace(known[0], (_, rest = '') => known[1].replace('$1', rest)) : note;
  };
}
