import './account-menu.css';
import { useEffect, useRef } from 'react';
import { Link, NavLink, useLocation, useNavigate } from 'react-router';
import { CombinedError } from 'urql';
import { useToast } from '../components/toast.tsx';
import { useDescribeFailure } from '../graphql/failure-words.ts';
import { wordsHook } from '../i18n/words.ts';
import { useReader } from './reader.ts';
import { logOut } from './sign-in.ts';

const en = {
  logIn: 'Log in',
  logOut: 'Log out',
  purchases: 'My purchases',
  selling: 'My books',
  sales: 'My sales',
  income: 'Income',
  account: 'Account',
  admin: 'Administration',
};
const es: typeof en = {
  logIn: 'Entrar',
  logOut: 'Salir',
  purchases: 'Mis compras',
  selling: 'Mis libros',
  sales: 'Mis ventas',
  income: 'Ingresos',
  account: 'Cuenta',
  admin: 'Administración',
};
const useAccountMenuWords = wordsHook({ en, es });

const places = ['purchases', 'selling', 'sales', 'income', 'account', 'admin'] as const;

/** A list that opens below its button; it closes by Escape, a click elsewhere, and when one goes to another page. */
function useDisclosure(): React.RefObject<HTMLDetailsElement | null> {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes whenever one goes elsewhere.
  useEffect(() => details.current?.removeAttribute('open'), [key]);
  useEffect(() => {
    function close(event: Event): void {
      const { current } = details;
      if (!current?.open) return;
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      const isElsewhere =
        event.type !== 'keydown' && event.target instanceof Node && !current.contains(event.target);
      if (!isEscape && !isElsewhere) return;
      current.open = false;
      if (isEscape) current.querySelector('summary')?.focus();
    }
    const events = ['keydown', 'pointerdown', 'focusin'];
    for (const event of events) document.addEventListener(event, close);
    return () => {
      for (const event of events) document.removeEventListener(event, close);
    };
  }, []);
  return details;
}

/** In the header: the way to log in, or whatever belongs to the reader who is. */
export function AccountMenu() {
  const words = useAccountMenuWords();
  const reader = useReader();
  const navigate = useNavigate();
  const toast = useToast();
  const describe = useDescribeFailure();
  const details = useDisclosure();
  if (!reader) {
    return (
      <Link className="account-menu" to="/login">
        {words.logIn}
      </Link>
    );
  }

  async function leave(): Promise<void> {
    try {
      await logOut();
      await navigate('/');
    } catch (error) {
      if (!(error instanceof CombinedError)) throw error;
      toast(describe(error));
    }
  }

  return (
    <details className="account" ref={details}>
      <summary className="account-menu">{reader.name}</summary>
      <nav aria-label={reader.name}>
        {places
          .filter(place => place !== 'admin' || reader.role === 'ADMIN')
          .map(place => (
            <NavLink key={place} to={`/${place}`}>
              {words[place]}
            </NavLink>
          ))}
        <button type="button" className="quiet-button" onClick={leave}>
          {words.logOut}
        </button>
      </nav>
    </details>
  );
}
