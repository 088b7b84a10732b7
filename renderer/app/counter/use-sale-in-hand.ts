import type { KeptSale } from '@contract/purchases';
import { useEffect } from 'react';
import { keepSale, saleInHand } from '../../features/purchases/api';
import { BLANK_SALE } from '../../features/purchases/sale-form';
import { type Counter, takeUp, useCounter } from './counter-state';

/** After the last key, so that typing costs nothing; an attempt is kept before it is sent. */
const PAUSE_MS = 150;

const IN_HAND = ['typed', 'memberId', 'attempt', 'recorded'] as const;

/** A page that crashes over a half-typed sale finds it again when it is drawn anew. Source: trust, "renderer crash". */
export function useSaleInHand(): void {
  useEffect(() => {
    let stopped = false;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const keep = (now: Counter, before: Counter) => {
      if (IN_HAND.every((part) => now[part] === before[part])) return;
      clearTimeout(pause);
      // The page may crash before anybody has read the result: main keeps the attempt until something else begins.
      if (now.recorded !== null) return;
      if (now.attempt !== before.attempt) keepSale(keptOf(now));
      else pause = setTimeout(() => keepSale(keptOf(useCounter.getState())), PAUSE_MS);
    };
    const unsubscribe = useCounter.subscribe(keep);
    void saleInHand()
      .then((found) => {
        // Somebody who has begun already is not interrupted.
        if (!stopped && found !== null && useCounter.getState().memberId === null)
          takeUp(found.kept, found.recorded);
      })
      .catch(() => undefined); // there is only less to go on with
    return () => {
      stopped = true;
      clearTimeout(pause);
      unsubscribe();
    };
  }, []);
}

function keptOf({ memberId, typed, attempt }: Counter): KeptSale | null {
  return memberId === null || typed === BLANK_SALE ? null : { memberId, typed, attempt };
}
