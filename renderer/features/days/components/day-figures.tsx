import { useTranslation } from 'react-i18next';
import { FigureTable } from '../../../ui/figure-table';
import type { DayFigures as Figures } from '../api';
import { useDayLines } from '../use-day-lines';
import { useStaffColumns } from '../use-staff-columns';
import classes from './days.module.css';

/** What a day came to, on the screen. */
export function DayFigures({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation('days');
  const sections = useDayLines(figures);
  const columns = useStaffColumns();
  return (
    <>
      <div className={classes.sections}>
        {sections.map(({ id, title, lines }) => (
          <section key={id} className={classes.section} aria-label={title}>
            <h3 className={classes.sectionTitle}>{title}</h3>
            <dl className={`${classes.lines} numbers`}>
              {lines.map((line) => (
                <div
                  key={line.id}
                  className={classes.line}
                  data-part={line.part || undefined}
                  data-strong={line.strong || undefined}
                >
                  <dt>{line.word}</dt>
                  <dd>{line.value}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <section className={classes.section} aria-label={t('staff.title')}>
        <h3 className={classes.sectionTitle}>{t('staff.title')}</h3>
        {figures.staff.length === 0 ? (
          <p className="quiet">{t('staff.nobody')}</p>
        ) : (
          <FigureTable
            label={t('staff.title')}
            columns={[t('staff.name'), ...columns.map(({ word }) => word)]}
            rows={figures.staff.map((each) => ({
              id: each.staffId,
              cells: [each.name, ...columns.map(({ cell }) => cell(each))],
            }))}
          />
        )}
      </section>
    </>
  );
}
