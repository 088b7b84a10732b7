import type { Period } from '@domain/calendar/period';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Table } from '../../../lib/table';
import { AfterAMoment } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { FaultLine } from '../../../ui/fault-line';
import { Question } from '../../../ui/question';
import { FIGURES } from '../figure-words';
import { type FigureColumn, useFigureColumns } from '../use-figure-columns';
import { FigureGrid } from './figure-grid';

/** Today, this month, the period: each figure beside what it is fairly compared with. */
export function FiguresPart({ period }: { readonly period: Period }) {
  const { t } = useTranslation('overview');
  const { columns, reads } = useFigureColumns(period);
  const table = useFiguresTable(columns);
  return (
    <>
      {reads.map((read) =>
        read.isError && read.data === undefined ? (
          <FaultLine key={read.errorUpdatedAt} error={read.error} onRetry={() => void read.refetch()} />
        ) : null,
      )}
      {columns.length === 0 ? (
        reads.some(({ isError }) => isError) ? null : (
          <AfterAMoment>
            <Bones rows={FIGURES.length} height={40} />
          </AfterAMoment>
        )
      ) : (
        <Question table={table} why={t('why.figures')} chart={<FigureGrid columns={columns} />} />
      )}
    </>
  );
}

/** For the file, and for whoever reads tables: a row for each stretch of days and for what it is compared with. */
function useFiguresTable(columns: readonly FigureColumn[]): Table {
  const { t } = useTranslation('overview');
  return useMemo(() => {
    const cells = (of: FigureColumn['now']) => FIGURES.map(({ id }) => of[id]);
    return {
      title: t('question.figures'),
      columns: [
        { name: t('head.days'), kind: 'text' },
        ...FIGURES.map(({ id, kind }) => ({ name: t(`figure.${id}`), kind })),
      ],
      rows: columns.flatMap(({ id, name, days, beforeName, now, before }) => [
        { id, cells: [`${name} ${days}`, ...cells(now)] },
        { id: `${id} before`, cells: [beforeName, ...cells(before)] },
      ]),
    };
  }, [t, columns]);
}
