import type { MemberRow } from '@contract/members';
import type { ReceiptBill } from '@contract/purchases';
import { readQuery } from '@domain/members/query';
import { useEffect, useState } from 'react';
import { useLookup, useRecentMembers } from '../../features/members/api';
import { useLookupTiming } from '../../features/members/lookup-timing';
import { isWholePhone, mayBecomePaymentCode, startOfSignUp } from '../../features/members/reading';
import { mayBeReceipt, useReceipt } from '../../features/purchases/api';
import {
  begin,
  bringCoupon,
  layReceipt,
  openBill,
  openMember,
  saleInHand,
  showReceipt,
  unwant,
  useCounter,
} from './counter-state';

const NONE: readonly MemberRow[] = [];
const NO_BILLS: readonly ReceiptBill[] = [];

/** What the left column shows, and what Enter does with it. */
export function useFound() {
  const text = useCounter((counter) => counter.text);
  const wanted = useCounter((counter) => counter.wanted);
  const asked = mayBecomePaymentCode(text) && wanted === null ? '' : text;
  const lookup = useLookup(asked);
  const recent = useRecentMembers();
  const isTyping = readQuery(text).readAs !== 'nothing';
  const answer = isTyping && asked !== '' ? lookup.data : undefined;
  const answered = answer !== undefined;
  const fresh = isTyping ? answer?.rows : recent.data;

  // What was on the screen stays until the answer is there: nothing blinks between two keystrokes.
  const [shown, setShown] = useState<readonly MemberRow[]>(NONE);
  if (fresh !== undefined && fresh !== shown) setShown(fresh);
  const rows = fresh ?? shown;

  // What fits nobody may be the number of a receipt.
  const isEmpty = isTyping ? answered && rows.length === 0 : recent.data?.length === 0;
  const asReceipt = isTyping && isEmpty === true && !isWholePhone(text) && mayBeReceipt(text);
  const receipt = useReceipt(asReceipt ? text : null);
  const bills = asReceipt && !receipt.isError ? receipt.data : NO_BILLS;

  const timed = useLookupTiming(text, answered);
  const [chosen, setChosen] = useState({ text: '', index: -1 });
  const active = chosen.text === text ? Math.min(chosen.index, rows.length - 1) : isTyping ? 0 : -1;

  useEffect(() => {
    if (wanted === null || !answered || wanted !== text || bills === undefined) return;
    unwant();
    const first = rows[Math.max(0, active)];
    if (first !== undefined) {
      if (first.match === 'coupon') bringCoupon(first.id, text);
      else openMember(first.id);
    } else if (isWholePhone(text)) begin({ kind: 'signUp', ...startOfSignUp(text) });
    else if (bills.length > 1) showReceipt(text);
    else if (bills[0] !== undefined) openBill(bills[0]);
    else if (asReceipt && saleInHand(useCounter.getState())) layReceipt(text);
  }, [wanted, answered, text, rows, active, bills, asReceipt]);

  return {
    rows: rows as MemberRow[],
    active,
    isTyping,
    answered,
    timed,
    fault: isTyping ? lookup.error : recent.error,
    retry: () => void (isTyping ? lookup.refetch() : recent.refetch()),
    isEmpty,
    /** Bills whose receipt number was typed, where it fits nobody. */
    bills: bills ?? NO_BILLS,
    asReceipt: asReceipt && bills !== undefined,
    choose: (index: number) => setChosen({ text, index: Math.max(0, Math.min(rows.length - 1, index)) }),
  };
}
export type Found = ReturnType<typeof useFound>;
