import { readQuery } from '@domain/members/query';
import { VisuallyHidden } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMemberCard } from '../../features/members/api';
import { ActPanel } from './act-panel';
import classes from './counter.module.css';
import { type Counter, useCounter } from './counter-state';
import { Finder } from './finder';
import { MiddleColumn } from './middle-column';
import { useBroughtCoupon } from './use-brought-coupon';
import { useCounterFocus } from './use-counter-focus';
import { useCounterKeys } from './use-counter-keys';
import { useCustomerSide } from './use-customer-side';
import { useScanned } from './use-scanned';

/** Which of its parts the dock has room for. */
function viewOf({ text, memberId, act }: Counter): 'results' | 'member' | 'act' {
  if (readQuery(text).readAs !== 'nothing') return 'results';
  if (memberId !== null) return 'member';
  return act.kind === 'sale' ? 'results' : 'act';
}

/** The screen people live in: the box, who was found, the member, the act. */
export function CounterScreen() {
  const { t } = useTranslation();
  const view = useCounter(viewOf);
  const purchases = useRef<HTMLDivElement>(null);
  useCounterFocus();
  useBroughtCoupon();
  useScanned();
  useCounterKeys(() => purchases.current?.focus());
  return (
    <div className={classes.counter} data-view={view}>
      <VisuallyHidden component="h1">{t('place.counter')}</VisuallyHidden>
      <Finder />
      <OpenMember purchases={purchases} />
    </div>
  );
}

function OpenMember({ purchases }: { readonly purchases: RefObject<HTMLDivElement | null> }) {
  const memberId = useCounter((counter) => counter.memberId);
  const card = useMemberCard(memberId);
  useCustomerSide(memberId === null ? null : (card.data ?? null));
  const act = useCounter((counter) => counter.act);
  const right = useRef<HTMLDivElement>(null);
  // In the dock it stands below the card: what is only read has no field whose focus would bring it up.
  useEffect(() => {
    if (act.kind !== 'sale' && !right.current?.contains(document.activeElement))
      right.current?.scrollIntoView?.({ block: 'nearest' });
  }, [act]);
  // The box has the keys again, but what was taken, and what it brought, is what one looks at now.
  const recorded = useCounter((counter) => counter.recorded);
  useEffect(() => {
    if (recorded !== null) right.current?.scrollIntoView?.({ block: 'start' });
  }, [recorded]);
  return (
    <>
      <div className={classes.middle} data-tour-part="card">
        <MiddleColumn card={card} purchases={purchases} />
      </div>
      <div className={classes.right} ref={right} data-tour-part="act">
        <ActPanel card={memberId === null ? null : card} />
      </div>
    </>
  );
}
