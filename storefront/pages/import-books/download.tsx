import type { ReactNode } from 'react';
import { saveFile } from '../../components/save-file.ts';

/** A button that has the browser save a file which is made when it is pressed. */
export function Download({ name, make, children }: { name: string; make: () => Blob; children: ReactNode }) {
  return (
    <button type="button" className="quiet-button" onClick={() => saveFile(name, make())}>
      {children}
    </button>
  );
}
