import './admin.css';
import '../../forms/form.css';
import '../../selling/selling.css';
import { NavLink, Route, Routes } from 'react-router';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { Notice } from '../../components/notice.tsx';
import { useHead } from '../../head/use-head.ts';
import { Component as NotFound } from '../not-found/page.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { Invariants } from './invariants.tsx';
import { Purchases } from './purchases.tsx';
import { Users } from './users.tsx';
import { usePageWords } from './words.ts';

const parts = [
  { path: '', name: 'users', Part: Users },
  { path: 'purchases', name: 'purchases', Part: Purchases },
  { path: 'invariants', name: 'invariants', Part: Invariants },
  { path: 'dead-letters', name: 'deadLetters', Part: DeadLetters },
] as const;

function Administration() {
  const words = usePageWords();
  return (
    <>
      <nav className="admin-parts" aria-label={words.title}>
        {parts.map(({ path, name }) => (
          <NavLink key={name} to={`/admin/${path}`} end>
            {words.parts[name]}
          </NavLink>
        ))}
      </nav>
      <Routes>
        {parts.map(({ path, name, Part }) => (
          <Route
            key={name}
            path={path}
            element={
              <section className="admin-part">
                <h2>{words.parts[name]}</h2>
                <Part />
              </section>
            }
          />
        ))}
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}

/** For administrators: accounts, purchases, whether the store is sound, and events that could not be applied. */
export function Component() {
  const words = usePageWords();
  useHead({ title: words.title, isPrivate: true });
  return (
    <ReaderOnly>
      {({ role }) =>
        role === 'ADMIN' ? (
          <div className="admin-page">
            <h1>{words.title}</h1>
            <Administration />
          </div>
        ) : (
          <Notice title={words.title}>
            <p>{words.forbidden}</p>
          </Notice>
        )
      }
    </ReaderOnly>
  );
}
