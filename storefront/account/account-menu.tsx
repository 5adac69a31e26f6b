import { Link } from 'react-router';
import { wordsHook } from '../i18n/words.ts';

const useAccountMenuWords = wordsHook({ en: { logIn: 'Log in' }, es: { logIn: 'Entrar' } });

/** In the header: the way to log in. */
export function AccountMenu() {
  const words = useAccountMenuWords();
  return (
    <Link className="account-menu" to="/login">
      {words.logIn}
    </Link>
  );
}
