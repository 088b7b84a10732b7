import { create } from 'zustand';
import { type Deed, STATIONS, stationAfter } from './stations';

interface Walk {
  /** The station that is told now; null = no tour is under way. */
  readonly at: number | null;
  /** What has been done since it began. */
  readonly done: ReadonlySet<Deed>;
}

const AT_REST: Walk = { at: null, done: new Set() };

/** The tour as far as it has come; it survives a look at another screen, but not the window. */
export const useTour = create<Walk>(() => AT_REST);

const put = useTour.setState;

export const beginTour = (): void => put({ at: 0, done: new Set() });
export const leaveTour = (): void => put(AT_REST);

/** To the next station by its key; from the last one the tour is over. */
export const goOn = (): void =>
  put(({ at, done }) => {
    const next = at === null ? null : stationAfter(at, done);
    return next === null ? AT_REST : { at: next, done };
  });

/** The person has done something: where the station waits for it, the tour goes on by itself. */
export function tell(deed: Deed): void {
  const { at, done } = useTour.getState();
  if (at === null) return;
  put({ done: new Set([...done, deed]) });
  if (STATIONS[at]?.endsWith.includes(deed) === true) goOn();
}
