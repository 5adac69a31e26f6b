import './layout.css';
import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { useLayoutWords } from './layout-words.ts';
import { OfflineNotice } from './offline-notice.tsx';

/** Puts the reader who goes to another page at its beginning, as a browser does that loads one. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}

/** What is around every page. */
export function Layout() {
  const words = useLayoutWords();
  const isComing = useNavigation().state === 'loading';
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
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
