import { UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { termsWords } from '../../../lib/coupon-words';
import { money } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { KeyCap } from '../../../ui/key-cap';
import type { Offer } from '../price';
import type { Sale } from '../use-sale';
import classes from './coupon-choice.module.css';
import { refusalWords } from './sale-words';

/** Alt with 1 to 3 chooses points. */
const FIRST_DIGIT = 4;
const LAST_DIGIT = 9;

interface CouponChoiceProps {
  readonly sale: Sale;
  /** How many coupons the member can use today: the rest of them lies in the panel of coupons. */
  readonly usable: number;
}

/** The member's coupons as toggles; one that cannot lie on this bill says why. */
export function CouponChoice({ sale, usable }: CouponChoiceProps) {
  const { t } = useTranslation('purchases');
  const { offers } = sale;
  const toggle = ({ coupon, chosen, refusal }: Offer) => {
    if (chosen) sale.dropCoupon(coupon.id);
    else if (refusal === null) sale.putCoupon(coupon);
  };
  const digitOf = (place: number) => (FIRST_DIGIT + place > LAST_DIGIT ? null : FIRST_DIGIT + place);
  useHotkeys(
    // By place on the keyboard, as with points.
    offers.flatMap((offer, place) => {
      const digit = digitOf(place);
      return digit === null ? [] : [[`alt+Digit${digit}`, () => toggle(offer), { usePhysicalKeys: true }]];
    }),
    [],
  );
  if (offers.length === 0) return null;
  return (
    <fieldset className={classes.choice}>
      <legend className={classes.legend}>{t('coupon.title')}</legend>
      {offers.map((offer, place) => (
        <CouponToggle
          key={offer.coupon.id}
          offer={offer}
          digit={digitOf(place)}
          onToggle={() => toggle(offer)}
        />
      ))}
      {usable > offers.length ? (
        <p className={classes.more}>
          {t('coupon.more', { count: usable - offers.length })} <KeyCap>F4</KeyCap>
        </p>
      ) : null}
    </fieldset>
  );
}

interface CouponToggleProps {
  readonly offer: Offer;
  readonly digit: number | null;
  readonly onToggle: () => void;
}

function CouponToggle({ offer: { coupon, chosen, refusal }, digit, onToggle }: CouponToggleProps) {
  const { t } = useTranslation('purchases');
  const { t: ofCoupons } = useTranslation(['coupons', 'common']);
  const format = useFormat();
  const about = chosen || refusal === null ? terms() : why(refusal);
  return (
    <UnstyledButton
      type="button"
      className={classes.coupon}
      aria-pressed={chosen}
      // It keeps its place for Tab: whoever cannot see the greying hears the reason.
      aria-disabled={!chosen && refusal !== null}
      {...(digit === null ? {} : { 'aria-keyshortcuts': `Alt+${digit}` })}
      onClick={onToggle}
    >
      <span className={classes.tick}>
        {chosen ? <IconCheck size={14} stroke={2.4} aria-hidden="true" /> : null}
      </span>
      <span className={classes.name}>{coupon.name}</span>
      {digit === null ? <span /> : <KeyCap>{`Alt+${digit}`}</KeyCap>}
      <span className={classes.about}>{about}</span>
    </UnstyledButton>
  );

  function terms(): ReactNode {
    return (
      <>
        {termsWords(coupon.terms, ofCoupons)} ·{' '}
        <span className={classes.until}>{t('coupon.until', { date: format.date(coupon.lastDay) })}</span>
      </>
    );
  }

  function why(refused: NonNullable<Offer['refusal']>): string {
    if (refused.code === 'coupons_do_not_stack') return t('coupon.alone');
    if (refused.code !== 'coupon_below_threshold') return refusalWords(refused, t, format);
    const { threshold, gross } = refused.params;
    return `${termsWords(coupon.terms, ofCoupons)} · ${t('coupon.missing', { missing: money(threshold - gross) })}`;
  }
}
