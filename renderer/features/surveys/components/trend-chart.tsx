import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import type { Results } from '../api';
import classes from './results.module.css';

/** Twelve months of both shares; lines are told apart by their dash, the table says the same in numbers. */
export function TrendChart({ months }: { readonly months: Results['months'] }) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const data = months.map((month) => ({ ...month, name: format.month(month.month) }));
  return (
    <div className={classes.chart} role="img" aria-label={t('results.chart')}>
      <LineChart
        h={260}
        data={data}
        dataKey="name"
        series={[
          { name: 'satisfaction', label: t('goal.satisfaction'), color: 'var(--bar)' },
          {
            name: 'wordOfMouth',
            label: t('goal.wordOfMouth'),
            color: 'var(--words-quiet)',
            strokeDasharray: '6 4',
          },
        ]}
        curveType="linear"
        connectNulls={false}
        unit="%"
        withLegend
        withTooltip={false}
        gridAxis="y"
        yAxisProps={{ domain: [0, 100], width: 48 }}
        xAxisProps={{ interval: 'preserveStartEnd' }}
        lineProps={{ isAnimationActive: false }}
        lineChartProps={{ accessibilityLayer: false }}
      />
    </div>
  );
}
