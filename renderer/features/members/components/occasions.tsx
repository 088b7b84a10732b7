import type { MemberCard } from '@contract/members';
import { IconCake, IconConfetti } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import classes from './member-card.module.css';

type Occasion = MemberCard['occasions'][number];

const ratio = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** Birthday and anniversary while their window is open: what to say, and what they bring today (S44-S46). */
export function Occasions({ card }: { readonly card: MemberCard }) {
  return card.occasions.map((occasion) => <Told key={occasion.kind} occasion={occasion} card={card} />);
}

function Told({ occasion, card }: { readonly occasion: Occasion; readonly card: MemberCard }) {
  const { t } = useTranslation('members');
  const format = useFormat();
  const Shape = occasion.kind === 'birthday' ? IconCake : IconConfetti;
  const { birthday, joinedOn } = card;
  const day =
    occasion.kind === 'anniversary'
      ? format.date(joinedOn)
      : birthday === null
        ? ''
        : format.monthDay(birthday.month, birthday.day);
  return (
    <span className={classes.occasion} title={day}>
      <Shape size={16} stroke={1.8} aria-hidden="true" />
      {words()}
    </span>
  );

  function words(): string {
    const { kind, inDays, multiplier } = occasion;
    const when = inDays > 0 ? 'ahead' : inDays === 0 ? 'today' : 'ago';
    const count = Math.abs(inDays);
    if (kind === 'anniversary') return t(`anniversary.${when}`, { count, years: occasion.years ?? 0 });
    const parts = [
      multiplier === null
        ? t(`birthday.${when}`, { count })
        : t('birthday.multiplied', { times: ratio.format(multiplier.up / multiplier.per) }),
    ];
    const gift = card.coupons.some(({ trigger }) => trigger === 'birthday');
    if (gift && inDays <= 0) parts.push(t('birthday.giftWaits'));
    return parts.join(t('birthday.and'));
  }
}
