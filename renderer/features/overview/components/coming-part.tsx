import '@mantine/charts/styles.css';
import type { Period } from '@domain/calendar/period';
import { LineChart } from '@mantine/charts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { Table } from '../../../lib/table';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { Question } from '../../../ui/question';
import { type Customers, useCustomers } from '../api';
import classes from './overview.module.css';

/** Who is new, who comes again, who is lost: each told by its own dash. */
const LINES = [
  { id: 'returning', color: 'var(--bar, var(--accent))', dash: '0' },
  { id: 'fresh', color: 'var(--words)', dash: '6 4' },
  { id: 'lost', color: 'var(--words-quiet)', dash: '2 3' },
] as const;
/** As wide as the longest name, in either language. */
const NAME_WIDTH = 70;

/** Twelve months of customers who came and went. */
export function ComingPart({ period }: { readonly period: Period }) {
  return (
    <Awaited of={useCustomers(period)} skeleton={<Bones rows={5} height={44} />}>
      {({ months, dormantDays }) => <Coming months={months} dormantDays={dormantDays} />}
    </Awaited>
  );
}

function Coming({ months, dormantDays }: Pick<Customers, 'months' | 'dormantDays'>) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const title = t('question.coming');
  const table = useMemo<Table>(
    () => ({
      title,
      columns: [
        { name: t('head.month'), kind: 'text' },
        ...LINES.map(({ id }) => ({ name: t(`move.${id}`), kind: 'whole' as const })),
      ],
      rows: months.map(({ month, movement }) => ({
        id: month,
        cells: [format.month(month), ...LINES.map(({ id }) => movement[id])],
      })),
    }),
    [t, title, months, format],
  );
  const last = months.length - 1;
  const end = months.at(-1)?.movement;
  return (
    <Question
      table={table}
      why={t('why.coming', { days: dormantDays })}
      chart={
        <div className={classes.chart} role="img" aria-label={title}>
          <LineChart
            h={210}
            data={months.map(({ month, movement: { returning, fresh, lost } }) => ({
              ...{ name: format.month(month), returning, fresh, lost },
            }))}
            dataKey="name"
            series={LINES.map(({ id, color, dash }) => ({ name: id, color, strokeDasharray: dash }))}
            curveType="linear"
            withDots={false}
            withTooltip={false}
            gridAxis="x"
            valueFormatter={whole}
            yAxisProps={{ width: 44, allowDecimals: false }}
            xAxisProps={{ interval: 'equidistantPreserveStart' }}
            lineProps={({ name }) => ({
              isAnimationActive: false,
              label: nameAtEnd(
                last,
                t(`move.${lineOf(name)}`),
                end === undefined ? 0 : shiftOf(lineOf(name), end),
              ),
            })}
            lineChartProps={{ accessibilityLayer: false, margin: { right: NAME_WIDTH } }}
          />
        </div>
      }
    />
  );
}

type Line = (typeof LINES)[number]['id'];
const lineOf = (name: string | undefined): Line => LINES.find(({ id }) => id === name)?.id ?? 'lost';

/** Who is new and who is lost are often about as many: the name of the upper line moves up, that of the lower down. */
function shiftOf(line: Line, { fresh, lost }: Customers['now']): number {
  if (line === 'returning') return 0;
  const isUpper = (line === 'fresh') === fresh > lost;
  return isUpper ? -SHIFT : SHIFT;
}
const SHIFT = 7;

/** Where the library puts the label of a point. */
interface Point {
  readonly index?: number | undefined;
  readonly x?: number | string | undefined;
  readonly y?: number | string | undefined;
}

const nameAtEnd =
  (last: number, name: string, shift: number) =>
  ({ index, x, y }: Point) =>
    index === last ? (
      <text x={Number(x) + 8} y={Number(y) + 4 + shift} fontSize={12}>
        {name}
      </text>
    ) : (
      <g />
    );
