import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { RuleStamp } from '../../../ui/rule-stamp';
import { type Liability, useRules } from '../api';
import classes from './why.module.css';

interface OwedProps {
  readonly owed: Liability;
}

/** Open points against the sum of all balances: whoever owes the shop is on the other side. */
export function PointsOwedWhy({ owed }: OwedProps) {
  const { t } = useTranslation('points');
  const rows = [
    ['liability.inLots', owed.points],
    ['liability.lessOwed', -owed.owedToShop],
  ] as const;
  return (
    <>
      <p className={classes.text}>{t('liability.pointsRule')}</p>
      <ul className={classes.rows}>
        {rows.map(([word, points]) => (
          <li key={word}>
            <span>{t(word)}</span>
            <span>{whole(points)}</span>
          </li>
        ))}
        <li className={classes.sum}>
          <strong>{t('liability.balances')}</strong>
          <strong>{whole(owed.points - owed.owedToShop)}</strong>
        </li>
      </ul>
    </>
  );
}

/** The rate in force, and the sum that a person can do again. */
export function WorthOwedWhy({ owed }: OwedProps) {
  const { t } = useTranslation('points');
  return (
    <Awaited of={useRules()} skeleton={<Bones rows={3} height={28} />}>
      {({ version, effectiveFrom, rules: { points } }) => (
        <>
          <p className={classes.text}>
            {t('why.worth', {
              rate: whole(points.redeem.points),
              money: money(points.redeem.worthFen),
              points: whole(owed.points),
              worth: money(owed.worth),
            })}
          </p>
          <p className={classes.text}>{t('liability.worthRule', { percent: points.redeemMaxPercent })}</p>
          <RuleStamp version={version} effectiveFrom={effectiveFrom} />
        </>
      )}
    </Awaited>
  );
}
