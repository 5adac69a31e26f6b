import './layout.css';
import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { useLayoutWords } from './layout-words.ts';
import { OfflineNotice } from './offline-notice.tsx';

/**
 * Puts the reader who goes to another page at its beginning, as a browser does that loads one; not one who went on to
 * something else, as the menu or the search, while the page was coming.
 */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>, isComing: boolean): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  const askedFrom = useRef<Element | null>(null);
  useEffect(() => {
    if (shown.current !== pathname) {
      shown.current = pathname;
      const { activeElement, body } = document;
      const wentOn = askedFrom.current && activeElement !== askedFrom.current && activeElement !== body;
      if (!wentOn) main.current?.focus({ preventScroll: true });
    }
    askedFrom.current = isComing ? document.activeElement : null;
  }, [pathname, isComing, main]);
}

/** What is around every page. */
export function Layout() {
  const words = useLayoutWords();
  const isComing = useNavigation().state === 'loading';
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main, isComing);
  return (
    <>
      <a className="skip-link" href="#page">
        {words.skip}
      </a>
      <Header />
      <OfflineNotice />
      <main id="page" ref={main} tabIndex={-1} aria-busy={isComing}>
        <Outlet />
      </main>
      <Footer />
      <ScrollRestoration />
    </>
  );
}
