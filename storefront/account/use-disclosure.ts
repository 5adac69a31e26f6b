import { useEffect, useRef } from 'react';

/**
 * A list that opens below its button; it closes by Escape, a click elsewhere, a link in it and when one goes back. It stays
 * open when a page comes that was on its way before, as the one after the login.
 */
export function useDisclosure(): React.RefObject<HTMLDetailsElement | null> {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    function close(event: Event): void {
      const { current } = details;
      if (!current?.open) return;
      const { type, target } = event;
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      const isElsewhere = type !== 'keydown' && target instanceof Node && !current.contains(target);
      const isFollowed = type === 'click' && target instanceof Element && target.closest('a') !== null;
      if (!isEscape && !isElsewhere && !isFollowed && type !== 'popstate') return;
      current.open = false;
      if (isEscape) current.querySelector('summary')?.focus();
    }
    const events = ['keydown', 'pointerdown', 'focusin', 'click', 'popstate'];
    for (const event of events) window.addEventListener(event, close);
    return () => {
      for (const event of events) window.removeEventListener(event, close);
    };
  }, []);
  return details;
}
