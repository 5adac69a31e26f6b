import { Link, NavLink } from 'react-router';
import { AccountMenu } from '../account/account-menu.tsx';
import { storeName } from '../head/store-name.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { useLayoutWords } from './layout-words.ts';
import { SearchBox } from './search-box.tsx';

/** The top of every page: the store's name, where one can go, the search, the language, the account. */
export function Header() {
  const words = useLayoutWords();
  return (
    <header className="header">
      <div className="header-top">
        <Link className="wordmark" to="/">
          {storeName}
        </Link>
        <nav className="header-nav" aria-label={words.shop}>
          <NavLink to="/books">{words.catalogue}</NavLink>
          <NavLink to="/selling/new">{words.sell}</NavLink>
        </nav>
        <div className="header-reader">
          <LanguageSwitch />
          <AccountMenu />
        </div>
      </div>
      <SearchBox />
    </header>
  );
}
