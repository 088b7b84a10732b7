import type { MemberRow } from '@contract/members';
import { readQuery } from '@domain/members/query';
import { useEffect, useState } from 'react';
import { useLookup, useRecentMembers } from '../../features/members/api';
import { useLookupTiming } from '../../features/members/lookup-timing';
import { isWholePhone, mayBecomePaymentCode, startOfSignUp } from '../../features/members/reading';
import { begin, bringCoupon, openMember, unwant, useCounter } from './counter-state';

const NONE: readonly MemberRow[] = [];

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

  const timed = useLookupTiming(text, answered);
  const [chosen, setChosen] = useState({ text: '', index: -1 });
  const active = chosen.text === text ? Math.min(chosen.index, rows.length - 1) : isTyping ? 0 : -1;

  useEffect(() => {
    if (wanted === null || !answered || wanted.text !== text) return;
    unwant();
    const first = rows[wanted.how === 'scan' ? 0 : Math.max(0, active)];
    if (first === undefined) {
      if (isWholePhone(text)) begin({ kind: 'signUp', ...startOfSignUp(text) });
      return;
    }
    if (first.match === 'coupon') return bringCoupon(first.id, text);
    // A scan opens whom it names; several who merely fit are shown instead.
    if (wanted.how === 'enter' || rows.length === 1 || first.match === 'card' || first.match === 'phone')
      openMember(first.id);
  }, [wanted, answered, text, rows, active]);

  return {
    rows: rows as MemberRow[],
    active,
    isTyping,
    answered,
    timed,
    fault: isTyping ? lookup.error : recent.error,
    retry: () => void (isTyping ? lookup.refetch() : recent.refetch()),
    isEmpty: isTyping ? answered && rows.length === 0 : recent.data?.length === 0,
    choose: (index: number) => setChosen({ text, index: Math.max(0, Math.min(rows.length - 1, index)) }),
  };
}
export type Found = ReturnType<typeof useFound>;
