import './toast.css';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

interface Toast {
  id: number;
  text: string;
}

const shownMilliseconds = 6_000;
const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Shows messages that pass, such as "saved", at the bottom of the window, and has them read out. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const show = useCallback((text: string) => {
    const toast = { id: Date.now() + Math.random(), text };
    setToasts(shown => [...shown, toast]);
    setTimeout(() => setToasts(shown => shown.filter(({ id }) => id !== toast.id)), shownMilliseconds);
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {toasts.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </ToastContext>
  );
}

/** Shows a message that passes. Nothing that one must act upon: that stays on the page. */
export const useToast = (): ((text: string) => void) => useContext(ToastContext);
