import './modal.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { wordsHook } from '../i18n/words.ts';

const useModalWords = wordsHook({ en: { close: 'Close' }, es: { close: 'Cerrar' } });

/** A dialog over the page, the browser's own: it holds the focus, and Escape closes it. */
export function Modal({
  title,
  isOpen,
  close,
  children,
}: {
  title: string;
  isOpen: boolean;
  close: () => void;
  children: ReactNode;
}) {
  const words = useModalWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog className="modal" ref={dialog} aria-labelledby={titleId} onClose={close}>
      <div className="modal-top">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="quiet-button" onClick={close}>
          {words.close}
        </button>
      </div>
      {isOpen && children}
    </dialog>
  );
}
