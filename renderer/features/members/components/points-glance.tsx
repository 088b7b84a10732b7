import type { MemberCard } from '@contract/members';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Why } from '../../../ui/why';
import classes from './member-card.module.css';

interface PointsGlanceProps {
  readonly card: MemberCard;
  /** What made the balance, and what the next lapse is made of. */
  readonly whyBalance: () => ReactNode;
  readonly whyLapse: () => ReactNode;
}

/** The balance and its worth, what is owed, and what lapses soon. */
export function PointsGlance({ card, whyBalance, whyLapse }: PointsGlanceProps) {
  const { t } = useTranslation('members');
  const format = useFormat();
  return (
    <div className={classes.glance}>
      <p className={classes.points}>
        <Why title={t('card.whyPoints')} content={whyBalance}>
          <strong className={classes.figure}>{whole(card.points)}</strong> {t('card.pointsUnit')}
          {card.pointsWorth > 0 ? <span className={classes.worth}>≈ {money(card.pointsWorth)}</span> : null}
        </Why>
      </p>
      {card.debt > 0 ? <p className={classes.soon}>{t('card.debt', { points: whole(card.debt) })}</p> : null}
      {card.lapsingSoon === null ? null : (
        <p className={classes.soon}>
          <Why title={t('card.whyLapse')} content={whyLapse}>
            {t('card.lapsing', {
              points: whole(card.lapsingSoon.points),
              date: format.date(card.lapsingSoon.lastDay),
            })}
          </Why>
        </p>
      )}
    </div>
  );
}
