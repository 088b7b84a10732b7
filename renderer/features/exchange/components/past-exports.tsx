import { EXPORT_TABLES } from '@domain/exchange/export';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { type PastExport, useExports } from '../api';
import { PastTable } from './past-table';
import { ShowFileButton } from './show-file-button';

/** Exports of this store, newest first, each with its folder. */
export function PastExports() {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const what = ({ tables, period, segment, format: kind }: PastExport) =>
    [
      t(`export.format_${kind}`),
      tables === EXPORT_TABLES.length ? t('export.whole') : t('export.some_tables', { count: tables }),
      ...(period === null ? [] : [`${format.date(period.from)} – ${format.date(period.to)}`]),
      ...(segment === null ? [] : [segment]),
    ].join(' · ');
  return (
    <PastTable
      of={useExports()}
      label={t('export.past')}
      empty={t('export.empty')}
      columns={[
        { head: t('export.when'), cell: ({ madeAt }) => format.dateTime(madeAt) },
        {
          head: t('export.members'),
          numeric: true,
          cell: ({ members }) => (members === null ? '–' : whole(members)),
        },
        {
          head: t('export.purchases'),
          numeric: true,
          cell: ({ purchases }) => (purchases === null ? '–' : whole(purchases)),
        },
        {
          head: t('export.what'),
          title: (row) =>
            row.lastDate === null
              ? what(row)
              : `${what(row)} · ${t('export.last_date')} ${format.date(row.lastDate)}`,
          cell: what,
        },
        {
          head: t('export.folder'),
          title: ({ folder }) => folder,
          cell: ({ folder }) => <ShowFileButton path={folder}>{t('export.open')}</ShowFileButton>,
        },
      ]}
    />
  );
}
