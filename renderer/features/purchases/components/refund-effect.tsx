import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { RefundEffect } from '../api';
import classes from './refund.module.css';

/** What a refund does, line by line, in the words of the counter. */
export function RefundEffectLines({ effect }: { readonly effect: RefundEffect }) {
  const { t } = useTranslation('purchases');
  const format = useFormat();
  const lines: [string, string][] = [[t('effect.moneyBack'), money(effect.moneyBack)]];
  if (effect.reducedBy > 0) lines.push([t('effect.reducedBy'), money(-effect.reducedBy)]);
  if (effect.pointsTakenBack > 0) lines.push([t('effect.takenBack'), change(-effect.pointsTakenBack)]);
  if (effect.pointsLapsed > 0) lines.push([t('effect.lapsed'), whole(effect.pointsLapsed)]);
  if (effect.pointsRestored > 0) lines.push([t('effect.restored'), change(effect.pointsRestored)]);
  if (effect.debt > 0) lines.push([t('effect.debt'), whole(effect.debt)]);
  if (effect.writtenOff > 0) lines.push([t('effect.writtenOff'), whole(effect.writtenOff)]);
  lines.push([t('effect.balanceAfter'), whole(effect.balanceAfter)]);
  return (
    <dl className={classes.effect}>
      {lines.map(([word, value]) => (
        <div key={word} className={classes.effectLine}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {effect.revived === null ? null : (
        <p className={classes.revived}>
          {t('effect.revived', {
            points: whole(effect.revived.points),
            date: format.date(effect.revived.lastDay),
          })}
        </p>
      )}
    </dl>
  );
}
