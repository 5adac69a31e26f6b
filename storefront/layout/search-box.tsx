import { type FormEvent, useEffect, useRef } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useLayoutWords } from './layout-words.ts';

const cataloguePath = '/books';
const pauseMilliseconds = 250;

/** Searches the catalogue: on Enter from any page, and as one types on the catalogue itself. */
export function SearchBox() {
  const words = useLayoutWords();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const isOnCatalogue = useLocation().pathname === cataloguePath;
  const shown = isOnCatalogue ? (search.get('q') ?? '') : '';
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const saidBefore = useRef(shown);
  useEffect(() => {
    if (saidBefore.current === shown) return;
    saidBefore.current = shown;
    // What the address says is shown, but never over what is being typed.
    if (timer.current !== undefined || field.current?.value.trim() === shown) return;
    if (field.current) field.current.value = shown;
  }, [shown]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = (query: string) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    // The browser's address, and not what was last drawn: a filter that was chosen while this waited stays.
    const now = new URLSearchParams(isOnCatalogue ? window.location.search : undefined);
    const next = new URLSearchParams(now);
    next.delete('after');
    if (query.trim()) next.set('q', query.trim());
    else next.delete('q');
    if (isOnCatalogue && next.toString() === now.toString()) return;
    // Leaving the catalogue as it was before the typing is one step back, not one for each letter.
    const isTyping = now.has('q');
    void navigate({ pathname: cataloguePath, search: next.toString() }, { replace: isTyping });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show(field.current?.value ?? '');
  };
  const type = () => {
    if (!isOnCatalogue) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => show(field.current?.value ?? ''), pauseMilliseconds);
  };

  return (
    <search className="search-box">
      <form action={cataloguePath} onSubmit={submit}>
        <input
          ref={field}
          name="q"
          type="search"
          aria-label={words.searchLabel}
          placeholder={words.searchLabel}
          defaultValue={shown}
          maxLength={200}
          autoComplete="off"
          onChange={type}
        />
        <button type="submit">{words.search}</button>
      </form>
    </search>
  );
}
