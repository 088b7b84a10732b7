import type { EarnEvent } from '@domain/settings/shop-rules';
import { oneDay, rate, words } from './kinds';
import type { Reading } from './reading';

/** An event as it is typed; the name it had tells which one it is, a new one has a name of its own. */
export interface EventDraft {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly multiplier: string;
}

export const draftOfEvent = ({ name, from, to, multiplier }: EarnEvent): EventDraft => ({
  id: name,
  name,
  from,
  to,
  multiplier: rate.show(multiplier),
});

export const blankEvent = (today: string): EventDraft => ({
  id: crypto.randomUUID(),
  name: '',
  from: today,
  to: today,
  multiplier: '2',
});

/** Null while something of it cannot be read. */
export function readEvent(draft: EventDraft, index: number, reading: Reading): EarnEvent | null {
  const at = (part: string) => `earnEvents.${index}.${part}`;
  return reading.whole({
    name: reading.field(at('name'), words, draft.name),
    from: reading.field(at('from'), oneDay, draft.from),
    to: reading.field(at('to'), oneDay, draft.to),
    multiplier: reading.field(at('multiplier'), rate, draft.multiplier),
  });
}
