import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import type { LapseRow } from '../lapse-rows';
import classes from './liability.module.css';

const ROW_HEIGHT = 28;
const AXIS_HEIGHT = 56;

/**
 * How many points lapse in which month. Months stand under each other, so that each bar has room for its
 * own figures, in the dock as well; the table says the same to whoever does not see it.
 */
export function LiabilityChart({ rows }: { readonly rows: readonly LapseRow[] }) {
  const { t } = useTranslation('points');
  const data = rows.map((row) => ({
    ...row,
    label: row.points === 0 ? '' : `${whole(row.points)} · ${money(row.worth)}`,
  }));
  return (
    <div className={classes.chart} role="img" aria-label={t('liability.chart')}>
      <BarChart
        h={rows.length * ROW_HEIGHT + AXIS_HEIGHT}
        data={data}
        dataKey="name"
        orientation="vertical"
        series={[{ name: 'points', color: 'var(--bar)' }]}
        valueFormatter={whole}
        withTooltip={false}
        gridAxis="none"
        xAxisLabel={t('liability.pointsColumn')}
        yAxisProps={{ width: 84, interval: 0 }}
        barProps={{ isAnimationActive: false, maxBarSize: 18, radius: 2 }}
        withBarValueLabel
        valueLabelProps={{ dataKey: 'label', position: 'right', formatter: (label) => label }}
        barChartProps={{ accessibilityLayer: false, margin: { right: 150 } }}
      />
    </div>
  );
}
