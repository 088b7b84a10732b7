import { useTranslation } from 'react-i18next';
import { money, share, whole } from '../../../lib/format';
import { FigureTable } from '../../../ui/figure-table';
import type { Liability } from '../api';
import type { LapseRow } from '../lapse-rows';

interface LiabilityTableProps {
  readonly rows: readonly LapseRow[];
  readonly owed: Liability;
}

/** The figures behind the chart, soonest lapse first. */
export function LiabilityTable({ rows, owed }: LiabilityTableProps) {
  const { t } = useTranslation('points');
  const cells = (name: string, points: number, worth: number) => [
    name,
    whole(points),
    money(worth),
    share(points, owed.points),
  ];
  return (
    <FigureTable
      label={t('liability.table')}
      columns={[
        t('liability.month'),
        t('liability.pointsColumn'),
        t('liability.worthColumn'),
        t('liability.shareColumn'),
      ]}
      rows={rows.map(({ id, name, points, worth }) => ({ id, cells: cells(name, points, worth) }))}
      total={cells(t('liability.total'), owed.points, owed.worth)}
    />
  );
}
