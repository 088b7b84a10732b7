import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { tell } from '../../features/tour/tour-state';
import { type Counter, useCounter } from '../counter/counter-state';
import { useHelp } from '../help/help-state';

/** Tells the tour what is done: only what begins now, not what was there before it. */
export function useDeeds(): void {
  useEffect(() => useCounter.subscribe(tellCounter), []);
  // Told as the map of keys closes: under it nobody reads the next station.
  useEffect(() => useHelp.subscribe((now, before) => before.open && !now.open && tell('askedHelp')), []);
  const inOffice = useRouterState({ select: ({ location }) => location.pathname === '/office' });
  useEffect(() => {
    if (inOffice) tell('visitedOffice');
  }, [inOffice]);
}

function tellCounter(now: Counter, before: Counter): void {
  if (before.text === '' && now.text !== '') tell('searched');
  if (now.memberId !== null && now.memberId !== before.memberId) tell('opened');
  if (before.typed.amount === '' && now.typed.amount !== '') tell('priced');
  if (before.act.kind !== 'complaint' && now.act.kind === 'complaint') tell('complained');
}
