import { useEffect } from 'react';

/** As in shell.module.css: below it everything stands one above the other. */
const NARROW = '(max-width: 720px)';

/** The window has become a dock, or wide again: where the keys go is still in sight. */
export function useFocusKept(): void {
  useEffect(() => {
    const narrow = window.matchMedia(NARROW);
    const follow = () =>
      // Once the new form is laid out.
      requestAnimationFrame(() => document.activeElement?.scrollIntoView({ block: 'nearest' }));
    narrow.addEventListener('change', follow);
    return () => narrow.removeEventListener('change', follow);
  }, []);
}
