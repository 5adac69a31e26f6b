import './sign-in.css';
import '../forms/form.css';
import type { ReactNode } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { SeeTheGraphQL } from '../components/see-the-graphql.tsx';
import type { PageQuery } from '../graphql/page-query.ts';
import { useHead } from '../head/use-head.ts';
import { wordsHook } from '../i18n/words.ts';
import { useNextAddress } from './next-address.ts';
import { useReader } from './reader.ts';

const en = {
  insecure: 'Nobody can log in here',
  insecureWhy:
    'This page came without encryption. Browsers keep a session over HTTPS alone; some of them also on the machine itself, at localhost.',
  openSecurely: 'Open it over HTTPS',
};
const es: typeof en = {
  insecure: 'Aquí no se puede entrar',
  insecureWhy:
    'Esta página llegó sin cifrar. Los navegadores solo guardan una sesión con HTTPS; algunos también en la propia máquina, en localhost.',
  openSecurely: 'Abrir con HTTPS',
};
const useInsecureWords = wordsHook({ en, es });

function Insecure() {
  const words = useInsecureWords();
  return (
    <div className="failure" role="alert">
      <p>
        <strong>{words.insecure}.</strong> {words.insecureWhy}
      </p>
      <a className="button quiet-button" href={location.href.replace(/^http:/, 'https:')}>
        {words.openSecurely}
      </a>
    </div>
  );
}

/** A page to log in or to register: its form, and the way to the other one. Who is signed in goes on at once. */
export function SignInPage({
  title,
  other,
  keepsSession,
  operation,
  children,
}: {
  title: string;
  other: { question: string; label: string; path: string };
  /** Whether the browser keeps a session here; without one there is nothing to fill in. */
  keepsSession: boolean;
  /** What its form sends, without what is written there. */
  operation: PageQuery;
  children: ReactNode;
}) {
  useHead({ title, isPrivate: true });
  const next = useNextAddress();
  const { search } = useLocation();
  if (useReader()) return <Navigate replace to={next} />;
  return (
    <section className="sign-in">
      <h1>{title}</h1>
      {keepsSession ? children : <Insecure />}
      <p>
        {other.question} <Link to={{ pathname: other.path, search }}>{other.label}</Link>
      </p>
      <SeeTheGraphQL of={operation} />
    </section>
  );
}
