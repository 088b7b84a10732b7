import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { FiguresPage } from '../../../ui/figures-page';
import { PeriodChoice, usePeriod } from '../../../ui/period-choice';
import { ComingPart } from '../components/coming-part';
import { DriftPart } from '../components/drift-part';
import { DuePart } from '../components/due-part';
import { FiguresPart } from '../components/figures-part';
import { KeyFiguresPart } from '../components/key-figures';
import { MovementPart } from '../components/movement-part';
import classes from '../components/overview.module.css';
import { OwedPart } from '../components/owed-part';
import { Quotes } from '../components/quotes';
import { StaffPart } from '../components/staff-part';
import { TasksPart } from '../components/tasks-part';
import { TrendPart } from '../components/trend-part';
import { WorthPart } from '../components/worth-part';
import { choosePeriod, useOverview } from '../overview-state';

/** What an owner wants to know in the morning, on one page: first how it goes and what is due, then why. */
export function Overview() {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const chosen = useOverview((overview) => overview.period);
  const period = usePeriod(chosen);
  const days = t('days', { from: format.date(period.from), to: format.date(period.to) });
  return (
    <FiguresPage label={t('title')} asOf={format.today} notes={[{ name: t('period'), text: days }]} wide>
      <div className={classes.head}>
        <PeriodChoice chosen={chosen} onChoose={choosePeriod} />
      </div>
      <div className={classes.first}>
        <div className={classes.column}>
          <FiguresPart period={period} />
          <MovementPart period={period} />
        </div>
        <div className={classes.column}>
          <DuePart />
          <DriftPart />
        </div>
      </div>
      <KeyFiguresPart period={period} />
      <div className={classes.three}>
        <TrendPart period={period} of="money" />
        <TrendPart period={period} of="bills" />
        <ComingPart period={period} />
      </div>
      <div className={classes.two}>
        <StaffPart period={period} />
        <TasksPart period={period} />
        <WorthPart period={period} />
        <OwedPart />
      </div>
      <Quotes period={period} />
    </FiguresPage>
  );
}
