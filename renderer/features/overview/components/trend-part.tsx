import '@mantine/charts/styles.css';
import type { Period } from '@domain/calendar/period';
import { CompositeChart } from '@mantine/charts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { Table } from '../../../lib/table';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Question } from '../../../ui/question';
import { type FiguresOf, useFigures } from '../api';
import classes from './overview.module.css';

interface TrendPartProps {
  readonly period: Period;
  readonly of: 'money' | 'bills';
}

const FEN_PER_YUAN = 100;

/** Money or bills day by day (month by month), with what they are compared with as a thin line. */
export function TrendPart({ period, of }: TrendPartProps) {
  return (
    <Awaited of={useFigures(period)} skeleton={<Bones rows={5} height={44} />}>
      {(figures) => <Trend figures={figures} of={of} />}
    </Awaited>
  );
}

function Trend({ figures, of }: { readonly figures: FiguresOf; readonly of: TrendPartProps['of'] }) {
  const { t } = useTranslation('overview');
  const stepWords = useStepWords(figures.by);
  const { series, by, compared } = figures;
  const title = t(`question.${of}_by_${by}`);
  const table = useMemo<Table>(
    () => ({
      title,
      columns: [
        { name: t(`head.${by}`), kind: 'text' },
        { name: t(`figure.${of}`), kind: of === 'money' ? 'money' : 'whole' },
        { name: t('head.compared'), kind: 'text' },
        { name: t(`head.${of}_before`), kind: of === 'money' ? 'money' : 'whole' },
      ],
      rows: series.map(({ at, before, ...now }) => ({
        id: at,
        cells: [
          stepWords(at),
          now[of],
          before === null ? null : stepWords(before.at),
          before === null ? null : before[of],
        ],
      })),
    }),
    [t, title, series, by, of, stepWords],
  );
  return (
    <Question
      table={table}
      why={t(`why.trend_${compared.how}`)}
      chart={<TrendChart figures={figures} of={of} label={title} />}
    />
  );
}

function TrendChart({
  figures: { series, by },
  of,
  label,
}: {
  readonly figures: FiguresOf;
  readonly of: TrendPartProps['of'];
  readonly label: string;
}) {
  const { t } = useTranslation('overview');
  const stepWords = useStepWords(by);
  const scaled = (value: number) => (of === 'money' ? value / FEN_PER_YUAN : value);
  const data = series.map(({ at, before, ...now }) => ({
    name: stepWords(at),
    now: scaled(now[of]),
    before: before === null ? null : scaled(before[of]),
  }));
  return (
    <div className={classes.chart} role="img" aria-label={label}>
      <CompositeChart
        h={210}
        data={data}
        dataKey="name"
        series={[
          { name: 'now', type: 'bar', color: 'var(--bar, var(--accent))', label: t('chart.now') },
          { name: 'before', type: 'line', color: 'var(--words-quiet)', label: t('chart.before') },
        ]}
        curveType="linear"
        withDots={false}
        withLegend
        withTooltip={false}
        gridAxis="x"
        strokeWidth={1}
        valueFormatter={(value) =>
          of === 'money' ? money(Math.round(value) * FEN_PER_YUAN).replace(/\.00$/, '') : whole(value)
        }
        yAxisProps={{ width: of === 'money' ? 72 : 44, allowDecimals: false }}
        xAxisProps={{ interval: 'equidistantPreserveStart' }}
        barProps={{ isAnimationActive: false, maxBarSize: 18, radius: 2 }}
        lineProps={{ isAnimationActive: false }}
        legendProps={{ verticalAlign: 'top', height: 28 }}
        composedChartProps={{ accessibilityLayer: false }}
      />
    </div>
  );
}

/** `11月3日` of a day, `2026年11月` of a month. */
function useStepWords(by: FiguresOf['by']): (at: string) => string {
  const format = useFormat();
  return useMemo(() => {
    if (by === 'month') return format.month;
    return (day) => format.monthDay(Number(day.slice(5, 7)), Number(day.slice(8)));
  }, [by, format]);
}
