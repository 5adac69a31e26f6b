import './account-menu.css';
import { Link, NavLink, useNavigate } from 'react-router';
import { CombinedError } from 'urql';
import { useToast } from '../components/toast.tsx';
import { useDescribeFailure } from '../graphql/failure-words.ts';
import { plural } from '../i18n/plural.ts';
import { wordsHook } from '../i18n/words.ts';
import { NotificationList } from './notification-list.tsx';
import { useReader } from './reader.ts';
import { logOut } from './sign-in.ts';
import { useDisclosure } from './use-disclosure.ts';
import { useNotifications } from './use-notifications.ts';

const en = {
  logIn: 'Log in',
  logOut: 'Log out',
  purchases: 'My purchases',
  selling: 'My books',
  sales: 'My sales',
  income: 'Income',
  account: 'Account',
  admin: 'Administration',
  unread: plural('en', '# new', '# new'),
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
  unread: plural('es', '# nueva', '# nuevas'),
};
const useAccountMenuWords = wordsHook({ en, es });

const places = ['purchases', 'selling', 'sales', 'income', 'account', 'admin'] as const;

/** In the header: the way to log in, or whatever belongs to the reader who is. */
export function AccountMenu() {
  const words = useAccountMenuWords();
  const reader = useReader();
  const navigate = useNavigate();
  const toast = useToast();
  const describe = useDescribeFailure();
  const details = useDisclosure();
  const { notifications, unread, read } = useNotifications(reader);
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
    <details className="account" ref={details} onToggle={({ newState }) => newState === 'closed' && read()}>
      <summary className="account-menu">
        <span className="account-name">{reader.name}</span>
        {unread > 0 && <span className="badge">{words.unread(unread)}</span>}
      </summary>
      <nav aria-label={reader.name}>
        <NotificationList notifications={notifications} />
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
