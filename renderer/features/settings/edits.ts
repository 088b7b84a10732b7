import { carriedOver } from '@domain/settings/carry-over';
import { same } from '@domain/settings/same';
import type { BusinessDate } from '@domain/units';
import { create } from 'zustand';
import type { RulesDraft } from './draft/rules-draft';

/** What has been typed and not saved: it outlives a look at the counter, and belongs to one store. */
interface Edits {
  readonly storeId: string;
  /** The rules, as they would be typed, when the typing began. */
  readonly began: RulesDraft;
  readonly now: RulesDraft;
  /** The day from which they are to hold; null = today. */
  readonly from: BusinessDate | null;
}

export const useEdits = create<{ readonly edits: Edits | null }>(() => ({ edits: null }));

const put = (edits: Edits | null): void => useEdits.setState({ edits });

export const discardEdits = (): void => put(null);

/** The typed rules on top of those that hold: what was not typed follows them, whoever changed them. */
export function draftOn(holding: RulesDraft, edits: Edits | null, storeId: string): RulesDraft {
  return edits?.storeId === storeId ? carriedOver(edits.began, holding, edits.now) : holding;
}

/** Typed back to what holds, nothing is left to save. */
export function type(storeId: string, holding: RulesDraft, now: RulesDraft): void {
  const { edits } = useEdits.getState();
  const from = edits?.storeId === storeId ? edits.from : null;
  put(same(holding, now) && from === null ? null : { storeId, began: holding, now, from });
}

/** What was typed so far is kept as it was, on top of the rules of that day. */
export function holdFrom(storeId: string, holding: RulesDraft, from: BusinessDate | null): void {
  const { edits } = useEdits.getState();
  if (edits?.storeId === storeId) put({ ...edits, from });
  else put({ storeId, began: holding, now: holding, from });
}

/** Whether something is typed and not saved in this store. */
export const useHasEdits = (storeId: string): boolean =>
  useEdits(({ edits }) => edits?.storeId === storeId && !same(edits.began, edits.now));
