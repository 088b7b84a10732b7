import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { whole } from '../../../../lib/format';
import classes from './statistics.module.css';

/** One bar with all that is known of it. */
export interface Bar {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** Written at the bar's end. */
  readonly label: string;
  /** Its row in the table. */
  readonly row: string;
  readonly cells: readonly string[];
}

interface BarsProps {
  readonly label: string;
  /** What the axis counts. */
  readonly unit: string;
  readonly bars: readonly Bar[];
}

const ROW_HEIGHT = 26;
const AXIS_HEIGHT = 56;
const COLUMNS_HEIGHT = 200;

/** Bars under each other: room for long names and for what is written at their ends. */
export function BarRows({ label, unit, bars }: BarsProps) {
  return (
    <div className={classes.chart} role="img" aria-label={label}>
      <BarChart
        h={bars.length * ROW_HEIGHT + AXIS_HEIGHT}
        data={[...bars]}
        dataKey="name"
        orientation="vertical"
        series={[{ name: 'count', color: 'var(--bar)' }]}
        valueFormatter={whole}
        withTooltip={false}
        gridAxis="none"
        xAxisLabel={unit}
        xAxisProps={{ allowDecimals: false }}
        yAxisProps={{ width: 120, interval: 0 }}
        barProps={{ isAnimationActive: false, maxBarSize: 16, radius: 2 }}
        withBarValueLabel
        valueLabelProps={{ dataKey: 'label', position: 'right', formatter: (text) => text }}
        barChartProps={{ accessibilityLayer: false, margin: { right: 132 } }}
      />
    </div>
  );
}

/** Bars beside each other, for what goes round the clock. */
export function BarColumns({ label, unit, bars }: BarsProps) {
  return (
    <div className={classes.chart} role="img" aria-label={label}>
      <BarChart
        h={COLUMNS_HEIGHT}
        data={[...bars]}
        dataKey="name"
        series={[{ name: 'count', color: 'var(--bar)' }]}
        valueFormatter={whole}
        withTooltip={false}
        gridAxis="x"
        yAxisLabel={unit}
        yAxisProps={{ allowDecimals: false, width: 44 }}
        xAxisProps={{ interval: 1 }}
        barProps={{ isAnimationActive: false, radius: 2 }}
        barChartProps={{ accessibilityLayer: false, margin: { top: 8 } }}
      />
    </div>
  );
}
