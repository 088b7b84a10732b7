import { useEffect, useRef } from 'react';

/** A function key that belongs to one panel and shows its cap there, not in the bar; null = it has none. */
export function useFunctionPress(key: string | null, press: () => void): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  }, [press]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key]);
}
