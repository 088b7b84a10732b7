import '@mantine/charts/styles.css';
import type { Share } from '@domain/statistics/proportion';
import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import type { ComparedRow } from '../results-rows';
import classes from './results.module.css';

const ROW_HEIGHT = 28;
const AXIS_HEIGHT = 64;
const percent = (value: number): string => `${value.toFixed(0)}%`;

/** Each bar is the stretch in which the true share lies; the figure beside it is what was counted. */
export function BoughtChart({ rows }: { readonly rows: readonly ComparedRow[] }) {
  const { t } = useTranslation('care');
  const data = rows.flatMap((row) => [
    bar(t('results.row_tasked', { kind: t(`kind.${row.kind}`) }), row.tasked, row.taskedOf, 'var(--bar)'),
    bar(
      t('results.row_control', { kind: t(`kind.${row.kind}`) }),
      row.control,
      row.controlOf,
      'var(--bar-other)',
    ),
  ]);
  return (
    <div className={classes.chart} role="img" aria-label={t('results.boughtChart')}>
      <BarChart
        h={data.length * ROW_HEIGHT + AXIS_HEIGHT}
        data={data}
        dataKey="name"
        orientation="vertical"
        series={[{ name: 'interval', color: 'var(--bar)' }]}
        valueFormatter={percent}
        withTooltip={false}
        gridAxis="none"
        xAxisLabel={t('results.percentAxis')}
        xAxisProps={{ domain: [0, 100], ticks: [0, 25, 50, 75, 100] }}
        yAxisProps={{ width: 148, interval: 0 }}
        barProps={{ isAnimationActive: false, maxBarSize: 14, radius: 2 }}
        withBarValueLabel
        valueLabelProps={{ dataKey: 'label', position: 'right', formatter: (label) => label }}
        barChartProps={{ accessibilityLayer: false, margin: { right: 150 } }}
      />
    </div>
  );

  function bar(name: string, share: Share | null, of: number, color: string) {
    return share === null
      ? { name, color, interval: [0, 0], label: t('results.nobodyYet') }
      : {
          name,
          color,
          interval: [share.from, share.to],
          label: t('results.label', {
            percent: percent(share.percent),
            from: share.from.toFixed(0),
            to: share.to.toFixed(0),
            of,
          }),
        };
  }
}
