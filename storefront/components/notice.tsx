import './notice.css';
import type { ReactNode } from 'react';

/** A page's, or a part's, own words where what belongs there cannot be shown: empty, failed, not there. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="notice">
      <h1>{title}</h1>
      {children}
    </section>
  );
}
