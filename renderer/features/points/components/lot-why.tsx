import { useTranslation } from 'react-i18next';
import { change, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { RuleStamp } from '../../../ui/rule-stamp';
import { type LotWhy as Explained, useWhyLot } from '../api';
import { lapseCause } from '../lapse-cause';
import classes from './why.module.css';

/** Why a lot lapses when it does, and where its points went. */
export function LotWhy({ lotId }: { readonly lotId: string }) {
  const { t } = useTranslation('points');
  return (
    <Awaited of={useWhyLot(lotId)} skeleton={<Bones rows={4} height={28} />}>
      {(why) => (why === null ? <p className={classes.text}>{t('why.noLot')}</p> : <Story why={why} />)}
    </Awaited>
  );
}

function Story({ why }: { readonly why: Explained }) {
  const { t } = useTranslation('points');
  const format = useFormat();
  const { kind, earnedOn, receiptNo, points, remaining, moves, rule } = why;
  return (
    <div className={classes.lot}>
      <p className={classes.text}>
        {t('why.earned', { date: format.date(earnedOn), kind: t(`kind.${kind}`), points: whole(points) })}
        {receiptNo === null ? null : <span className="quiet"> {t('why.receipt', { no: receiptNo })}</span>}
      </p>
      <p className={classes.text}>
        <Lapse why={why} />
      </p>
      <ul className={classes.rows}>
        {moves.map((move, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what has been done to a lot only ever grows at its end
          <li key={at}>
            <span>
              {t(`kind.${move.kind}`)} <span className="quiet">{format.dateTime(move.at)}</span>
            </span>
            <span>{change(move.points)}</span>
          </li>
        ))}
        <li className={classes.sum}>
          <strong>{t('why.remaining')}</strong>
          <strong>{whole(remaining)}</strong>
        </li>
      </ul>
      <RuleStamp {...rule} />
    </div>
  );
}

function Lapse({ why }: { readonly why: Explained }) {
  const { t } = useTranslation('points');
  const format = useFormat();
  if (why.lastDay === null) return t('why.cause.never');
  const last = format.date(why.lastDay);
  switch (lapseCause(why)) {
    case 'revived':
      return t('why.cause.revived', { count: why.restoredLotDays, last });
    case 'months':
      return t('why.cause.months', { count: why.expiryMonths, last });
    default:
      return t('why.cause.own_date', { last });
  }
}
