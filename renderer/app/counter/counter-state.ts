import { create } from 'zustand';
import type { RecordedSale } from '../../features/purchases/components/sale-panel';
import { BLANK_SALE, type TypedSale } from '../../features/purchases/sale-form';

/** What the right column is doing. A sale is what there is to do unless something else was asked for. */
export type Act =
  | { readonly kind: 'sale' }
  | { readonly kind: 'signUp'; readonly name: string; readonly phone: string }
  | { readonly kind: 'points' }
  | { readonly kind: 'complaint' }
  | { readonly kind: 'bill'; readonly purchaseId: string }
  | { readonly kind: 'refund'; readonly purchaseId: string | null }
  /** The slip of a sale: of the one just made, or of a bill that was opened again. */
  | { readonly kind: 'slip'; readonly purchaseId: string }
  | { readonly kind: 'edit' };

export interface Counter {
  readonly text: string;
  /** A payment code was shown to the box; it is gone, the sentence stays until the next key. */
  readonly codeRefused: boolean;
  /** Enter or a scan that waits for the answer to this text. */
  readonly wanted: { readonly text: string; readonly how: 'enter' | 'scan' } | null;
  readonly memberId: string | null;
  readonly act: Act;
  /** The sale as far as it is typed: a look at the points does not lose it. */
  readonly typed: TypedSale;
  /** The sale just made, as long as nothing else has begun. */
  readonly recorded: RecordedSale | null;
  readonly amountAsked: number;
}

const SALE: Act = { kind: 'sale' };
const FRESH: Counter = {
  text: '',
  codeRefused: false,
  wanted: null,
  memberId: null,
  act: SALE,
  typed: BLANK_SALE,
  recorded: null,
  amountAsked: 0,
};

/** What is on the counter survives a look at another screen. */
export const useCounter = create<Counter>(() => FRESH);

const put = useCounter.setState;

export const focusBox = (): void => document.querySelector<HTMLInputElement>('[data-lookup-box]')?.focus();

export const setText = (text: string): void => put({ text, codeRefused: false, wanted: null });
/** The code is not kept anywhere: not in the box, not in the state. */
export const refuseCode = (): void => put({ text: '', codeRefused: true, wanted: null });
export const want = (text: string, how: 'enter' | 'scan'): void =>
  put({ text, codeRefused: false, wanted: { text, how } });
export const unwant = (): void => put({ wanted: null });

export function openMember(memberId: string): void {
  put({ ...FRESH, memberId });
  focusBox();
}
export const begin = (act: Act): void =>
  put({ act, recorded: null, text: '', codeRefused: false, wanted: null });

export const type = (typed: TypedSale): void => put({ typed });

/** To the slip of a sale; the sale just made stays where it was, to come back to. */
export const showSlip = (purchaseId: string): void => put({ act: { kind: 'slip', purchaseId } });

/** To the amount, from wherever one is. */
export const askAmount = (): void =>
  put(({ amountAsked }) => ({
    act: SALE,
    recorded: null,
    text: '',
    wanted: null,
    amountAsked: amountAsked + 1,
  }));

export function record(recorded: RecordedSale): void {
  put({ recorded, typed: BLANK_SALE, act: SALE, amountAsked: 0 });
  focusBox();
}

/** An act is over: back to the box, the member stays open. */
export function finish(): void {
  put({ act: SALE });
  focusBox();
}

function before(act: Act, justRecorded: boolean): Act {
  if (act.kind === 'refund' && act.purchaseId !== null) return { kind: 'refund', purchaseId: null };
  if (act.kind === 'slip' && !justRecorded) return { kind: 'bill', purchaseId: act.purchaseId };
  return SALE;
}

/** One step back from a panel. */
export function back(): void {
  put(({ act, recorded }) => ({ act: before(act, recorded !== null) }));
  if (useCounter.getState().act.kind === 'sale') focusBox();
}

/** One step back from the box: its text, then the act, then the member. */
export function escapeBox(): void {
  const { text, codeRefused, act, memberId } = useCounter.getState();
  if (text !== '' || codeRefused) setText('');
  else if (act.kind !== 'sale') back();
  else if (memberId !== null) put(FRESH);
}

export const clearCounter = (): void => put(FRESH);
