import { useState } from 'react';
import { useOpenStore } from '../../lib/store-context';
import { EMPTY_DRAFT, isTouchedDraft, type LogDraft } from './log-draft';

/** A complaint as far as it is typed, and who complains. */
interface Begun {
  readonly draft: LogDraft;
  readonly member: { readonly id: string; readonly name: string } | null;
}

/** By store and by whom the form was opened for. In memory only: nothing is written before it is logged. */
const kept = new Map<string, Begun>();

export const forgetDrafts = (): void => kept.clear();

interface Opened {
  readonly member: Begun['member'];
  readonly mayPick: boolean;
  /** What a survey has heard already; that begins a complaint of its own. */
  readonly said: string;
}

/**
 * What is typed into the form, which outlives a key in the middle of it: another act at the counter,
 * another screen, another customer. It goes when it is logged or left by Esc.
 */
export function useKeptDraft({ member, mayPick, said }: Opened) {
  const place = `${useOpenStore().id} ${mayPick ? 'desk' : 'counter'} ${member?.id ?? 'walk-in'}`;
  const [begun, setBegun] = useState<Begun>(
    () => (said === '' ? kept.get(place) : undefined) ?? { draft: { ...EMPTY_DRAFT, what: said }, member },
  );
  const put = (next: Begun) => {
    setBegun(next);
    if (isTouchedDraft(next.draft)) kept.set(place, next);
    else kept.delete(place);
  };
  return { ...begun, put, forget: () => void kept.delete(place) };
}
