import type { Doing } from '@contract/display';
import { useEffect, useRef } from 'react';
import { show } from './api';

/** While somebody types, the customer sees the bill when the keys rest, not every digit on its way. */
const REST_MS = 150;

/**
 * Tells the customer's screen what the counter is doing, each thing once; null while another part of
 * the counter speaks. The screen is idle again when the counter is left.
 */
export function useTellCustomer(doing: Doing | null): void {
  const latest = useRef(doing);
  latest.current = doing;
  const said = doing === null ? null : JSON.stringify(doing);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => {
      if (latest.current !== null) show(latest.current);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [said]);
}

/** Nothing of a customer stays on their screen when the counter is left for another place. */
export function useIdleWhenLeft(): void {
  useEffect(() => () => show({ kind: 'idle' }), []);
}
