import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useEndTour, useTourDue } from '../../features/tour/api';
import { TourCard } from '../../features/tour/components/tour-card';
import { beginTour, leaveTour, useTour } from '../../features/tour/tour-state';
import { useDeeds } from './use-deeds';

/** The tour of the counter: begins by itself where main says it is due, and tells main when it is over. */
export function Tour() {
  const at = useTour((tour) => tour.at);
  const { data } = useTourDue();
  const due = data?.due ?? false;
  useEffect(() => {
    if (due && useTour.getState().at === null) beginTour();
  }, [due]);
  // With the store it is left, not over: the next one begins with its first station.
  useEffect(() => leaveTour, []);
  useEndOfTour(at);
  return at === null ? null : <Station at={at} />;
}

function Station({ at }: { readonly at: number }) {
  const navigate = useNavigate();
  useDeeds();
  // Once, as it begins: its first stations are at the counter, wherever it was asked for.
  useEffect(() => void navigate({ to: '/counter' }), [navigate]);
  return <TourCard at={at} />;
}

function useEndOfTour(at: number | null): void {
  const end = useEndTour();
  const before = useRef(at);
  useEffect(() => {
    const isOver = before.current !== null && at === null;
    before.current = at;
    if (isOver) void end.run({}); // where it cannot be kept, the tour comes once more
  }, [at, end.run]);
}
