import { type RefObject, useEffect, useRef } from 'react';

/**
 * For the place where something is opened: in a narrow window it lies below the rest, and is scrolled up into
 * sight. `what` names what is open there, null = nothing. What stands there at first is not run after.
 */
export function useBroughtUp(what: string | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(what);
  useEffect(() => {
    const isNew = before.current !== what;
    before.current = what;
    if (!isNew || what === null || place.current === null) return;
    const { top } = place.current.getBoundingClientRect();
    // Where there is room beside the rest it is in sight already.
    if (top < 0 || top > window.innerHeight / 2) place.current.scrollIntoView({ block: 'start' });
  }, [what]);
  return place;
}
