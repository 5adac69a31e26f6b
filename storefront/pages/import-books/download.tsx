import type { ReactNode } from 'react';

/** A button that has the browser save a file which is made when it is pressed. */
export function Download({ name, make, children }: { name: string; make: () => Blob; children: ReactNode }) {
  function save(): void {
    const address = URL.createObjectURL(make());
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  }
  return (
    <button type="button" className="quiet-button" onClick={save}>
      {children}
    </button>
  );
}
