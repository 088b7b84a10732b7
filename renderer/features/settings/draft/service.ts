import type { CareScript, Festival, TaskKind } from '@domain/care/task';
import type { ReasonLeaf } from '@domain/complaints/reasons';
import type { ShopRules, TimeBand } from '@domain/settings/shop-rules';
import type { Dimension } from '@domain/surveys/survey';
import { clock, whole } from './kinds';
import type { Reading } from './reading';

/** A festival as it is typed. */
export interface FestivalDraft extends Pick<Festival, 'id' | 'name' | 'calendar' | 'gift' | 'active'> {
  readonly month: string;
  readonly day: string;
  readonly daysBefore: string;
}

/** A band of the day as it is typed: `08:00`. */
export interface BandDraft extends Pick<TimeBand, 'id' | 'hint'> {
  readonly from: string;
  readonly to: string;
}

/** What is said and asked by whoever serves; words are typed as they are kept. */
export interface ServiceDraft {
  readonly reasons: readonly ReasonLeaf[];
  readonly off: readonly TaskKind[];
  readonly festivals: readonly FestivalDraft[];
  readonly scripts: readonly CareScript[];
  readonly dimensions: readonly Dimension[];
  readonly bands: readonly BandDraft[];
}

export const draftOfService = ({ complaints, care, surveys, timeBands }: ShopRules): ServiceDraft => ({
  reasons: complaints.reasons,
  off: care.off,
  festivals: care.festivals.map(({ month, day, daysBefore, ...kept }) => ({
    ...kept,
    month: String(month),
    day: String(day),
    daysBefore: String(daysBefore),
  })),
  scripts: care.scripts,
  dimensions: surveys.dimensions,
  bands: timeBands.map(({ from, to, ...kept }) => ({ ...kept, from: clock.show(from), to: clock.show(to) })),
});

/** Null while something of it cannot be read. */
export function readFestival(draft: FestivalDraft, reading: Reading): Festival | null {
  const at = (part: string) => `care.festivals.${draft.id}.${part}`;
  const { id, name, calendar, gift, active } = draft;
  return reading.whole({
    ...{ id, name: name.trim(), calendar, gift: gift.trim(), active },
    month: reading.field(at('month'), whole(1, 12), draft.month),
    day: reading.field(at('day'), whole(1, 31), draft.day),
    daysBefore: reading.field(at('daysBefore'), whole(0, 60), draft.daysBefore),
  });
}

/** Null while something of it cannot be read. */
export function readBand(draft: BandDraft, reading: Reading): TimeBand | null {
  const at = (part: string) => `timeBands.${draft.id}.${part}`;
  return reading.whole({
    ...{ id: draft.id, hint: draft.hint.trim() },
    from: reading.field(at('from'), clock, draft.from),
    to: reading.field(at('to'), clock, draft.to),
  });
}

/** What a list is when one of its items is something else. */
export const withItem = <T extends { readonly id: string }>(list: readonly T[], changed: T): readonly T[] =>
  list.map((item) => (item.id === changed.id ? changed : item));

export const withoutItem = <T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
): readonly T[] => list.filter((item) => item.id !== id);
