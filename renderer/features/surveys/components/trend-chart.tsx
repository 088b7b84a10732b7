import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import type { Results } from '../api';
import classes from './results.module.css';

/** As wide as the longer of the two names, in either language. */
const NAME_WIDTH = 110;

/** Twelve months of both shares; each line is named at its end and has its own dash, the table says the same in numbers. */
export function TrendChart({ months }: { readonly months: Results['months'] }) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const data = months.map((month) => ({ ...month, name: format.month(month.month) }));
  const nameAtEnd = (share: 'satisfaction' | 'wordOfMouth') => {
    const last = months.findLastIndex((month) => month[share] !== null);
    return ({ index, x, y }: EndOfLine) =>
      index === last ? (
        <text x={Number(x) + 10} y={Number(y) + 4} fontSize={12}>
          {t(`goal.${share}`)}
        </text>
      ) : (
        <g />
      );
  };
  return (
    <div className={classes.chart} role="img" aria-label={t('results.chart')}>
      <LineChart
        h={260}
        data={data}
        dataKey="name"
        series={[
          { name: 'satisfaction', color: 'var(--bar)' },
          { name: 'wordOfMouth', color: 'var(--words-quiet)', strokeDasharray: '6 4' },
        ]}
        curveType="linear"
        connectNulls={false}
        unit="%"
        withTooltip={false}
        gridAxis="x"
        yAxisProps={{ domain: [0, 100], width: 48 }}
        xAxisProps={{ interval: 'equidistantPreserveStart' }}
        lineProps={({ name }) => ({
          isAnimationActive: false,
          label: nameAtEnd(name === 'satisfaction' ? 'satisfaction' : 'wordOfMouth'),
        })}
        lineChartProps={{ accessibilityLayer: false, margin: { right: NAME_WIDTH } }}
      />
    </div>
  );
}

/** Where the library puts the label of a point. */
interface EndOfLine {
  readonly index?: number | undefined;
  readonly x?: number | string | undefined;
  readonly y?: number | string | undefined;
}
