import '@mantine/charts/styles.css';
import { CompositeChart } from '@mantine/charts';
import page from './part-page.module.css';

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  /** Between which the true value lies. */
  readonly band?: readonly [number, number];
}

interface CurveChartProps {
  readonly label: string;
  readonly xWord: string;
  readonly yWord: string;
  readonly points: readonly CurvePoint[];
  /** Where the scale of x ends; it begins at 0. */
  readonly upTo: number;
  /** Lines across it that say what is read there. */
  readonly marks?: readonly { readonly x?: number; readonly y?: number; readonly words: string }[];
  /** The highest value of the scale. */
  readonly most?: number;
  /** What holds between two points is the earlier one. */
  readonly stairs?: boolean;
}

const HEIGHT = 280;

/** One curve with its interval, and what is to be read from it written into it. */
export function CurveChart(props: CurveChartProps) {
  const { label, xWord, yWord, points, upTo, marks = [], most = 100, stairs = false } = props;
  const hasBand = points.some(({ band }) => band !== undefined);
  return (
    <div className={page.chart} role="img" aria-label={label}>
      <CompositeChart
        h={HEIGHT}
        data={points.map(({ x, y, band }) => ({ x, y, band: band === undefined ? null : [...band] }))}
        dataKey="x"
        series={[
          ...(hasBand ? [{ name: 'band', color: 'var(--words-quiet)', type: 'area' as const }] : []),
          { name: 'y', color: 'var(--accent)', type: 'line' },
        ]}
        withDots={false}
        withTooltip={false}
        curveType={stairs ? 'stepAfter' : 'linear'}
        strokeWidth={2}
        gridAxis="y"
        xAxisLabel={xWord}
        yAxisLabel={yWord}
        xAxisProps={{ type: 'number', domain: [0, upTo], tickCount: 5 }}
        yAxisProps={{ domain: [0, most], width: 44 }}
        lineProps={{ isAnimationActive: false }}
        areaProps={{ isAnimationActive: false, stroke: 'none', fillOpacity: 0.25 }}
        referenceLines={marks.map(({ words, ...at }) => ({
          ...at,
          label: words,
          color: 'var(--words-quiet)',
          labelPosition: at.x === undefined ? 'insideTopLeft' : 'insideBottomLeft',
        }))}
        composedChartProps={{ accessibilityLayer: false, margin: { top: 12, right: 24 } }}
      />
    </div>
  );
}
