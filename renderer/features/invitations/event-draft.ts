import type { EventKind } from '@domain/invitations/event';
import { type BusinessDate, isBusinessDate } from '@domain/units';

/** An event as it is typed. */
export interface EventDraft {
  readonly name: string;
  readonly kind: EventKind;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly place: string;
  readonly places: string;
  readonly note: string;
}

export const BLANK_EVENT: EventDraft = {
  name: '',
  kind: 'tasting',
  heldOn: '',
  startsAt: '',
  place: '',
  places: '',
  note: '',
};

export type WrongField = 'name' | 'heldOn' | 'places';
export const MOST_PLACES = 100_000;

interface Read {
  readonly name: string;
  readonly kind: EventKind;
  readonly heldOn: BusinessDate;
  /** Minutes after midnight. */
  readonly startsAt: number | null;
  readonly place: string;
  readonly places: number | null;
  readonly note: string;
}

/** What is typed as main wants it, or the first field that says nothing of use. */
export function readEvent(draft: EventDraft): Read | WrongField {
  const { name, kind, heldOn, place, note } = draft;
  if (name.trim() === '') return 'name';
  if (!isBusinessDate(heldOn)) return 'heldOn';
  const places = draft.places.trim() === '' ? null : Number(draft.places.trim());
  if (places !== null && !(Number.isInteger(places) && places >= 1 && places <= MOST_PLACES)) return 'places';
  return { name, kind, heldOn, startsAt: minutesOf(draft.startsAt), place, places, note };
}

/** `14:30`, as a field for times gives it, in minutes after midnight; null for none. */
function minutesOf(time: string): number | null {
  const found = /^(\d{2}):(\d{2})$/.exec(time);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}
