import { useSearchParams } from 'react-router';

/** Whether an address leads to a page of this shop, and to no other place however it is written. */
const isOurs = (address: string): boolean =>
  address.startsWith('/') && new URL(address, location.origin).origin === location.origin;

/** Where a reader goes on after logging in: where the login was called from, or the front page. */
export function useNextAddress(): string {
  const next = useSearchParams()[0].get('next');
  return next && isOurs(next) ? next : '/';
}
