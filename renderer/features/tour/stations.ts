/** What a person does at the counter that a station of the tour waits for. */
export type Deed = 'searched' | 'opened' | 'priced' | 'complained' | 'askedHelp' | 'visitedOffice';

export interface Station {
  /** Its words, and the part of the window that is ringed while it is told (`tour-card.module.css`). */
  readonly id: 'box' | 'card' | 'act' | 'complaint' | 'help' | 'office';
  /** Any of these, done while the station is told, takes the tour on. */
  readonly endsWith: readonly Deed[];
}

/** In the order of a first customer: found, opened, rung up; then what is asked for less often. */
export const STATIONS: readonly [Station, ...Station[]] = [
  // A scanned card opens its member without anything having been typed.
  { id: 'box', endsWith: ['searched', 'opened'] },
  { id: 'card', endsWith: ['opened'] },
  { id: 'act', endsWith: ['priced'] },
  { id: 'complaint', endsWith: ['complained'] },
  { id: 'help', endsWith: ['askedHelp'] },
  { id: 'office', endsWith: ['visitedOffice'] },
];

/** What has already been done on the way is not told any more; null = the tour is over. */
export function stationAfter(at: number, done: ReadonlySet<Deed>): number | null {
  const next = STATIONS.findIndex(
    ({ endsWith }, place) => place > at && !endsWith.some((deed) => done.has(deed)),
  );
  return next === -1 ? null : next;
}
