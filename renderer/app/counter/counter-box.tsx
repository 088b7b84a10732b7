import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { notUsableWords } from '../../features/coupons/words';
import { useForm } from '../../features/dock/use-form';
import { type BoxMove, LookupBox } from '../../features/members/components/lookup-box';
import { rowId } from '../../features/members/components/results-list';
import { isPaymentCode, isWholePhone, readingOf } from '../../features/members/reading';
import { money } from '../../lib/format';
import { useSoldAt } from '../../lib/sold-at';
import { useFormat } from '../../lib/store-context';
import {
  askAmount,
  type BoxRefusal,
  escapeBox,
  openMember,
  refuseCode,
  setText,
  useCounter,
  want,
} from './counter-state';
import type { Found } from './use-found';

interface CounterBoxProps {
  readonly found: Found;
  readonly listId: string;
}

export function CounterBox({ found, listId }: CounterBoxProps) {
  const { t } = useTranslation('counter');
  const { t: say } = useTranslation(['coupons', 'common']);
  const format = useFormat();
  const soldAt = useSoldAt();
  const text = useCounter((counter) => counter.text);
  const refused = useCounter((counter) => counter.refused);
  const memberId = useCounter((counter) => counter.memberId);
  const act = useCounter((counter) => counter.act);
  const { isDock, dismiss } = useForm();
  const box = useRef<HTMLInputElement>(null);
  const { rows, active } = found;

  const change = (next: string, at: number) => {
    found.timed(at);
    if (isPaymentCode(next)) refuseCode();
    else setText(next);
  };
  const move = (way: BoxMove) => {
    if (way === 'first') found.choose(0);
    else if (way === 'last') found.choose(rows.length - 1);
    else found.choose(active + (way === 'down' ? 1 : -1));
  };
  const enter = () => {
    const chosen = rows[active];
    if (found.isTyping) want(text);
    else if (chosen !== undefined) openMember(chosen.id);
    else if (memberId !== null) askAmount();
  };

  const opens = found.isTyping ? rows.length > 0 : active >= 0;
  const signsUp = found.isTyping && found.isEmpty === true && isWholePhone(text);
  const activeRow = rows[active];
  return (
    <LookupBox
      ref={box}
      text={text}
      readAs={readingOf(text, found.answered ? rows : [])}
      refusal={refused === null ? null : refusalWords(refused)}
      enterWord={enterWord()}
      escWord={
        text !== ''
          ? t('esc.clear')
          : act.kind !== 'sale'
            ? t('esc.back')
            : memberId === null
              ? isDock === true
                ? t('esc.away')
                : null
              : t('esc.close')
      }
      listId={rows.length > 0 ? listId : null}
      activeId={activeRow === undefined ? null : rowId(listId, activeRow.id)}
      onText={change}
      onMove={move}
      onEnter={enter}
      // With nothing left to go back from, the dock goes out of the way.
      onEscape={() => {
        if (!escapeBox() && isDock === true) dismiss();
      }}
    />
  );

  function enterWord(): string | null {
    if (signsUp) return t('enter.signUp');
    if (found.bills.length > 0) return t('enter.bill');
    if (found.asReceipt && memberId !== null && act.kind === 'sale') return t('enter.receipt');
    if (opens) return t(activeRow?.match === 'coupon' ? 'enter.coupon' : 'enter.open');
    return memberId === null ? null : t('enter.amount');
  }

  function refusalWords(refusal: BoxRefusal): string | null {
    if (refusal.kind === 'payment_code') return t('paymentCode');
    if (refusal.kind === 'receipt_taken') {
      const { total, boughtAt, memberName, phoneMasked } = refusal.bill;
      return t('receiptTaken', {
        money: money(total),
        when: soldAt(boughtAt),
        name: memberName || phoneMasked,
      });
    }
    return notUsableWords(refusal.coupon, refusal.coupon.stateToday, say, format);
  }
}
