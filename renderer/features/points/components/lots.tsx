import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Why } from '../../../ui/why';
import { type OpenLot, useLots } from '../api';
import { LotWhy } from './lot-why';
import classes from './points-panel.module.css';
import why from './why.module.css';

/** What is left of a member's points, by the day on which it lapses; each day explains itself. */
export function Lots({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation('points');
  const format = useFormat();
  return (
    <Awaited
      of={useLots(memberId)}
      skeleton={<Bones rows={2} height={28} />}
      isEmpty={(lots) => lots.length === 0}
      empty={<p className={classes.empty}>{t('noLots')}</p>}
    >
      {(lots) => (
        <ul className={classes.rows}>
          {[...byLastDay(lots)].map(([lastDay, together]) => {
            const [points, remaining] = [sumOf(together, 'points'), sumOf(together, 'remaining')];
            return (
              <li key={lastDay ?? 'never'} className={classes.lot}>
                <span>
                  <Why title={t('why.lapse')} content={() => <LapseWhy lots={together} />}>
                    {lastDay === null ? t('neverLapses') : t('lapsesOn', { date: format.date(lastDay) })}
                  </Why>
                </span>
                <span className="quiet">
                  {remaining === points ? '' : t('ofLot', { points: whole(points) })}
                </span>
                <strong>{whole(remaining)}</strong>
              </li>
            );
          })}
        </ul>
      )}
    </Awaited>
  );
}

/** What lapses together stands in one row. */
function byLastDay(lots: readonly OpenLot[]): Map<OpenLot['lastDay'], OpenLot[]> {
  const days = new Map<OpenLot['lastDay'], OpenLot[]>();
  for (const lot of lots) days.set(lot.lastDay, [...(days.get(lot.lastDay) ?? []), lot]);
  return days;
}

const sumOf = (lots: readonly OpenLot[], of: 'points' | 'remaining') =>
  lots.reduce((sum, lot) => sum + lot[of], 0);

/** A regular's months hold dozens of lots with one date: each of them has a story of its own. */
function LapseWhy({ lots }: { readonly lots: readonly OpenLot[] }) {
  const { t } = useTranslation('points');
  const format = useFormat();
  const [only, more] = lots;
  if (only !== undefined && more === undefined) return <LotWhy lotId={only.id} />;
  return (
    <>
      <p className={why.text}>{t('why.together', { count: lots.length })}</p>
      <ul className={why.rows}>
        {lots.map((lot) => (
          <li key={lot.id}>
            <span>
              <Why title={t('why.lot')} content={() => <LotWhy lotId={lot.id} />}>
                {format.date(lot.earnedOn)} {t(`kind.${lot.kind}`)}
              </Why>
            </span>
            <strong>{whole(lot.remaining)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
