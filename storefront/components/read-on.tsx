import './read-on.css';
import type { MouseEvent } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { wordsHook } from '../i18n/words.ts';

const useReadOnWords = wordsHook({
  en: { more: 'Show more', fromHere: 'This list begins further on.', fromStart: 'To its beginning' },
  es: { more: 'Mostrar más', fromHere: 'Esta lista empieza más adelante.', fromStart: 'Ir al principio' },
});

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(each => typeof each === 'string');

/**
 * The cursors after which the pages of a list begin that are shown, null for the first. How far the reader has read on is
 * kept in the history: it is there again after the back button and after a reload.
 */
export function usePagesRead(): (string | null)[] {
  const { search, state } = useLocation();
  const further: unknown = state?.readOn;
  return [new URLSearchParams(search).get('after'), ...(isTexts(further) ? further : [])];
}

/** Shows the next page of a list below those that are shown. Without script it is a link to a page that begins there. */
export function ReadOn({ cursor }: { cursor: string }) {
  const words = useReadOnWords();
  const navigate = useNavigate();
  const location = useLocation();
  const [, ...further] = usePagesRead();
  const next = new URLSearchParams(location.search);
  next.set('after', cursor);
  const readOn = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(location, {
      replace: true,
      preventScrollReset: true,
      state: { ...location.state, readOn: [...further, cursor] },
    });
  };
  return (
    <p className="read-on">
      <Link className="button quiet-button" to={{ search: next.toString() }} onClick={readOn}>
        {words.more}
      </Link>
    </p>
  );
}

/** Says so above a list that does not begin at its beginning, and leads there. */
export function FromStart() {
  const words = useReadOnWords();
  const { search } = useLocation();
  const start = new URLSearchParams(search);
  if (!start.has('after')) return null;
  start.delete('after');
  return (
    <p className="from-start">
      {words.fromHere} <Link to={{ search: start.toString() }}>{words.fromStart}</Link>
    </p>
  );
}
