import type { CouponView } from '@contract/loyalty-shapes';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { useCouponsOf } from '../api';
import { grouped } from '../groups';
import { CouponItem } from './coupon-item';
import classes from './coupon-panel.module.css';

interface CouponListProps {
  readonly memberId: string;
  readonly onLay: (coupon: CouponView) => void;
}

/** The coupons in groups; arrows go from one usable coupon to the next, Enter lays it on the bill. */
export function CouponList({ memberId, onLay }: CouponListProps) {
  const { t } = useTranslation('coupons');
  const coupons = useCouponsOf(memberId);
  const list = useRef<HTMLDivElement>(null);
  const there = coupons.data !== undefined;
  useEffect(() => {
    if (there) layButtons(list.current)[0]?.focus();
  }, [there]);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = layButtons(list.current);
    const { activeElement } = document;
    if (step === undefined || !(activeElement instanceof HTMLElement)) return;
    const at = buttons.indexOf(activeElement);
    if (at < 0) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };
  return (
    <Awaited
      of={coupons}
      skeleton={<Bones rows={3} height={88} />}
      isEmpty={(all) => all.length === 0}
      empty={<p className={classes.quiet}>{t('none')}</p>}
    >
      {(all) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside, which have the focus
        <div ref={list} onKeyDown={press}>
          {grouped(all).map(({ group, coupons: some }) => (
            <section key={group}>
              <h3 className={classes.group}>{t(`group.${group}`, { count: some.length })}</h3>
              <ul className={classes.list}>
                {some.map((coupon) => (
                  <CouponItem key={coupon.id} coupon={coupon} onLay={() => onLay(coupon)} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Awaited>
  );
}

const layButtons = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[data-lay]') ?? []),
];
