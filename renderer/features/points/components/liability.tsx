import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Why } from '../../../ui/why';
import { type Liability as Owed, useLiability } from '../api';
import { lapseRows } from '../lapse-rows';
import classes from './liability.module.css';
import { LiabilityChart } from './liability-chart';
import { LiabilityTable } from './liability-table';
import { PointsOwedWhy, WorthOwedWhy } from './liability-why';

interface LiabilityProps {
  /** The figures behind the chart, in its place. */
  readonly asTable: boolean;
}

/** What the shop owes its members in points, and when it lapses. */
export function Liability({ asTable }: LiabilityProps) {
  const { t } = useTranslation('points');
  return (
    <section className={classes.part} data-paper="" aria-label={t('liability.question')}>
      <h2 className={classes.question}>{t('liability.question')}</h2>
      <Awaited
        of={useLiability()}
        skeleton={<Bones rows={8} height={36} />}
        isEmpty={(owed) => owed.points === 0 && owed.owedToShop === 0}
        empty={<p className={classes.empty}>{t('liability.empty')}</p>}
      >
        {(owed) => (
          <>
            <Figures owed={owed} />
            <ByMonth owed={owed} asTable={asTable} />
          </>
        )}
      </Awaited>
    </section>
  );
}

function Figures({ owed }: { readonly owed: Owed }) {
  const { t } = useTranslation('points');
  const format = useFormat();
  return (
    <div className={classes.figures}>
      <span className={classes.figure}>
        <Why title={t('liability.whyPoints')} content={() => <PointsOwedWhy owed={owed} />}>
          {t('liability.points', { count: owed.points, points: whole(owed.points) })}
        </Why>
      </span>
      <span className={classes.figure}>
        <Why title={t('liability.whyWorth')} content={() => <WorthOwedWhy owed={owed} />}>
          {money(owed.worth)}
        </Why>
      </span>
      <span className="quiet">
        {t('liability.members', { count: owed.members, members: whole(owed.members) })}
        {owed.owedToShop === 0 ? '' : ` · ${t('liability.owedToShop', { points: whole(owed.owedToShop) })}`}
        {' · '}
        {t('liability.asOf', { date: format.date(owed.asOf) })}
      </span>
    </div>
  );
}

function ByMonth({ owed, asTable }: { readonly owed: Owed; readonly asTable: boolean }) {
  const { t } = useTranslation('points');
  const format = useFormat();
  const rows = lapseRows(owed, {
    month: format.month,
    later: t('liability.later'),
    never: t('neverLapses'),
  });
  return asTable ? <LiabilityTable rows={rows} owed={owed} /> : <LiabilityChart rows={rows} />;
}
