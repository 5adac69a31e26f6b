import { Fragment, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { type Reader, useReader } from './reader.ts';

/** Where one logs in to come back here. */
export const loginAddress = ({ pathname, search }: { pathname: string; search: string }): string =>
  `/login?${new URLSearchParams({ next: pathname + search })}`;

/** What is for readers who are signed in; others are taken to the login first. */
export function ReaderOnly({ children }: { children: (reader: Reader) => ReactNode }) {
  const reader = useReader();
  const location = useLocation();
  if (!reader) return <Navigate replace to={loginAddress(location)} />;
  // What somebody else was shown or has written stays with nobody.
  return <Fragment key={reader.id}>{children(reader)}</Fragment>;
}
