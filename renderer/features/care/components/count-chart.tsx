import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import classes from './results.module.css';

const ROW_HEIGHT = 28;
const AXIS_HEIGHT = 56;

interface CountChartProps {
  readonly label: string;
  readonly axis: string;
  /** Each bar with its own figure beside it; `second` stands below the first, hatched in grey. */
  readonly rows: readonly {
    readonly name: string;
    readonly first: number;
    readonly firstLabel: string;
    readonly second?: number;
    readonly secondLabel?: string;
  }[];
}

/** Bars under each other, each with its figure. */
export function CountChart({ label, axis, rows }: CountChartProps) {
  const twofold = rows.some(({ second }) => second !== undefined);
  return (
    <div className={classes.chart} role="img" aria-label={label}>
      <BarChart
        h={rows.length * ROW_HEIGHT * (twofold ? 1.6 : 1) + AXIS_HEIGHT}
        data={rows.map((row) => ({ ...row }))}
        dataKey="name"
        orientation="vertical"
        series={[
          { name: 'first', color: 'var(--bar)' },
          ...(twofold ? [{ name: 'second', color: 'var(--bar-other)' }] : []),
        ]}
        withTooltip={false}
        gridAxis="none"
        xAxisLabel={axis}
        yAxisProps={{ width: 148, interval: 0 }}
        barProps={{ isAnimationActive: false, maxBarSize: 14, radius: 2 }}
        withBarValueLabel
        valueLabelProps={({ name }) => ({
          dataKey: name === 'first' ? 'firstLabel' : 'secondLabel',
          position: 'right',
          formatter: (words) => words,
        })}
        barChartProps={{ accessibilityLayer: false, margin: { right: 96 } }}
      />
    </div>
  );
}
