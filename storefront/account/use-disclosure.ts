import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** A list that opens below its button; it closes by Escape, a click elsewhere, and when one goes to another page. */
export function useDisclosure(): React.RefObject<HTMLDetailsElement | null> {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes whenever one goes elsewhere.
  useEffect(() => details.current?.removeAttribute('open'), [key]);
  useEffect(() => {
    function close(event: Event): void {
      const { current } = details;
      if (!current?.open) return;
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      const isElsewhere =
        event.type !== 'keydown' && event.target instanceof Node && !current.contains(event.target);
      if (!isEscape && !isElsewhere) return;
      current.open = false;
      if (isEscape) current.querySelector('summary')?.focus();
    }
    const events = ['keydown', 'pointerdown', 'focusin'];
    for (const event of events) document.addEventListener(event, close);
    return () => {
      for (const event of events) document.removeEventListener(event, close);
    };
  }, []);
  return details;
}
