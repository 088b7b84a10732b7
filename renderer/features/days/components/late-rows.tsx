import { useTranslation } from 'react-i18next';
import { change, money } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { FigureTable } from '../../../ui/figure-table';
import type { LateRow } from '../api';
import classes from './days.module.css';

/** What came to a day after it had been closed: an owner wants to know who, and what. */
export function LateRows({ rows }: { readonly rows: readonly LateRow[] }) {
  const { t } = useTranslation('days');
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('late.title')}>
      <h3 className={classes.sectionTitle}>{t('late.title')}</h3>
      <FigureTable
        label={t('late.title')}
        columns={[t('late.at'), t('late.what'), t('late.value'), t('late.member'), t('late.staff')]}
        words={[1, 3, 4]}
        rows={rows.map((row) => ({
          id: String(row.seq),
          cells: [
            format.dateTime(row.at),
            [t(`late.kind.${row.kind}`), row.receiptNo].filter((word) => word !== null).join(' '),
            worthOf(row),
            row.memberName ?? '—',
            row.staffName,
          ],
        }))}
      />
    </section>
  );
}

const worthOf = ({ amount, points }: LateRow): string =>
  amount !== null ? money(amount) : points === null ? '—' : change(points);
